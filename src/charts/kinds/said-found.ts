/** What others said against what the data say: a row a claim, an open ring at the number they gave, a dot at the value that was found. */

import * as Plot from '@observablehq/plot';
import { countWord } from '../../metrics/count-word.ts';
import { formatDay, formatShort } from '../../metrics/format.ts';
import { axisLabel, labelsOnTop, niceDomain } from '../axes.ts';
import { type Beside, besideMark, roomFor } from '../beside.ts';
import type { FigureData } from '../figure-data.ts';
import type { Annotations, ClaimsKind, DataTable, DrawingSpec } from '../kind.ts';
import { lastOf } from '../lines.ts';
import { render } from '../render.ts';
import { CONTRADICTED, DOT, type Layout, LEADING, labelsOf, layoutOf, type Row } from '../said-found-layout.ts';
import { RING, saidMark } from '../said-mark.ts';
import { fontSize, halo, ink, SIZES, type Size } from '../theme.ts';

function rowsOf({ lines }: FigureData, { claims = [] }: Annotations): Row[] {
  return claims.map((claim, k) => {
    const found = lastOf(lines[k]);
    return { line: lines[k], claim, found, texts: { said: claim.text, found: formatShort(found, lines[k].unit) } };
  });
}

/** In a drawing the first row says which mark is which. */
const withWords = (rows: readonly Row[]): Row[] =>
  rows.map((row, k) => (k === 0 ? { ...row, texts: { said: `said ${row.texts.said}`, found: `found ${row.texts.found}` } } : row));

/** What is shown are differences, so the scale need not begin at zero where that is far, and they are not all small. */
function scaleOf(rows: readonly Row[]): { low: number; high: number } {
  const values = rows.flatMap(({ claim, found }) => [claim.value, found]);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const [near, far] = [Math.abs(lowest), Math.abs(highest)].sort((a, b) => a - b);
  const isZeroFar = lowest * highest > 0 && near > far / 2 && near < (far * 3) / 4;
  return isZeroFar ? niceDomain(lowest, highest) : niceDomain(Math.min(0, lowest), Math.max(0, highest));
}

/** As many ticks as their labels have room for. */
function ticksIn(low: number, high: number, pixels: number): readonly number[] {
  const count = Math.min(6, Math.max(2, Math.floor(((high - low) * pixels) / 48)));
  return niceDomain(low, high, count).values.filter((value) => value >= low);
}

function draw(data: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  const rows = withWords(rowsOf(data, spec));
  const layout = layoutOf(rows, size, font);
  const { low, high } = scaleOf(rows);
  const labelsAt = (pixels: number): Beside[] => rows.flatMap((row) => Object.values(labelsOf(row, pixels, font)));
  const { left, right } = roomFor(labelsAt, [low, high], SIZES[size] - layout.left, RING + 2);
  const margins = { marginTop: 28, marginBottom: 4, marginLeft: layout.left + left, marginRight: right };
  const pixels = (SIZES[size] - margins.marginLeft - right) / (high - low);
  const ticks = ticksIn(low, high, pixels);
  const label = axisLabel('ratio', ticks);
  // Above the rows, names keep clear of a rule at zero.
  const namesAt = layout.isAbove && low === 0 ? 8 : -margins.marginLeft;
  return render(
    {
      height: margins.marginTop + margins.marginBottom + rows.length * layout.row,
      ...margins,
      x: { domain: [low, high] },
      y: { type: 'point', domain: rows.map((_row, k) => String(k)), padding: 0.5 },
      marks: [
        Plot.ruleX(ticks, { stroke: (tick: number) => (tick === 0 ? ink.text : ink.grid) }),
        labelsOnTop(ticks, label, font),
        ...rows.flatMap((row, k) => [
          ...nameMarks(row, layout.names[k], String(k), layout, [namesAt, right], font),
          ...valueMarks(row, String(k), layout.marks, pixels, font),
        ]),
      ],
    },
    spec,
    size,
  );
}

/** The name of a row and, where the claim does not hold, that word: under the name, or at the row's other end where names stand above. */
function nameMarks(
  { claim }: Row,
  name: readonly string[],
  y: string,
  layout: Layout,
  [left, right]: [number, number],
  font: number,
): Plot.Markish[] {
  const { isAbove, lastLine } = layout;
  const count = name.length + (claim.isContradicted && !isAbove ? 1 : 0);
  const dyOf = (k: number): number => (isAbove ? lastLine - LEADING * (name.length - 1 - k) : LEADING * (k - (count - 1) / 2));
  const common = { y: () => y, fontSize: font, ...halo };
  const atLeft = { frameAnchor: 'left', textAnchor: 'start', dx: left } as const;
  const atRight = { frameAnchor: 'right', textAnchor: 'end', dx: right } as const;
  const end = isAbove ? { ...atRight, dy: dyOf(0) } : { ...atLeft, dy: dyOf(count - 1) };
  return [
    ...name.map((text, k) => Plot.text([text], { ...common, ...atLeft, dy: dyOf(k), fill: ink.text, fontWeight: 500 })),
    ...(claim.isContradicted ? [Plot.text([CONTRADICTED], { ...common, ...end, fill: ink.bad, fontWeight: 600 })] : []),
  ];
}

function valueMarks(row: Row, y: string, dy: number, pixels: number, font: number): Plot.Markish[] {
  const { claim, found } = row;
  const labels = labelsOf(row, pixels, font);
  const at = { y: () => y, dy };
  const line = claim.isContradicted ? { stroke: ink.bad, strokeWidth: 2 } : { stroke: ink.context, strokeWidth: 1 };
  const isApart = Math.abs(claim.value - found) * pixels > RING + DOT;
  return [
    ...(isApart ? [Plot.ruleY([row], { ...at, x1: found, x2: claim.value, ...line })] : []),
    ...saidMark(claim, { y, dy }, claim.isContradicted),
    Plot.dot([found], { ...at, x: found, r: DOT, fill: ink.text, stroke: ink.ground, strokeWidth: 1.5 }),
    besideMark(labels.said, { ...at, fontSize: font, fill: ink.quiet, fontWeight: 500 }),
    besideMark(labels.found, { ...at, fontSize: font, fill: ink.text, fontWeight: 600 }),
  ];
}

function describe(data: FigureData, annotations: Annotations): string {
  const rows = rowsOf(data, annotations);
  const told = rows.map(
    ({ line, claim, texts }) => `${line.title}: said ${texts.said}, found ${texts.found}${claim.isContradicted ? `, ${CONTRADICTED}` : ''}`,
  );
  const count = rows.length === 1 ? 'one statement' : `${countWord(rows.length)} statements`;
  return `Dot plot of ${count}, a row each: an open ring at the number that was said and a dot at the value that was found. ${told.join('; ')}.`;
}

function table(data: FigureData, annotations: Annotations): DataTable {
  const { from, to } = data;
  return {
    caption: `Said and found, ${from === to ? '' : `${formatDay(from, 'short')} to `}${formatDay(to, 'short')}`,
    columns: ['What', 'Said', 'Found', 'Status'],
    rows: rowsOf(data, annotations).map(({ line, claim, texts }) => [
      line.title,
      texts.said,
      texts.found,
      claim.isContradicted ? CONTRADICTED : 'holds',
    ]),
  };
}

export const kind: ClaimsKind = {
  of: 'claims',
  name: 'said-found',
  title: 'Said and found',
  purpose:
    "What others said against what the data say. An open ring stands at the number as it was said, a dot at the value that was found. An arrow at the ring shows where a number lies that is no more than a bound: beyond 'more than 20%', short of 'nearly 19%'. A claim that is contradicted has its ring struck through, and says so.",
  wants: 'One to twelve Reported of the same report with a metric in percent and words that hold a percentage.',
  reading:
    'Each row is one statement. The open ring stands at the number as it was said, the dot at the value that the data give: the longer the line between them, the further off the statement. An arrow at a ring means that no more than a bound was given. A ring that is struck through is contradicted.',
  limits: ['Only percentages share the scale.', 'What has no metric of ours can’t be drawn.'],
  options: {
    claims: {
      what: 'The ids of Reported of the same report, with spaces between',
      example: 'five-sessions large-year precedent',
      needed: true,
    },
    names: {
      what: 'The names of the rows, with semicolons between where a name has a comma; without them the metrics in words',
      example: 'Russell 2000, five sessions; S&P 500, year to date; Russell 2000, late 2023',
    },
  },
  example: `A note has the Russell 2000 up <Reported id="five-sessions" by="news-wire" source="note" m="return(rut, 5d)">12% in five sessions</Reported>
and <Reported id="small-year" by="news-wire" source="note" m="return(rut, ytd)" expect="contradicted">11% for the year</Reported>, its growth index
<Reported id="growth-year" by="news-wire" source="note" m="return(iwo, ytd)">14.9%</Reported>, the S&P 500
<Reported id="large-year" by="news-wire" source="note" m="return(spx, ytd)">nearly 19%</Reported>. Late in 2023 small caps gained
<Reported id="precedent" by="factset" source="note" m="return(rut, from 2023-11-01 to 2023-12-08)" expect="contradicted">more than 20%</Reported>.

<Figure
  kind="said-found"
  claims="five-sessions small-year growth-year large-year precedent"
  names="Russell 2000, five sessions; Russell 2000, year to date; Its growth fund, year to date; S&P 500, year to date; Russell 2000, late 2023"
  title="Two of five figures are contradicted by the closes"
  subtitle="Price returns as reported and as computed from daily closes to July 16, 2024, percent"
/>`,
  draw,
  describe,
  table,
};
