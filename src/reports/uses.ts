/** Where series are used: in which assertions, figures, metrics and reports. */
import { parseExpression, seriesIn } from '../metrics/expression.ts';
import { type Claim, claimsOf, type Report } from './library.ts';
import type { AssertionRecord, ComputedRecord, FigureRecord, InputRecord } from './record.ts';

export interface FigureUse {
  report: Report;
  /** As the report's record has it. */
  figure: FigureRecord;
}

/** A metric on a day, which has a page of its own. */
export type MetricUse = Pick<ComputedRecord, 'metric' | 'at' | 'words'>;

/** In the order of the reports and of their texts. */
export interface Uses {
  claims: readonly Claim[];
  figures: readonly FigureUse[];
  /** Each metric once a day. */
  metrics: readonly MetricUse[];
  reports: readonly Report[];
}

/** What a page lists of many uses: those of the newest reports. */
export const LISTED = 200;

/** Our own figure behind an assertion; null where there is none. */
export function computedIn(assertion: AssertionRecord): ComputedRecord | null {
  if (assertion.kind === 'fact') return assertion;
  return assertion.kind === 'reported' ? assertion.ours : null;
}

/**
 * Where any of these series is used, by its name in an expression or by its rows under one.
 * @param ids of series and of named metrics
 */
export function usesOf(reports: readonly Report[], ids: ReadonlySet<string>): Uses {
  const uses = (expressions: readonly string[], inputs: readonly InputRecord[]): boolean =>
    inputs.some(({ series }) => ids.has(series)) || expressions.some((text) => seriesIn(parseExpression(text)).some((id) => ids.has(id)));
  const claims = claimsOf(reports).filter(({ assertion }) => uses(expressionsOf(assertion), computedIn(assertion)?.inputs ?? []));
  const figures = reports.flatMap((report) =>
    report.record.figures.flatMap((figure) => (uses(figure.series, figure.inputs) ? [{ report, figure }] : [])),
  );
  const metrics = new Map(
    claims.flatMap(({ assertion }) => {
      const computed = computedIn(assertion);
      return computed ? [[`${computed.metric} ${computed.at}`, computed] as const] : [];
    }),
  );
  const using = new Set([...claims, ...figures].map(({ report }) => report));
  return {
    claims,
    figures,
    metrics: [...metrics.values()].map(({ metric, at, words }) => ({ metric, at, words })),
    reports: reports.filter((report) => using.has(report)),
  };
}

function expressionsOf(assertion: AssertionRecord): string[] {
  if (assertion.kind === 'call') return assertion.metric === null ? [] : [assertion.metric];
  const computed = computedIn(assertion);
  return computed ? [computed.metric] : [];
}
