/** The state of the market on the home page: the metrics of `content/home.yaml` on the newest snapshot, each at its own last day. */
import { z } from 'zod';
import { figureData, type Line } from '../charts/figure-data.ts';
import { isoOf } from '../data/day.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { error, type Finding } from '../finding.ts';
import { type Context, evaluateAt } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { formatShort } from '../metrics/format.ts';
import { UNITS } from '../metrics/units.ts';
import type { Desk } from './compile.ts';
import type { StateMetric } from './front-matter.ts';
import { inputRecords } from './inputs.ts';

const metricSchema = z.strictObject({
  label: z.string(),
  window: z.string(),
  metric: z.string(),
  at: z.string(),
  value: z.number(),
  unit: z.enum(UNITS),
  display: z.string(),
  words: z.string(),
  working: z.string(),
  inputs: z.array(z.strictObject({ resource: z.string(), series: z.string(), from: z.string(), to: z.string(), rows: z.int() })),
});

export const stateSchema = z.strictObject({
  snapshot: z.strictObject({ id: z.string(), hash: z.string() }),
  metrics: z.array(metricSchema),
});

export type StateRecord = z.infer<typeof stateSchema>;

export interface State {
  record: StateRecord;
  /** The values of each metric's last sessions, for its sparkline. */
  lines: Line[];
  findings: Finding[];
}

/** @param path where faults of a metric are told */
export function compileState(metrics: readonly StateMetric[], snapshot: Snapshot, desk: Desk, path: string): State {
  const state: State = { record: { snapshot: { id: snapshot.id, hash: snapshot.hash }, metrics: [] }, lines: [], findings: [] };
  const asOf = Math.max(...[...snapshot.series.values()].map((series) => series.days[series.days.length - 1]));
  const context: Context = { snapshot, calendar: desk.calendar, named: desk.named, asOf };
  for (const { label, window, m, sessions } of metrics) {
    try {
      const { lines } = figureData([m], { last: sessions }, asOf, context);
      const [line] = lines;
      if (line.days.length === 0) throw new ExpressionError('metric-no-value', 0, `${m} has no value on the snapshot ${snapshot.id}.`);
      const day = line.days[line.days.length - 1];
      const { value, unit, words, working, inputs } = evaluateAt(m, day, context);
      const display = formatShort(value, unit);
      state.record.metrics.push({
        label,
        window,
        metric: m,
        at: isoOf(day),
        value,
        unit,
        display,
        words,
        working,
        inputs: inputRecords(inputs),
      });
      state.lines.push(line);
    } catch (fault) {
      if (!(fault instanceof ExpressionError)) throw fault;
      state.findings.push(error(fault.rule, { path }, `${label}, ${window}: ${fault.message}`));
    }
  }
  return state;
}

/** JSON with one metric a line. */
export function formatState({ snapshot, metrics }: StateRecord): string {
  const lines = metrics.map((metric) => `    ${JSON.stringify(metric)}`);
  return `{\n  "snapshot": ${JSON.stringify(snapshot)},\n  "metrics": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
