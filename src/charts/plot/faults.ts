/** What is wrong with a specification that has the right form: names that the figure does not have, and what Plot refuses to draw. */
import { isIsoDate } from '../../data/day.ts';
import { didYouMean } from '../../nearest.ts';
import type { FigureData } from '../figure-data.ts';
import { SIZES, type Size } from '../theme.ts';
import { CHANNELS, channelOf, colourNames, colourOf } from './channels.ts';
import { type Table, tableOf } from './columns.ts';
import { dimensionOf, firstOther } from './dimension.ts';
import { drawPlot } from './draw.ts';
import type { MarkName, MarkSpec, Specification } from './specification.ts';

export interface PlotFault {
  /** Where in the specification. */
  keys: string[];
  message: string;
}

/** A heavier drawing is slow on a phone, and its marks can't be told apart. */
const MOST_BYTES = 150_000;

/** Channels that a mark can't do without: one of each list, written or made by a transform. */
const NEEDS: Readonly<Record<MarkName, readonly (readonly string[])[]>> = {
  areaY: [['x'], ['y', 'y2']],
  barX: [['x', 'x2']],
  barY: [['y', 'y2']],
  cell: [['x', 'y']],
  dot: [['x', 'y']],
  lineY: [['x'], ['y']],
  linearRegressionY: [['x'], ['y']],
  link: [['x1'], ['y1'], ['x2'], ['y2']],
  rect: [
    ['x', 'x2'],
    ['y', 'y2'],
  ],
  rectX: [['x', 'x2']],
  rectY: [['y', 'y2']],
  ruleX: [['x']],
  ruleY: [['y']],
  text: [['x', 'y', 'frameAnchor']],
  tickX: [['x']],
  tickY: [['y']],
};

/** All faults of names at once; where there are none, what can't be drawn. */
export function faultsOf(specification: Specification, data: FigureData): PlotFault[] {
  const named = [
    ...sizedFaults(specification, [], data),
    ...(specification.small ? sizedFaults(specification.small, ['small'], data) : []),
  ];
  return named.length > 0 ? named : drawingFaults(specification, data);
}

function sizedFaults({ marks = [], color, x, y }: Partial<Specification>, at: string[], data: FigureData): PlotFault[] {
  const none: Table = { rows: [], columns: new Map() };
  const range = (color?.range ?? []).flatMap((name, k) =>
    isNamed(colourOf(name, none, data)) ? [] : [unknownColour(name, none, data, [...at, 'color', 'range', String(k)])],
  );
  const isOfDays = (x?.domain ?? []).some((one) => typeof one === 'string') && dimensionOf(marks, 'x', data, x).type === 'day';
  const days = (isOfDays ? (x?.domain ?? []) : []).flatMap((day, k) =>
    isIsoDate(String(day)) ? [] : [{ keys: [...at, 'x', 'domain', String(k)], message: `'${day}' is not a date. Write YYYY-MM-DD` }],
  );
  const mixed = (['x', 'y'] as const).flatMap((axis) => {
    const other = firstOther(marks, axis, data);
    const message = `numbers, days and categories share no scale, and this mark has another sort along ${axis} than those before it`;
    return other < 0 ? [] : [{ keys: [...at, 'marks', String(other), 'mark'], message }];
  });
  const coloured = marks.map((mark) => colouringOf(mark, data));
  const [main] = coloured.flat();
  const unlike = coloured.findIndex((columns) => columns.some((name) => name !== main));
  const colours =
    unlike < 0
      ? []
      : [
          {
            keys: [...at, 'marks', String(unlike), 'mark'],
            message: `a drawing has colours of one sort: those of '${main}' are taken before this mark`,
          },
        ];
  return [
    ...range,
    ...colours,
    ...days,
    ...mixed,
    ...typeFaults(marks, { x, y }, at, data),
    ...marks.flatMap((mark, k) => markFaults(mark, [...at, 'marks', String(k)], data, color)),
  ];
}

/** Numbers have other types of scales than categories; days have one of their own. */
function typeFaults(marks: readonly MarkSpec[], axes: Pick<Specification, 'x' | 'y'>, at: string[], data: FigureData): PlotFault[] {
  return (['x', 'y'] as const).flatMap((axis) => {
    const type = axes[axis]?.type;
    const drawn = dimensionOf(marks, axis, data, axes[axis]).type;
    if (type === undefined || marks.length === 0) return [];
    const isOfCategories = type === 'band' || type === 'point';
    if (drawn === 'category' ? isOfCategories : (drawn === 'number' || drawn === 'share') && !isOfCategories) return [];
    const has = drawn === 'category' ? 'categories' : drawn === 'day' || drawn === 'session' ? 'days' : 'numbers';
    const instead = has === 'days' ? 'Leave the type out' : has === 'numbers' ? 'Write linear, log, sqrt or symlog' : 'Write band or point';
    return [{ keys: [...at, axis, 'type'], message: `'${type}' is no scale for ${has}, and ${axis} has ${has}. ${instead}` }];
  });
}

/** The columns that colour a mark. */
function colouringOf({ fill, stroke, data: name }: MarkSpec, data: FigureData): string[] {
  return [fill, stroke].flatMap((written) => {
    const found = typeof written === 'string' ? colourOf(written, tableOf(data, name), data) : null;
    return typeof written === 'string' && found && 'column' in found ? [written] : [];
  });
}

const isNamed = (found: ReturnType<typeof colourOf>): boolean => found !== null && 'colour' in found;

function unknownColour(name: string, table: Table, data: FigureData, keys: string[]): PlotFault {
  const known = colourNames(table, data);
  return { keys, message: `unknown colour '${name}'.${didYouMean(name, known)} Known: ${known.join(', ')}` };
}

function markFaults(mark: MarkSpec, at: string[], data: FigureData, color: Specification['color']): PlotFault[] {
  const table = tableOf(data, mark.data);
  const faults: PlotFault[] = [];
  const columns = [...table.columns.keys()];
  const unknownColumn = (name: string, written: string): void => {
    const message =
      mark.data === undefined
        ? `'${written}' is a column, and this mark has no data. Write data: sessions, points or last; or a number or a day`
        : `unknown column '${written}'.${didYouMean(written, columns)} Columns of '${mark.data}': ${columns.join(', ')}`;
    faults.push({ keys: [...at, name], message });
  };
  for (const name of CHANNELS) if (mark[name] !== undefined && !channelOf(mark[name], table)) unknownColumn(name, String(mark[name]));
  for (const name of ['fill', 'stroke'] as const) {
    const written = mark[name];
    if (typeof written !== 'string') continue;
    const found = colourOf(written, table, data);
    if (!found) faults.push(unknownColour(written, table, data, [...at, name]));
    else if ('column' in found && found.column.type === 'number' && (color?.type !== 'threshold' || !color.domain))
      faults.push({
        keys: [...at, name],
        message: `numbers have colours by thresholds. Write beside the marks: color: { type: threshold, domain: [0], range: [bar-muted, s-rut] }`,
      });
    else if ('column' in found && found.column.type === 'day')
      faults.push({ keys: [...at, name], message: `days have no colours. Take year, month or weekday` });
  }
  if (mark.mark === 'text') {
    if ((mark.text === undefined) === (mark.words === undefined))
      faults.push({ keys: [...at, 'mark'], message: `a text prints a column (text: …) or words of yours (words: …), one of them` });
    else if (mark.text !== undefined && !table.columns.has(mark.text)) unknownColumn('text', mark.text);
  }
  const made = Object.values(mark.transform ?? {}).flatMap((outputs) => (typeof outputs === 'object' ? Object.keys(outputs) : []));
  const missing = NEEDS[mark.mark].find((names) => !names.some((name) => mark[name] !== undefined || made.includes(name)));
  if (missing) faults.push({ keys: [...at, 'mark'], message: `${mark.mark} needs ${missing.join(' or ')}` });
  return faults;
}

const SPEC = { titleId: '', descriptionId: '' };

/** Draws every size, as the page will. Of what can't be drawn the mark is named that can't be drawn by itself. */
function drawingFaults(specification: Specification, data: FigureData): PlotFault[] {
  for (const size of Object.keys(SIZES) as Size[]) {
    const fault = refusal(specification, data, size);
    if (fault !== null) {
      const marks = specification.small?.marks && (size === 'S' || size === 'H') ? specification.small.marks : specification.marks;
      const at = marks === specification.marks ? ['marks'] : ['small', 'marks'];
      const alone = marks.findIndex((mark) => refusal({ ...specification, marks: [mark], small: undefined }, data, size) !== null);
      return [{ keys: alone < 0 ? at : [...at, String(alone), 'mark'], message: fault }];
    }
  }
  return [];
}

/** What Plot says against it, in a sentence without its end; null where it is drawn. */
function refusal(specification: Specification, data: FigureData, size: Size): string | null {
  try {
    const bytes = drawPlot(specification, data, SPEC, size).length;
    return bytes > MOST_BYTES
      ? `the drawing has ${Math.round(bytes / 1000)} kB, more than ${MOST_BYTES / 1000}. Begin later, or gather values by a transform`
      : null;
  } catch (fault) {
    return `Plot can't draw this: ${(fault as Error).message.split('\n')[0].replace(/\.$/, '')}`;
  }
}
