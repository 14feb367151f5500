/** One row a series, a dot at its value on the last day, sorted. For who did what on one day, or over windows of their own. */

import * as Plot from '@observablehq/plot';
import type { Day } from '../../data/day.ts';
import { countWord } from '../../metrics/count-word.ts';
import { formatDay, formatShort } from '../../metrics/format.ts';
import { fixedDays } from '../../metrics/shape.ts';
import { axisLabel, labelsOnTop, niceDomain } from '../axes.ts';
import type { FigureData, Line } from '../figure-data.ts';
import { inWords } from '../in-words.ts';
import type { DataTable, DrawingSpec, SeriesKind } from '../kind.ts';
import { lastOf } from '../lines.ts';
import { NAMES, TO } from '../options.ts';
import { render } from '../render.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, ink, lineStyle, type Size } from '../theme.ts';

const ROW: Readonly<Record<Size, number>> = { S: 30, H: 30, M: 30, L: 30 };

const sorted = ({ lines }: FigureData): Line[] => [...lines].sort((a, b) => lastOf(b) - lastOf(a));

function draw(data: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  const rows = sorted(data);
  const names = rows.map((line) => (size === 'S' ? line.shortTitle : line.title));
  const printedValue = (line: Line): string => formatShort(lastOf(line), line.unit);
  const room = Math.ceil(Math.max(...rows.map((line) => textWidth(printedValue(line), font, 700)))) + 14;
  const margins = {
    marginTop: 26,
    marginBottom: 6,
    marginLeft: Math.ceil(Math.max(...names.map((name) => textWidth(name, font, 700)))) + 14 + room,
    marginRight: room + 6,
  };
  const values = rows.map(lastOf);
  const { low, high, values: ticks } = niceDomain(Math.min(0, ...values), Math.max(0, ...values), size === 'S' ? 3 : 6);
  const label = axisLabel(rows[0].unit, ticks);
  return render(
    {
      height: margins.marginTop + margins.marginBottom + rows.length * ROW[size],
      ...margins,
      x: { domain: [low, high] },
      y: { type: 'point', domain: rows.map((line) => line.expression), padding: 0.5 },
      marks: [
        Plot.ruleX(
          ticks.filter((tick) => tick !== 0),
          { stroke: ink.grid },
        ),
        labelsOnTop(ticks, label, font),
        Plot.ruleY(rows, { y: 'expression', x1: 0, x2: lastOf, stroke: ink.context, strokeWidth: 1 }),
        Plot.ruleX([0], { stroke: ink.text }),
        ...rows.flatMap((line, k) => {
          const { colour, hero } = lineStyle(line);
          const isLeft = lastOf(line) < 0;
          return [
            Plot.dot([line], { x: lastOf, y: 'expression', r: 5, fill: colour }),
            Plot.text([line], {
              x: lastOf,
              y: 'expression',
              text: printedValue,
              dx: isLeft ? -11 : 11,
              textAnchor: isLeft ? 'end' : 'start',
              fontSize: font,
              fontWeight: hero ? 700 : 500,
              fill: colour,
              fontVariant: 'tabular-nums',
              ...halo,
            }),
            Plot.text([line], {
              y: 'expression',
              frameAnchor: 'left',
              text: () => names[k],
              dx: -margins.marginLeft,
              textAnchor: 'start',
              fontSize: font,
              fontWeight: hero ? 700 : 400,
              fill: hero ? colour : ink.text,
            }),
          ];
        }),
      ],
    },
    spec,
    size,
  );
}

type DayForm = 'long' | 'short';

interface DotDays {
  /** True where not all rows are of the same days. */
  own: boolean;
  /** The days of one row: 'January 2, 2001 to April 26, 2001', or the figure's own day. */
  of(line: Line, form: DayForm): string;
  /** The days of all rows: 'on July 11, 2024', 'from January 2, 2001 to April 26, 2001'. */
  shared(form: DayForm): string;
}

/** Of which days the dots are. A value of a window with fixed ends is not one of the figure's last day. */
function daysOf({ lines, to }: FigureData): DotDays {
  const stretches = new Map(lines.map((line) => [line, fixedDays(line.expression)]));
  const keys = new Set([...stretches.values()].map(String));
  const said = (stretch: readonly [Day, Day], form: DayForm): string => stretch.map((day) => formatDay(day, form)).join(' to ');
  return {
    own: keys.size > 1,
    of(line, form) {
      const stretch = stretches.get(line);
      return stretch ? said(stretch, form) : formatDay(to, form);
    },
    shared(form) {
      const stretch = stretches.get(lines[0]);
      return stretch ? `from ${said(stretch, form)}` : `on ${formatDay(to, form)}`;
    },
  };
}

function describe(data: FigureData): string {
  const lines = sorted(data);
  const days = daysOf(data);
  const told = lines.map((line) => `${line.title} ${formatShort(lastOf(line), line.unit)}${days.own ? `, ${days.of(line, 'long')}` : ''}`);
  const below = lines.filter((line) => lastOf(line) < 0).length;
  const sides = below > 0 && below < lines.length ? ` ${inWords(lines.length - below)} at zero or above, ${countWord(below)} below.` : '';
  return `Dot plot of ${countWord(lines.length)} series${days.own ? ', each over days of its own' : ` ${days.shared('long')}`}, a row each, from highest to lowest: ${told.join(days.own ? '; ' : ', ')}.${sides}`;
}

function table(data: FigureData): DataTable {
  const days = daysOf(data);
  return {
    caption: days.own ? 'Each over days of its own' : days.shared('short').replace(/^(?:on|from) /, ''),
    columns: ['Series', ...(days.own ? ['Days'] : []), 'Value'],
    rows: sorted(data).map((line) => [line.title, ...(days.own ? [days.of(line, 'short')] : []), formatShort(lastOf(line), line.unit)]),
  };
}

export const kind: SeriesKind = {
  of: 'series',
  name: 'dots',
  title: 'Dots',
  purpose:
    'Who did what on one day, or over windows of their own: a row a series, sorted. A dot to the right of the zero line gained, one to the left of it lost.',
  wants: 'Two to twelve metrics of one unit, each with a value on one day; windows with fixed ends may differ.',
  reading:
    'Each row is one series, and its dot stands at its value on the one day that is shown, or over the days that are named. Rows run from the highest value to the lowest. Distance from the line at zero is size, the side is direction.',
  limits: ['Only one value is shown of each, with nothing of the days before it.', 'Unlike units share no scale.'],
  options: {
    series: { what: 'What is compared, with commas between', example: 'return(rut, 1d), return(aapl, 1d), return(tsla, 1d)', needed: true },
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="dots"
  series="return(rut, 1d), return(aapl, 1d), return(msft, 1d), return(goog, 1d), return(amzn, 1d), return(nvda, 1d), return(meta, 1d), return(tsla, 1d)"
  names="Russell 2000, Apple, Microsoft, Alphabet, Amazon, Nvidia, Meta, Tesla"
  to="2024-07-11"
  title="All seven giants fell on the day small caps took off"
  subtitle="Price return on July 11, 2024"
/>`,
  lines: [2, 12],
  draw,
  describe,
  table,
};
