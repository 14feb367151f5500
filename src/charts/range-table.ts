import { formatDay, formatShort } from '../metrics/format.ts';
import type { FigureData, Line } from './figure-data.ts';
import type { DataTable } from './kind.ts';
import { firstOf, highestOf, lastOf, lowestOf } from './lines.ts';

/** A series a row: its first, lowest, highest and last value, without a sign before what is above zero. */
export function rangeTable({ lines, from, to }: FigureData): DataTable {
  const shown = (value: number, line: Line): string => formatShort(value, line.unit).replace(/^\+/, '');
  return {
    caption: `${formatDay(from, 'short')} to ${formatDay(to, 'short')}`,
    columns: ['Series', 'First', 'Lowest', 'Highest', 'Last'],
    rows: lines.map((line) => [
      line.title,
      ...[firstOf(line), lowestOf(line), highestOf(line), lastOf(line)].map((value) => shown(value, line)),
    ]),
  };
}
