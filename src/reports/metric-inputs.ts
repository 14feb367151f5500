/** The rows that a value rests on, and the values of what is computed on the way to it. */
import type { Day } from '../data/day.ts';
import type { Resource } from '../data/manifest.ts';
import { indexOnOrBefore, type Series } from '../data/series.ts';
import type { Column, Pivot } from '../metrics/column.ts';
import { type Context, evaluateColumn, type Input, type ValueAt } from '../metrics/evaluate.ts';
import { type Expression, parseExpression } from '../metrics/expression.ts';
import { headingOf } from '../metrics/heading.ts';
import { moveBetween } from '../metrics/move-between.ts';
import { printExpression } from '../metrics/print-expression.ts';
import { isLevel, type Unit } from '../metrics/units.ts';

export interface InputRow {
  day: Day;
  value: number;
  /** From the row before, and from the first row where that is what the value is measured from. */
  move: number | null;
  cumulative: number | null;
  role: Pivot['role'] | null;
}

/** Rows in order; a number stands for so many that are left out. */
export type InputRows = readonly (InputRow | number)[];

/** A run of values, of a series or of a step on the way. */
export interface InputTable {
  title: string;
  unit: Unit;
  /** Unit of `move` and `cumulative`; null where there are none. */
  moveUnit: Unit | null;
  hasCumulative: boolean;
  /** Of how many rows in all. */
  count: number;
  rows: InputRows;
  /** Where the rows are from; null for what is computed. */
  resource: Resource | null;
}

/** Many series at once: the days that matter, one column each. */
export interface InputSummary {
  days: Day[];
  rows: { title: string; unit: Unit; values: (number | null)[]; resource: Resource }[];
}

export interface MetricInputs {
  tables: InputTable[];
  steps: InputTable[];
  /** Null where each series has a table of its own. */
  summary: InputSummary | null;
  /** Titles of tables whose rows may not be shown. */
  withheld: string[];
}

/** More series than this are told in one table. */
const MOST_TABLES = 3;

/** Longer tables are told by their ends. */
const MOST_ROWS = 30;
const [HEAD, TAIL] = [3, 5];

export function inputsOf(metric: string, found: ValueAt, context: Context): MetricInputs {
  const pivots = found.column.pivots?.(found.column.days.length - 1) ?? [];
  const isPrivate = ({ series }: Input): boolean => series.resource.provenance.redistribution === 'private';
  const shown = found.inputs.filter((input) => !isPrivate(input));
  const withheld = [...new Set(found.inputs.filter(isPrivate).map(({ series }) => series.resource.title))];
  const isMany = shown.length > MOST_TABLES;
  return {
    tables: isMany ? [] : shown.map((input) => tableOf(input, pivots)),
    steps: withheld.length > 0 ? [] : stepsOf(parseExpression(metric), found.day, context),
    summary: isMany ? summaryOf(shown, pivots) : null,
    withheld,
  };
}

function tableOf({ series, first, last }: Input, pivots: readonly Pivot[]): InputTable {
  const { title, unit, days, values, resource } = series;
  return { title, resource, ...rowsOf(days, values, unit, first, last, pivots) };
}

type Rows = Omit<InputTable, 'title' | 'resource'>;

function rowsOf(days: Int32Array, values: Float64Array, unit: Unit, first: number, last: number, pivots: readonly Pivot[]): Rows {
  const roles = new Map(pivots.map(({ day, role }) => [day, role]));
  const opening = roles.get(days[first]);
  const hasMove = isLevel(unit) && unit !== 'contracts' && last > first;
  const hasCumulative = hasMove && last - first > 1 && (opening === 'base' || opening === 'highest');
  const move = (from: number, to: number): number => moveBetween(values[from], values[to], unit).value;
  const row = (i: number): InputRow => ({
    day: days[i],
    value: values[i],
    move: hasMove && i > first ? move(i - 1, i) : null,
    cumulative: hasCumulative && i > first ? move(first, i) : null,
    role: roles.get(days[i]) ?? null,
  });
  const count = last - first + 1;
  const all = Array.from({ length: count }, (_unused, k) => first + k);
  const kept = all.filter((i, k) => count <= MOST_ROWS || k < HEAD || k >= count - TAIL || roles.has(days[i]));
  return {
    unit,
    moveUnit: hasMove ? moveBetween(1, 1, unit).unit : null,
    hasCumulative,
    count,
    rows: kept.flatMap((i, k): (InputRow | number)[] => (k > 0 && i > kept[k - 1] + 1 ? [i - kept[k - 1] - 1, row(i)] : [row(i)])),
  };
}

function summaryOf(inputs: readonly Input[], pivots: readonly Pivot[]): InputSummary {
  const ends = inputs.flatMap(({ series, first, last }) => [series.days[first], series.days[last]]);
  const days = [...new Set([...ends, ...pivots.map(({ day }) => day)])].sort((a, b) => a - b);
  const valueOn = ({ days: own, values }: Series, day: Day, first: number, last: number): number | null => {
    const i = indexOnOrBefore(own, day);
    return i >= first && i <= last && own[i] === day ? values[i] : null;
  };
  return {
    days,
    rows: inputs.map(({ series, first, last }) => ({
      title: series.title,
      unit: series.unit,
      resource: series.resource,
      values: days.map((day) => valueOn(series, day, first, last)),
    })),
  };
}

/** What the measures of a metric are taken of, where that is no series: its values over the days that the measure looks at. */
function stepsOf(expression: Expression, day: Day, context: Context): InputTable[] {
  switch (expression.kind) {
    case 'binary':
      return [...stepsOf(expression.left, day, context), ...stepsOf(expression.right, day, context)];
    case 'comparison':
      return stepsOf(expression.left, day, context);
    case 'negate':
      return stepsOf(expression.operand, day, context);
    case 'call': {
      const known = { ...context, asOf: day };
      const { column } = evaluateColumn(printExpression(expression), known);
      return expression.args.flatMap((arg) => (isStep(arg, context) ? [stepOf(arg, column, known)] : []));
    }
    default:
      return [];
  }
}

/** A named metric is one: its own parts are series. */
function isStep(arg: Expression, { snapshot }: Context): boolean {
  return arg.kind === 'call' || arg.kind === 'binary' || (arg.kind === 'series' && !snapshot.series.has(arg.id));
}

function stepOf(arg: Expression, outer: Column, context: Context): InputTable {
  const metric = printExpression(arg);
  const { column } = evaluateColumn(metric, context);
  const i = outer.days.length - 1;
  const [from, to] = outer.reach(i);
  const first = indexOnOrBefore(column.days, from - 1) + 1;
  const rows = rowsOf(column.days, column.values, column.unit, first, indexOnOrBefore(column.days, to), outer.pivots?.(i) ?? []);
  return { title: headingOf(metric, context), resource: null, ...rows };
}
