/** A Figure: its attributes read, its points computed on the pinned snapshot and digested. */
import type { Attribute, Element } from '../assertions/element.ts';
import type { FigureTerms } from '../assertions/loose.ts';
import type { ReportSource } from '../assertions/read.ts';
import { type FigureData, figureData, type Line } from '../charts/figure-data.ts';
import type { Annotations, ChartKind, Highlight, Mark } from '../charts/kind.ts';
import { kinds } from '../charts/kinds.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import { error, type Finding } from '../finding.ts';
import type { Context } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { shapeOf } from '../metrics/shape.ts';
import { didYouMean } from '../nearest.ts';
import { inputRecords } from './inputs.ts';
import type { FigureRecord } from './record.ts';
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
  terms: FigureTerms;
}

/** Null (and findings) where the figure can't be drawn. */
export function compileFigure(
  element: Element,
  { source, blocks }: ReportSource,
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
      `unknown kind of figure '${value('kind')}'.${didYouMean(value('kind'), known)} Known: ${known.join(', ')}.`,
    );
  }
  const from = kind.onOneDay ? { last: 1 } : readFrom(element, report);
  const to = attributes.has('to') ? readDay(attributes.get('to'), context, report) : context.asOf;
  if (from === null || to === null) return null;
  if (typeof from === 'object' && kind.needsFrom)
    return report('figure', offset, `a figure of kind '${value('kind')}' needs a date to begin with: from="…".`);

  const written = splitSeries(value('series'));
  const annotations = readAnnotations(element, kind, report);
  if (annotations === null) return null;
  const series = written.map((part) => part.text);
  const refused = kind.refuse(series, annotations);
  if (refused) return report('figure', attributes.get('series')?.offset ?? offset, `${refused}.`);
  const names = attributes.has('names')
    ? value('names')
        .split(',')
        .map((name) => name.trim())
    : [];
  if (attributes.has('names') && names.length !== series.length)
    return report(
      'figure',
      attributes.get('names')?.offset ?? offset,
      `${names.length} names for ${series.length} series. Write one each, with commas between.`,
    );
  try {
    const expressions = kind.expressions(series, typeof from === 'number' ? isoOf(from) : '', annotations);
    const data = figureData(expressions, from, to, context, names);
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
    };
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    return report(fault.rule, attributes.get('series')?.offset ?? offset, `series: ${fault.message}`);
  }
}

type Report = (rule: string, at: number, message: string) => null;

/** Null (and a finding) where one is wrong, or the kind does not take it. */
function readAnnotations({ attributes }: Element, kind: ChartKind, report: Report): Annotations | null {
  const annotations: Annotations = {};
  for (const name of ['highlight', 'mark', 'average'] as const) {
    const attribute = attributes.get(name);
    if (!attribute) continue;
    if (!kind.takes.includes(name)) {
      const takes = kind.takes.length > 0 ? `It takes ${kind.takes.join(', ')}.` : 'It takes no annotation.';
      return report('figure', attribute.offset, `'${attributes.get('kind')?.value}' has no ${name}. ${takes}`);
    }
    const read = READERS[name](attribute.value);
    if (read === null) return report('figure', attribute.offset, `'${attribute.value}' is not a ${name}. Write '${EXAMPLES[name]}'.`);
    Object.assign(annotations, { [name]: read });
  }
  return annotations;
}

const EXAMPLES = { highlight: '2024-07-09 to 2024-07-16: Last five sessions', mark: '2024-07-11: June CPI', average: '20' };

const READERS: { [K in keyof Annotations]-?: (text: string) => Annotations[K] | null } = {
  highlight(text): Highlight | null {
    const [, from = '', to = '', label = ''] = /^(\S+) to (\S+): (.+)$/.exec(text) ?? [];
    return isIsoDate(from) && isIsoDate(to) ? { from: dayOf(from), to: dayOf(to), label } : null;
  },
  mark(text): Mark | null {
    const [, day = '', label = ''] = /^([^:\s]+)(?:: (.+))?$/.exec(text) ?? [];
    return isIsoDate(day) ? { day: dayOf(day), label } : null;
  },
  average: (text) => (/^[1-9]\d*$/.test(text) ? Number(text) : null),
};

function readFrom({ attributes, offset }: Element, report: Report): Day | { last: number } | null {
  const from = attributes.get('from');
  const sessions = attributes.get('sessions');
  if (from && sessions) return report('figure', sessions.offset, "a figure begins at 'from' or shows the last 'sessions', not both.");
  if (from)
    return isIsoDate(from.value) ? dayOf(from.value) : report('figure', from.offset, `'${from.value}' is not a date. Write YYYY-MM-DD.`);
  if (!sessions) return report('figure', offset, 'a figure needs a beginning: from="2023-12-29", or sessions="46" for the last 46.');
  return /^[1-9]\d*$/.test(sessions.value)
    ? { last: Number(sessions.value) }
    : report('figure', sessions.offset, `'${sessions.value}' is not a number of sessions.`);
}

function readDay(to: Attribute | undefined, context: Context, report: Report): Day | null {
  if (!to || !isIsoDate(to.value)) return report('figure', to?.offset ?? 0, `'${to?.value}' is not a date. Write YYYY-MM-DD.`);
  const day = dayOf(to.value);
  return day > context.asOf
    ? report('look-ahead', to.offset, `${to.value} is after the report's asOf, ${isoOf(context.asOf)}: it could not be known.`)
    : day;
}

/** What the series say by themselves, so that the figure's texts may repeat it. */
function termsOf({ lines, from }: FigureData, { highlight, average }: Annotations, { calendar }: Context): FigureTerms {
  const shapes = lines.map(({ expression }) => shapeOf(expression));
  const windows = shapes.flatMap((shape) => shape.windows);
  return {
    numbers: shapes.flatMap((shape) => shape.numbers),
    windows: [
      ...windows.map(({ text }) => text),
      ...(average ? [`${average}d`] : []),
      ...(highlight ? [`${calendar.sessions(highlight.from + 1, highlight.to).length}d`] : []),
    ],
    days: [from, ...windows.flatMap(({ bounds }) => bounds ?? []), ...(highlight ? [highlight.from, highlight.to] : [])],
  };
}

/** 'rut, return(rut, 1d) - return(spx, 1d)' at its outer commas. */
export function splitSeries(text: string): { text: string; offset: number }[] {
  const parts: { text: string; offset: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    if (i === text.length || (text[i] === ',' && depth === 0)) {
      const part = text.slice(start, i);
      if (part.trim() !== '') parts.push({ text: part.trim(), offset: start + part.length - part.trimStart().length });
      start = i + 1;
    }
  }
  return parts;
}

function recordOf({ id, kind }: FigureSpec, title: string, line: number, data: FigureData): FigureRecord {
  return {
    id,
    line,
    kind,
    title,
    series: data.lines.map((drawn) => drawn.expression),
    from: isoOf(data.from),
    to: isoOf(data.to),
    digest: data.digest,
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
