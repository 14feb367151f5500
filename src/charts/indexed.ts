/** What charts of lines that start at 100 share: what 100 has become, how it is told. */
import { formatDay, formatShort, printedDecimal, shortStyle } from '../metrics/format.ts';
import type { Unit } from '../metrics/units.ts';
import { type Reading, readingsOf } from './crosshair.ts';
import type { FigureData, Line } from './figure-data.ts';
import type { DataTable } from './kind.ts';
import { highestOf, lastOf, lowestOf } from './lines.ts';

export const START = 100;

/** '+11.7%': what 100 has become. */
export const changeOf = (line: Line): string => formatShort(lastOf(line) / START - 1, 'ratio');

/** Levels of an index, in the order of their ends. */
export const indexReadings = (lines: readonly Line[]): Reading[] =>
  readingsOf(lines, () => ({ style: shortStyle('index') })).sort((a, b) => lastOf(lines[b.index]) - lastOf(lines[a.index]));

/** The highest and the lowest point of all lines. */
export function extremesOf(lines: readonly Line[]): string {
  const top = lines.reduce((a, b) => (highestOf(b) > highestOf(a) ? b : a));
  const floor = lines.reduce((a, b) => (lowestOf(b) < lowestOf(a) ? b : a));
  const told = (line: Line, value: number): string =>
    `${line.title} at ${printedDecimal(value, 1)} on ${formatDay(line.days[line.values.indexOf(value)], 'long')}`;
  return `The highest point is ${told(top, highestOf(top))}, the lowest ${told(floor, lowestOf(floor))}.`;
}

/** A line a row: its last, lowest and highest index. */
export function indexTable({ lines, from, to }: FigureData): DataTable {
  return {
    caption: `Index, ${formatDay(from, 'short')} = 100, at ${formatDay(to, 'short')}`,
    columns: ['Series', 'Last', 'Change', 'Lowest', 'Highest'],
    rows: lines.map((line) => [
      line.title,
      printedDecimal(lastOf(line), 1),
      changeOf(line),
      printedDecimal(lowestOf(line), 1),
      printedDecimal(highestOf(line), 1),
    ]),
  };
}

/** A rate is not indexed: twice a rate near zero is still next to nothing, and below zero an index has no meaning. */
export function rateRefused(series: readonly string[], unitOf: (expression: string) => Unit): string | null {
  const rate = series.find((one) => isPlain(one) && unitOf(one) === 'percent');
  return rate === undefined
    ? null
    : `${rate} is a rate, and a rate is not rebased to 100: going from 0.5% to 1% it would double. Take kind="lines", which draws it in percent`;
}

const isPlain = (expression: string): boolean => /^[a-z][a-z0-9_]*$/.test(expression);

/** An expression that is an index already is drawn as it is. */
export const rebased = (series: readonly string[], from: string): string[] =>
  series.map((one) => (isPlain(one) ? `rebase(${one}, 100, since ${from})` : one));
