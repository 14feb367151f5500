import { csvCell } from '../data/csv-cell.ts';
import { isoOf } from '../data/day.ts';
import type { FigureData } from './figure-data.ts';

/**
 * A figure's points as CSV: a row a day, a column a line, blank where a line has no value. Values as drawn, unrounded.
 *
 * What must go with them (whose they are, under which terms) stands in lines of its own at the end, each beginning with '#'. At the end,
 * because every reader takes its columns from the first line; with as many cells as a row has, because strict readers count them; and with
 * no comma or quotation mark, because readers that are told of comments (pandas: comment='#') drop such a line only when it is bare.
 */
export function figureTable({ lines }: FigureData, remarks: readonly string[] = []): string {
  const days = [...new Set(lines.flatMap((line) => [...line.days]))].sort((a, b) => a - b);
  const byDay = lines.map((line) => new Map(Array.from(line.days, (day, i) => [day, line.values[i]])));
  const header = ['date', ...lines.map((line) => line.expression)];
  const rows = days.map((day) => [isoOf(day), ...byDay.map((values) => values.get(day) ?? '')]);
  const table = [header, ...rows].map((cells) => cells.map(csvCell).join(','));
  const ends = remarks.map((remark) => `# ${bare(remark)}${','.repeat(lines.length)}`);
  return `${[...table, ...ends].join('\n')}\n`;
}

const bare = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll(',', ';')
    .replace(/["“”‘’]/g, "'");
