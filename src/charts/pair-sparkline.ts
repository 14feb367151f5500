/** Two lines from 100 in the width of the notes, each with what 100 has become. Beside a sentence that says it, never alone. */
import * as Plot from '@observablehq/plot';
import type { Day } from '../data/day.ts';
import { formatDay } from '../metrics/format.ts';
import { hasReturns } from '../metrics/units.ts';
import type { Line } from './figure-data.ts';
import { changeOf, START } from './indexed.ts';
import { spread } from './labels.ts';
import { endValue, highestOf, lastOf, lowestOf } from './lines.ts';
import { plotted } from './render.ts';
import { textWidth } from './text-width.ts';
import { ink, lineStyle } from './theme.ts';
import { sampled } from './thin.ts';

const WIDTH = 248;
/** Of the lines alone. */
const HEIGHT = 104;
const FONT = 12;
const ROW = 18;
/** How many stretches of it are told apart. */
const COLUMNS = 64;

/** @param lines each with a value on the first day that is shown; hidden from screen readers */
export function pairSparkline(lines: readonly Line[], from: Day): string {
  const shown = lines.map((line) => {
    const first = line.days.indexOf(from);
    return { ...line, days: line.days.subarray(first), values: line.values.subarray(first) };
  });
  const indexed = hasReturns(lines[0].unit);
  const ends = shown.map((line) => (indexed ? changeOf(line) : endValue(line)));
  const room = Math.ceil(Math.max(...ends.map((text) => textWidth(text, FONT, 700)))) + 10;
  const low = Math.min(...shown.map(lowestOf), ...(indexed ? [START] : []));
  const high = Math.max(...shown.map(highestOf), ...(indexed ? [START] : []));
  const last = Math.max(...shown.map(({ days }) => days[days.length - 1]));
  const [top, bottom, right] = [6, 6, WIDTH - room];
  const toPixel = (value: number): number => top + ((high - value) / (high - low || 1)) * (HEIGHT - top - bottom);
  const wanted = shown.map((line) => toPixel(lastOf(line)));
  const centres = spread(wanted, 16, top, HEIGHT - bottom);
  const inside = plotted({
    width: WIDTH,
    height: HEIGHT,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: 1,
    marginRight: room,
    x: { domain: [from, last] },
    y: { domain: [low, high] },
    marks: [
      Plot.ruleY(indexed ? [START] : [], { stroke: ink.faint }),
      ...[...shown]
        .sort((a, b) => lineStyle(a).weight - lineStyle(b).weight)
        .flatMap((line) => {
          const { colour, hero } = lineStyle(line);
          return [
            Plot.line(sampled(line.days, line.values, COLUMNS), {
              x: (i: number) => line.days[i],
              y: (i: number) => line.values[i],
              stroke: colour,
              strokeWidth: hero ? 1.75 : 1.5,
              strokeLinejoin: 'round',
            }),
            Plot.dot([line], { x: last, y: lastOf, r: 2.8, fill: colour }),
          ];
        }),
    ],
  });
  const text = (words: string, x: number, y: number, fill: string, weight = 400, anchor = 'start'): string =>
    `<text x="${Math.round(x * 10) / 10}" y="${Math.round(y * 10) / 10}" fill="${fill}" font-size="${FONT}" font-weight="${weight}" text-anchor="${anchor}">${escaped(words)}</text>`;
  const labels = shown.map((line, k) => text(ends[k], right + 6, centres[k] + 4, lineStyle(line).colour, lineStyle(line).hero ? 700 : 500));
  const days = [
    text(formatDay(from, 'short'), 0, HEIGHT + 14, ink.axis),
    text(formatDay(last, 'short'), right, HEIGHT + 14, ink.axis, 400, 'end'),
  ];
  const names = namesOf(shown);
  const rows = names.map(({ line, x, row }) => text(line.shortTitle, x, HEIGHT + 14 + (row + 1) * ROW + 2, lineStyle(line).colour, 600));
  const height = HEIGHT + 20 + (names[names.length - 1].row + 1) * ROW;
  return `<svg class="pair-sparkline" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" aria-hidden="true">${inside}${[...labels, ...days, ...rows].join('')}</svg>`;
}

/** One after the other where there is room, else one below the other. */
function namesOf(lines: readonly Line[]): { line: Line; x: number; row: number }[] {
  const places: { line: Line; x: number; row: number }[] = [];
  let [x, row] = [0, 0];
  for (const line of lines) {
    const width = textWidth(line.shortTitle, FONT, 600);
    if (x > 0 && x + width > WIDTH) [x, row] = [0, row + 1];
    places.push({ line, x, row });
    x += width + 16;
  }
  return places;
}

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
