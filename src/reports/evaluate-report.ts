/** A report on one snapshot, its own or another, with nothing after its day visible: every assertion with a metric, every figure. */
import type { Element } from '../assertions/element.ts';
import type { ReportSource } from '../assertions/read.ts';
import type { Day } from '../data/day.ts';
import type { Snapshot } from '../data/snapshot.ts';
import type { Finding } from '../finding.ts';
import type { Desk } from './compile.ts';
import { factStatus } from './compile-fact.ts';
import { compileFigure } from './compile-figure.ts';
import { reportedStatus, spokenOn } from './compile-reported.ts';
import { type Computed, holdMetric } from './compute.ts';
import type { FactRecord, MetricsRecord, ReportedRecord } from './record.ts';
import type { ReportedFigure } from './reported-figures.ts';

/** An assertion as it was published: a Fact, or a Reported with a figure of our own. */
export interface Stated {
  element: Element;
  record: FactRecord | (ReportedRecord & { ours: NonNullable<ReportedRecord['ours']> });
}

/** An assertion as the data of a snapshot have it. */
export type Answer = { computed: Computed; status: Stated['record']['status'] } | { computed: null; why: string };

export interface Evaluated {
  /** By id. */
  answers: ReadonlyMap<string, Answer>;
  /** Digest of the points of each figure, by id; null where it can't be drawn. */
  digests: ReadonlyMap<string, string | null>;
}

/** The assertions that have a metric, in the order of the text. */
export function statedIn({ elements }: ReportSource, { assertions }: MetricsRecord): Stated[] {
  const byId = new Map(assertions.map((assertion) => [assertion.id, assertion]));
  return elements.flatMap((element): Stated[] => {
    const record = byId.get(element.id);
    if (record?.kind === 'fact') return [{ element, record }];
    return record?.kind === 'reported' && record.ours ? [{ element, record: { ...record, ours: record.ours } }] : [];
  });
}

/** @param days the day it speaks of, and that of its publication */
export function evaluateReport(
  report: ReportSource,
  record: MetricsRecord,
  { asOf, published }: { asOf: Day; published: Day },
  desk: Desk,
  snapshot: Pick<Snapshot, 'series'>,
): Evaluated {
  const { calendar, named, names } = desk;
  const context = { snapshot, calendar, named, names, source: report.source, asOf };
  const answers = new Map(
    statedIn(report, record).map(({ element, record: stated }) => {
      const from = stated.kind === 'reported' ? spokenOn(desk.sources.get(stated.source), published) : published;
      const findings: Finding[] = [];
      const computed = holdMetric(element, element.text, { ...context, published: from }, findings);
      const why = findings.map(({ message }) => message).join(' ');
      return [element.id, computed ? { computed, status: statusOf(stated, element, computed) } : { computed, why }] as const;
    }),
  );
  const reported = new Map(record.assertions.flatMap((one) => (one.kind === 'reported' ? [[one.id, asFound(one, answers)] as const] : [])));
  const digests = new Map(
    report.elements.flatMap((element) => {
      if (element.name !== 'Figure') return [];
      return [[element.id, compileFigure(element, report, reported, context, [])?.record.digest ?? null] as const];
    }),
  );
  return { answers, digests };
}

function statusOf({ kind }: Stated['record'], element: Element, computed: Computed): Stated['record']['status'] {
  return kind === 'fact' ? factStatus(element.text, computed) : reportedStatus(computed);
}

/** A Reported with what this snapshot's data say, for the figures that draw it. */
function asFound(reported: ReportedRecord, answers: ReadonlyMap<string, Answer>): ReportedFigure | null {
  const answer = answers.get(reported.id);
  if (!answer) return reported;
  return answer.computed && { text: reported.text, status: reportedStatus(answer.computed), ours: answer.computed.record };
}
