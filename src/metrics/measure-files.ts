/** Where a measure stands in the repository, and the test that pins its convention. */

/** Measures that share a test with others. */
const SHARED_TESTS: Readonly<Record<string, string>> = {
  high: 'high-low',
  low: 'high-low',
  ratio: 'pairwise',
  share: 'pairwise',
  putCall: 'pairwise',
  curve: 'pairwise',
  maxDrawdown: 'drawdown',
  beta: 'benchmark',
  correlation: 'benchmark',
  trackingError: 'benchmark',
  outperformRate: 'benchmark',
  impliedRate: 'fed-funds',
  cutsPriced: 'fed-funds',
  cutProbability: 'fed-funds',
};

const withHyphens = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const sourceOf = (measure: string): string => `src/metrics/measures/${withHyphens(measure)}.ts`;
export const testOf = (measure: string): string => `test/metrics/measures/${SHARED_TESTS[measure] ?? withHyphens(measure)}.test.ts`;
