import { isoOf } from '../data/day.ts';
import type { FigureData } from './figure-data.ts';

/** A figure's points as CSV: a row a day, a column a line, blank where a line has no value. Values as drawn, unrounded. */
export function figureTable({ lines }: FigureData): string {
  const days = [...new Set(lines.flatMap((line) => [...line.days]))].sort((a, b) => a - b);
  const byDay = lines.map((line) => new Map(Array.from(line.days, (day, i) => [day, line.values[i]])));
  const rows = days.map((day) => [isoOf(day), ...byDay.map((values) => values.get(day) ?? '')].join(','));
  const header = ['date', ...lines.map((line) => `"${line.expression.replaceAll('"', '""')}"`)].join(',');
  return `${[header, ...rows].join('\n')}\n`;
}
