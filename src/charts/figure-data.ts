/** The points of a figure, computed from the pinned snapshot. Too many for the record, which keeps their digest and summary. */
import { type Day, isoOf } from '../data/day.ts';
import { sha256 } from '../data/hash.ts';
import type { Column } from '../metrics/column.ts';
import { type Context, evaluateColumn, type Input, mergeInputs, seriesUsed } from '../metrics/evaluate.ts';
import { parseExpression, seriesIn } from '../metrics/expression.ts';
import { measuresIn } from '../metrics/shape.ts';
import type { Unit } from '../metrics/units.ts';

/** One line, or one set of bars: days ascend, no value is NaN. */
export interface Line {
  expression: string;
  /** Ids of the series in the expression, the first first. */
  series: string[];
  /** In words, and for a narrow label. */
  title: string;
  shortTitle: string;
  /** The titles of `series`. */
  titles: string[];
  unit: Unit;
  /** True where a value holds until the next, as a target does: it is drawn in steps. */
  holds?: true;
  days: Int32Array;
  values: Float64Array;
}

export interface FigureData {
  lines: Line[];
  from: Day;
  to: Day;
  digest: string;
  inputs: Input[];
}

/** A line with the rows of the data that its first and last point rest on. */
export interface DrawnLine {
  line: Line;
  inputs: Input[];
}

/**
 * @param expressions metrics, each a line
 * @param from the first day to draw, or a number of last sessions
 * @param names of the lines, in their order, where the series' own titles will not do
 * @throws ExpressionError
 */
export function figureData(
  expressions: readonly string[],
  from: Day | { last: number },
  to: Day,
  context: Context,
  names: readonly string[] = [],
): FigureData {
  return gathered(expressions.map((expression, k) => drawnLine(expression, from, to, context, names[k])));
}

/** One line of a figure; see `figureData`. */
export function drawnLine(expression: string, from: Day | { last: number }, to: Day, context: Context, name?: string): DrawnLine {
  const { column, words, inputsAt } = evaluateColumn(expression, { ...context, asOf: Math.min(to, context.asOf) });
  const kept = presentFrom(column, from);
  const ids = seriesIn(parseExpression(expression));
  const titleOf = (id: string): { title: string; shortTitle: string } =>
    context.snapshot.series.get(id) ?? context.named?.get(id) ?? { title: id, shortTitle: id };
  const own = ids.length === 1 ? titleOf(ids[0]) : { title: words, shortTitle: words };
  const line = {
    expression,
    series: ids,
    title: name ?? own.title,
    shortTitle: name ?? own.shortTitle,
    titles: ids.map((id) => titleOf(id).title),
    unit: column.unit,
    ...(isHeld(expression, context) ? { holds: true as const } : {}),
    days: new Int32Array(kept.length),
    values: new Float64Array(kept.length),
  };
  for (let k = 0; k < kept.length; k++) {
    line.days[k] = column.days[kept[k]];
    line.values[k] = column.values[kept[k]];
  }
  return { line, inputs: kept.length > 0 ? [...inputsAt(kept[0]), ...inputsAt(kept[kept.length - 1])] : [] };
}

/** Indices of the rows that have a value: from a day on, or the last so many of them. */
function presentFrom({ days, values }: Column, from: Day | { last: number }): number[] {
  const kept: number[] = [];
  for (let i = values.length - 1; i >= 0; i--) {
    if (typeof from === 'number' ? days[i] < from : kept.length === from.last) break;
    if (!Number.isNaN(values[i])) kept.push(i);
  }
  return kept.reverse();
}

/** True for a series of a table of events, and for what is made of such series without a measure. */
function isHeld(expression: string, context: Context): boolean {
  const used = seriesUsed(expression, context);
  const written = seriesIn(parseExpression(expression)).map((id) => context.named?.get(id)?.metric ?? id);
  return (
    used.length > 0 &&
    used.every(({ resource }) => resource.provenance.calendar === 'events') &&
    [expression, ...written].every((one) => measuresIn(one).length === 0)
  );
}

/** The data of a figure from its lines. */
export function gathered(drawn: readonly DrawnLine[]): FigureData {
  const lines = drawn.map(({ line }) => line);
  const days = lines.flatMap((line) => [line.days[0], line.days[line.days.length - 1]]);
  const inputs = mergeInputs(drawn.flatMap((one) => one.inputs));
  return { lines, from: Math.min(...days), to: Math.max(...days), digest: digestOf(lines), inputs };
}

function digestOf(lines: readonly Line[]): string {
  let text = '';
  for (const { expression, days, values } of lines) {
    if (text !== '') text += '\n\n';
    text += expression;
    for (let i = 0; i < days.length; i++) text += `\n${isoOf(days[i])},${values[i]}`;
  }
  return sha256(text);
}
