/** A Figure: its attributes read, its points computed on the pinned snapshot and digested. */
import type { Element } from '../assertions/element.ts';
import type { Terms } from '../assertions/loose.ts';
import type { ReportSource } from '../assertions/read.ts';
import type { FigureData, Line } from '../charts/figure-data.ts';
import type { Annotations, ChartKind } from '../charts/kind.ts';
import { kinds } from '../charts/kinds/index.ts';
import { type Day, isoOf } from '../data/day.ts';
import { indexOnOrBefore } from '../data/series.ts';
import { error, type Finding } from '../finding.ts';
import { type Context, seriesUsed } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { shapeOf } from '../metrics/shape.ts';
import { didYouMean } from '../nearest.ts';
import { hasOwnAttributes, type Report } from './figure-attributes.ts';
import { figureOfClaims } from './figure-of-claims.ts';
import { figureOfEvents } from './figure-of-events.ts';
import { type Beside, figureOfPlot, type PlacedWords } from './figure-of-plot.ts';
import { type Drawn, figureOfSeries } from './figure-of-series.ts';
import { figureOfWindows } from './figure-of-windows.ts';
import { inputRecords } from './inputs.ts';
import type { FigureRecord } from './record.ts';
import type { ReportedFigures } from './reported-figures.ts';
import { type RichText, richTextOf } from './rich-text.ts';

/** What the author says of a figure, apart from its data. */
export interface FigureSpec {
  id: string;
  kind: string;
  title: RichText;
  subtitle: RichText;
  note: RichText;
  /** The author's own description, empty where the kind gives one from the values. */
  description: RichText;
  wide: boolean;
  annotations: Annotations;
}

export interface FigureView {
  record: FigureRecord;
  spec: FigureSpec;
  data: FigureData;
  terms: Terms;
  /** Words in the drawing that stand in a file beside the report. */
  words?: readonly PlacedWords[];
}

/**
 * Null (and findings) where the figure can't be drawn.
 * @param reported all Reported of the report: some figures draw them
 */
export function compileFigure(
  element: Element,
  { source, blocks, files }: ReportSource,
  reported: ReportedFigures,
  context: Context,
  findings: Finding[],
): FigureView | null {
  const { id, attributes, offset } = element;
  const value = (name: string): string => attributes.get(name)?.value ?? '';
  const report: Report = (rule, at, message) => {
    findings.push(error(rule, source.placeOf(at), message, id));
    return null;
  };
  const kind = kinds.get(value('kind'));
  if (!kind) {
    const known = [...kinds.keys()];
    return report(
      'unknown-kind',
      attributes.get('kind')?.offset ?? offset,
      `unknown kind of figure '${value('kind')}'.${kindMeant(value('kind'), known)} Known: ${known.join(', ')}.`,
    );
  }
  if (!hasOwnAttributes(element, kind, report)) return null;
  try {
    const drawn = drawnOf(element, kind, reported, { path: source.path, files }, context, report, findings);
    if (drawn === null) return null;
    const { data, annotations, words } = drawn;
    const empty = data.lines.find((line) => line.days.length === 0);
    if (empty) return report('figure-empty', offset, `there is nothing to draw: ${empty.expression} has no value in these days.`);
    const textOf = (attribute: string): RichText =>
      blocks.filter(({ figure }) => figure?.id === id && figure.attribute === attribute).flatMap(richTextOf);
    const spec: FigureSpec = {
      id,
      kind: value('kind'),
      title: textOf('title'),
      subtitle: textOf('subtitle'),
      note: textOf('note'),
      description: textOf('description'),
      wide: attributes.has('wide'),
      annotations,
    };
    return {
      record: recordOf(spec, value('title'), source.placeOf(offset).line, data),
      spec,
      data,
      terms: termsOf(data, annotations, context),
      words,
    };
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    return report(fault.rule, attributes.get('series')?.offset ?? offset, `series: ${fault.message}`);
  }
}

/** The kinds that have the word in their names, else the one that is a slip away: ` Did you mean 'average-bars' or 'relative-bars'?`. */
function kindMeant(written: string, known: readonly string[]): string {
  const words = written
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  const having = known.filter((name) => name.split('-').some((part) => words.some((word) => part === word || part === `${word}s`)));
  return didYouMean(written, known) || (having.length > 0 ? ` Did you mean ${having.map((name) => `'${name}'`).join(' or ')}?` : '');
}

function drawnOf(
  element: Element,
  kind: ChartKind,
  reported: ReportedFigures,
  beside: Beside,
  context: Context,
  report: Report,
  findings: Finding[],
): Drawn | null {
  switch (kind.of) {
    case 'series':
      return figureOfSeries(element, kind, context, report);
    case 'plot':
      return figureOfPlot(element, kind, beside, context, report, findings);
    case 'claims':
      return figureOfClaims(element, reported, context, report);
    case 'windows':
      return figureOfWindows(element, reported, context, report);
    case 'events':
      return figureOfEvents(element, kind, context, report);
  }
}

/** What a figure draws, so that its texts may repeat it. */
function termsOf({ lines, from, to }: FigureData, annotations: Annotations, context: Context): Terms {
  const { highlight, average, claims = [], starts = [], level, events } = annotations;
  const shapes = [...lines.map(({ expression }) => expression), ...(events?.trigger ? [events.trigger.text] : [])].map(shapeOf);
  const windows = shapes.flatMap((shape) => shape.windows);
  const { calendar } = context;
  return {
    numbers: [...shapes.flatMap((shape) => shape.numbers), ...claims.map(({ number }) => number), ...(level ? [level.number] : [])],
    windows: [
      ...windows.map(({ text }) => text),
      ...shapes.flatMap((shape) => shape.counts.map((count) => `${count}d`)),
      ...fixedLengths(lines, context).map((length) => `${length}d`),
      ...(events ? [events.sessions, events.before].map((count) => `${count}d`) : []),
      ...(average ? [`${average}d`] : []),
      ...(highlight ? [`${calendar.sessions(highlight.from + 1, highlight.to).length}d`] : []),
    ],
    days: [
      from,
      ...windows.flatMap(({ bounds }) => bounds ?? []),
      ...(highlight ? [highlight.from, highlight.to] : []),
      ...(level ? [...starts, to] : []),
      ...(events?.days ?? []),
    ],
  };
}

/** How many sessions its windows with fixed ends have, where all have as many: of those of the series that each is of. */
function fixedLengths(lines: readonly Line[], context: Context): number[] {
  const ofWindows = lines.flatMap(({ expression }) => {
    const used = seriesUsed(expression, context).filter(({ resource }) => resource.provenance.calendar !== 'events');
    const ofExchange = (first: Day, last: Day): number => context.calendar.sessions(context.calendar.lastSessionBy(first) + 1, last).length;
    return shapeOf(expression).windows.flatMap(({ bounds: [first, last] = [] }) =>
      first === undefined || last === undefined
        ? []
        : [
            used.length === 0
              ? [ofExchange(first, last)]
              : used.map(({ days }) => indexOnOrBefore(days, last) - indexOnOrBefore(days, first)),
          ],
    );
  });
  const [some = [], ...others] = ofWindows;
  return [...new Set(some)].filter((length) => others.every((lengths) => lengths.includes(length)));
}

/** What the record keeps of a figure. */
export function recordOf({ id, kind, annotations: { plot } }: FigureSpec, title: string, line: number, data: FigureData): FigureRecord {
  return {
    id,
    line,
    kind,
    title,
    series: data.lines.map((drawn) => drawn.expression),
    from: isoOf(data.from),
    to: isoOf(data.to),
    digest: data.digest,
    ...(plot ? { specification: plot.hash } : {}),
    summary: data.lines.map(summarise),
    inputs: inputRecords(data.inputs),
  };
}

function summarise({ expression, values }: Line): FigureRecord['summary'][number] {
  return {
    series: expression,
    first: values[0],
    last: values[values.length - 1],
    min: values.reduce((a, b) => Math.min(a, b)),
    max: values.reduce((a, b) => Math.max(a, b)),
    points: values.length,
  };
}
