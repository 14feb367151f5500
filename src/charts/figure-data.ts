/** The points of a figure, computed from the pinned snapshot. Too many for the record, which keeps their digest and summary. */
import { type Day, isoOf } from '../data/day.ts';
import { sha256 } from '../data/hash.ts';
import { type Context, evaluateColumn, type Input, mergeInputs } from '../metrics/evaluate.ts';
import { parseExpression, seriesIn } from '../metrics/expression.ts';
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
  const lines: Line[] = [];
  const inputs: Input[] = [];
  const titleOf = (id: string): { title: string; shortTitle: string } =>
    context.snapshot.series.get(id) ?? context.named?.get(id) ?? { title: id, shortTitle: id };
  for (const [k, expression] of expressions.entries()) {
    const { column, words, inputsAt } = evaluateColumn(expression, { ...context, asOf: Math.min(to, context.asOf) });
    const present = Array.from(column.days.keys()).filter((i) => !Number.isNaN(column.values[i]));
    const kept = typeof from === 'number' ? present.filter((i) => column.days[i] >= from) : present.slice(-from.last);
    const ids = seriesIn(parseExpression(expression));
    lines.push({
      expression,
      series: ids,
      title: names[k] ?? (ids.length === 1 ? titleOf(ids[0]).title : words),
      shortTitle: names[k] ?? (ids.length === 1 ? titleOf(ids[0]).shortTitle : words),
      titles: ids.map((id) => titleOf(id).title),
      unit: column.unit,
      days: Int32Array.from(kept, (i) => column.days[i]),
      values: Float64Array.from(kept, (i) => column.values[i]),
    });
    if (kept.length > 0) inputs.push(...inputsAt(kept[0]), ...inputsAt(kept[kept.length - 1]));
  }
  const days = lines.flatMap((line) => [line.days[0], line.days[line.days.length - 1]]);
  return { lines, from: Math.min(...days), to: Math.max(...days), digest: digestOf(lines), inputs: mergeInputs(inputs) };
}

function digestOf(lines: readonly Line[]): string {
  const text = lines.map(({ expression, days, values }) =>
    [expression, ...Array.from(days, (day, i) => `${isoOf(day)},${values[i]}`)].join('\n'),
  );
  return sha256(text.join('\n\n'));
}
