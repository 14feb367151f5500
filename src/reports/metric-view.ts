/** All that the page of a metric on a day shows: computed on the pinned snapshot, and held against what the reports state. */
import { type Day, dayOf, isoOf } from '../data/day.ts';
import type { Resource } from '../data/manifest.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { evaluateAt, filledAt, seriesUsed, type ValueAt } from '../metrics/evaluate.ts';
import { parseExpression } from '../metrics/expression.ts';
import { formatExact, formatShown, formatValue, shownDecimals } from '../metrics/format.ts';
import { type Formula, onOneLine } from '../metrics/formula.ts';
import { headingOf, meaningOf } from '../metrics/heading.ts';
import { measuresIn } from '../metrics/shape.ts';
import { type Symbolic, symbolic } from '../metrics/symbols.ts';
import type { Unit } from '../metrics/units.ts';
import type { Library } from './library.ts';
import { type Choice, choicesOf } from './metric-choices.ts';
import { type History, historyOf, type NoHistory } from './metric-history.ts';
import { inputsOf, type MetricInputs } from './metric-inputs.ts';
import type { MetricPage } from './metric-pages.ts';
import { type SnapshotValue, valuesBySnapshot } from './metric-snapshots.ts';

export type Desk = Pick<Library, 'snapshot' | 'snapshots' | 'calendar' | 'named' | 'names'>;

export interface MetricView {
  title: string;
  meaning: string;
  value: number;
  unit: Unit;
  /** The value as it stands at the head of the page, with its decimals. */
  shown: string;
  decimals: number;
  /** With three decimals. */
  exact: string;
  /** First and last day of what the value rests on. */
  window: { from: string; to: string };
  snapshot: Snapshot;
  /** Ids of the snapshots that the reports are pinned to. */
  pinned: ReadonlySet<string>;
  resources: Resource[];
  symbolic: Symbolic;
  /** The formula with its numbers, in as few steps as it takes; empty where they may not be shown. */
  numbers: Formula[];
  history: History | NoHistory;
  inputs: MetricInputs;
  choices: Choice[];
  snapshots: SnapshotValue[];
  /** Names of the measures in it. */
  measures: string[];
}

/** @throws Error where a value is not the one that a report states: a page shows nothing else */
export function metricView(page: MetricPage, desk: Desk): MetricView {
  const { metric, at, uses } = page;
  const day = dayOf(at);
  for (const use of uses) holdAgainstRecord(use, day, desk);
  const pinned = new Set(uses.map(({ report }) => report.record.snapshot.id));
  // Reports of one metric and day may be pinned to several snapshots: the page stands on the newest of them.
  const snapshot = desk.snapshot([...pinned].sort().at(-1) ?? '');
  const context = { calendar: desk.calendar, named: desk.named, names: desk.names, snapshot, asOf: day };
  const found = evaluateAt(metric, day, context);
  const { value, unit, column } = found;
  const [from, to] = column.reach(column.days.length - 1);
  const inputs = inputsOf(metric, found, context);
  const isPrivate = inputs.withheld.length > 0;
  const names = new Set(seriesUsed(metric, context).map((series) => series.resource.name));
  return {
    title: headingOf(metric, context),
    meaning: meaningOf(metric, context),
    value,
    unit,
    shown: unit === 'sessions' ? formatValue(value, unit) : formatShown(value, unit),
    decimals: shownDecimals(value, unit),
    exact: formatExact(value, unit),
    window: { from: isoOf(from), to: isoOf(to) },
    snapshot,
    pinned,
    resources: snapshot.manifest.resources.filter(({ name }) => names.has(name)),
    symbolic: symbolic(metric, day, context),
    numbers: isPrivate ? [] : numbersOf(found),
    history: historyOf(metric, day, context),
    inputs,
    // Another day of a series is one of its rows.
    choices: isPrivate && parseExpression(metric).kind === 'series' ? [] : choicesOf(metric, day, context),
    snapshots: valuesBySnapshot(metric, day, value, desk.snapshots.map(desk.snapshot), desk),
    measures: measuresIn(metric),
  };
}

function holdAgainstRecord({ computed, report, assertion }: MetricPage['uses'][number], day: Day, desk: Desk): void {
  const { value, unit } = evaluateAt(computed.metric, day, {
    calendar: desk.calendar,
    named: desk.named,
    snapshot: desk.snapshot(report.record.snapshot.id),
    asOf: day,
  });
  if ((unit === 'date' ? isoOf(value) : value) !== computed.value)
    throw new Error(
      `${report.slug} states ${computed.value} for ${computed.metric} on ${computed.at} (${assertion.id}), and its snapshot has ${value}`,
    );
}

/** From all numbers to those of the parts; what would say the same again, or only the value, is left out. */
function numbersOf({ column }: ValueAt): Formula[] {
  const i = column.days.length - 1;
  const exact = formatExact(column.values[i], column.unit);
  const steps = [filledAt(column, i), column.working?.(i) ?? exact];
  return steps.filter((step, k) => onOneLine(step) !== exact && onOneLine(step) !== onOneLine(steps[k - 1] ?? ''));
}
