/** Measures of a series against a benchmark, on the last n daily simple returns that both have. */
import type { Column } from './column.ts';
import { sharedReturns } from './daily-returns.ts';
import { type Formula, over, row } from './formula.ts';
import type { Measure } from './measure.ts';
import type { Unit } from './units.ts';

interface AgainstBenchmark {
  name: string;
  summary: string;
  unit: Unit;
  example: string;
  words(a: string, b: string, n: string): string;
  meaning(n: string): string;
  /** Of the daily returns of a and b over the n sessions. */
  shape(a: Formula, b: Formula, n: number): Formula;
  /** Of the returns a[from..to] and b[from..to]. */
  of(a: Float64Array, b: Float64Array, from: number, to: number): number;
}

/** NaN until n shared returns are there, and where one of them is NaN. */
export function againstBenchmark({ name, summary, unit, example, words, meaning, shape, of }: AgainstBenchmark): Measure {
  return {
    name,
    group: 'two series',
    example,
    test: 'benchmark',
    parameters: [
      { name: 'a', kind: 'series' },
      { name: 'b', kind: 'series' },
      { name: 'n', kind: 'count' },
    ],
    summary,
    words: (args) => words(args.words(0), args.words(1), args.words(2)),
    meaning: (args) => meaning(args.words(2)),
    formula(symbols, args) {
      const n = args.number(2);
      const each = symbols.each(symbols.back(n - 1), symbols.back(0));
      const daily = (position: number): Formula =>
        row(
          over(symbols.value(position, each), symbols.value(position, { letter: each.letter, back: 1, words: 'the day before' })),
          '−',
          '1',
        );
      return shape(daily(0), daily(1), n);
    },
    evaluate(args): Column {
      const { days, a, b } = sharedReturns(args.column(0), args.column(1));
      const n = args.number(2);
      return {
        days,
        values: Float64Array.from(days, (_day, i) => (i < n ? Number.NaN : of(a, b, i - n + 1, i))),
        unit,
        reach: (i) => [days[Math.max(0, i - n)], days[i]],
      };
    },
  };
}
