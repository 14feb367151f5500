/** A component in a report's MDX finds its report and its entry in the record by the two attributes that are bound to it. */
import type { BoundName, Written } from '../assertions/components.ts';
import type { FigureView } from '../reports/compile-figure.ts';
import { lapseIn } from '../reports/lapses.ts';
import { library, type Report } from '../reports/library.ts';
import type { Lapse } from '../reports/marks-record.ts';
import type { AssertionRecord } from '../reports/record.ts';

export interface Bound {
  report: string;
  id: string;
}

/** What a component of a report is given: where it stands in the record, and what its author wrote. */
export type Props<N extends BoundName> = Bound & Omit<Written<N>, 'id'>;

/** @throws Error for a report or an id that is not there: a defect of ours, not of the author's */
export function reportOf(slug: string): Report {
  const report = library().report(slug);
  if (!report) throw new Error(`no report '${slug}'`);
  return report;
}

export function assertionOf<K extends AssertionRecord['kind']>(
  { report, id }: Bound,
  kind: K,
): { assertion: AssertionRecord & { kind: K }; number: number; lapse: Lapse | null } {
  const of = reportOf(report);
  const { assertions } = of.record;
  const index = assertions.findIndex((assertion) => assertion.id === id);
  const assertion = assertions[index];
  if (assertion?.kind !== kind) throw new Error(`no ${kind} '${id}' in ${report}`);
  return { assertion: assertion as AssertionRecord & { kind: K }, number: index + 1, lapse: lapseIn(of, assertion) };
}

export function figureOf({ report, id }: Bound): { figure: FigureView; number: number } {
  const figures = [...reportOf(report).figures.values()];
  const index = figures.findIndex((figure) => figure.spec.id === id);
  if (index < 0) throw new Error(`no figure '${id}' in ${report}`);
  return { figure: figures[index], number: index + 1 };
}
