/** The last value of each series as a bar from zero. */
import * as Plot from '@observablehq/plot';
import type { SeriesKind } from '../../../src/charts/kind.ts';
import { lastOf } from '../../../src/charts/lines.ts';
import { rangeTable } from '../../../src/charts/range-table.ts';
import { render } from '../../../src/charts/render.ts';
import { fontSize, halo, ink, lineStyle } from '../../../src/charts/theme.ts';
import { formatDay, formatShort } from '../../../src/metrics/format.ts';

export const kind: SeriesKind = {
  of: 'series',
  name: 'last-bars',
  title: 'Last bars',
  purpose: 'How large each of a few values is on the last day: a bar each, from zero.',
  wants: 'One to eight metrics of one unit, each with a value on one day.',
  reading: 'Each bar is one series on the last day. Its length from zero is the value, which stands beside it.',
  limits: ['Only one day is shown, with nothing of the days before it.'],
  options: { series: { what: 'What is compared, with commas between', example: 'ust2y, ust10y', needed: true } },
  example: '<Figure kind="last-bars" series="ust2y, ust10y" title="Two years yield more than ten" subtitle="Treasury yields, percent" />',
  lines: [1, 8],
  draw(data, spec, size) {
    const margins = { marginTop: 8, marginBottom: 8, marginLeft: 8, marginRight: 190 };
    const height = 16 + 34 * data.lines.length;
    const marks = data.lines.flatMap((line) => [
      Plot.barX([line], { x: lastOf, y: () => line.expression, fill: lineStyle(line).colour }),
      Plot.text([line], {
        x: lastOf,
        y: () => line.expression,
        text: () => `${line.shortTitle} ${formatShort(lastOf(line), line.unit)}`,
        textAnchor: 'start',
        dx: 6,
        fontSize: fontSize(size),
        fill: ink.text,
        ...halo,
      }),
    ]);
    return render({ height, ...margins, x: { zero: true }, y: { type: 'band' }, marks }, spec, size);
  },
  describe: ({ lines, to }) =>
    `Bars of ${formatDay(to, 'long')}: ${lines.map((line) => `${line.title} ${formatShort(lastOf(line), line.unit)}`).join(', ')}.`,
  table: rangeTable,
};
