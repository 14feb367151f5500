/** A figure of the series that its author names, from a day or over a number of sessions. */
import type { Element } from '../assertions/element.ts';
import { type FigureData, figureData } from '../charts/figure-data.ts';
import type { Annotations, Highlight, Mark, SeriesKind } from '../charts/kind.ts';
import { HIGHLIGHT, MARK } from '../charts/options.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import { countWord } from '../metrics/count-word.ts';
import { type Context, evaluateAt, evaluateColumn } from '../metrics/evaluate.ts';
import { parseExpression, seriesIn } from '../metrics/expression.ts';
import { type Report, readDay, readNames, splitSeries } from './figure-attributes.ts';
import type { PlacedWords } from './figure-of-plot.ts';
import { dayElsewhere } from './name-days.ts';

/** What a figure draws: its points, and what stands among them. */
export interface Drawn {
  data: FigureData;
  annotations: Annotations;
  /** Words in the drawing that stand in a file beside the report. */
  words?: readonly PlacedWords[];
}

/** What a kind says of the series it draws. */
type Drawing = Pick<SeriesKind, 'name' | 'options' | 'lines' | 'refuse' | 'refuseValues' | 'expressions'>;

/**
 * Null (and a finding) where it can't be drawn.
 * @throws ExpressionError
 */
export function figureOfSeries(element: Element, kind: Drawing, context: Context, report: Report): Drawn | null {
  const { attributes, offset } = element;
  const from = 'from' in kind.options ? readFrom(element, report) : { last: 1 };
  const end = attributes.get('to');
  const to = end ? readDay(end, context, report) : context.asOf;
  if (from === null || to === null) return null;
  const annotations = readAnnotations(element, report);
  if (annotations === null) return null;
  const series = splitSeries(attributes.get('series')?.value ?? '');
  const refused =
    countRefused(series.length, kind) ?? kind.refuse?.(series, (expression) => evaluateColumn(expression, context).column.unit);
  if (refused) return report('figure', attributes.get('series')?.offset ?? offset, `${refused}.`);
  const { mark } = annotations;
  if (mark && !context.calendar.isSession(mark.day))
    return report(
      'figure',
      attributes.get('mark')?.offset ?? offset,
      `${isoOf(mark.day)} is not a session. The last one before it is ${isoOf(context.calendar.lastSessionBy(mark.day))}.`,
    );
  const names = readNames(element, series.length, `${series.length} series`, report);
  if (names === null) return null;
  const expressions =
    kind.expressions?.(series, typeof from === 'number' ? isoOf(from) : '', annotations, (one, day) => evaluateAt(one, day, context)) ??
    series;
  const stranger = names.findIndex((name, i) => isOfAnother(name, series[i], context));
  if (stranger >= 0)
    return report(
      'figure',
      attributes.get('names')?.offset ?? offset,
      `'${names[stranger]}' is the name of another series than ${series[stranger]}. Put the names in the order of the series.`,
    );
  const [elsewhere] = names.flatMap((name, i) => dayElsewhere(name, series[i]) ?? []);
  if (elsewhere) return report('figure', attributes.get('names')?.offset ?? offset, elsewhere);
  const data = figureData(expressions, from, to, context, names);
  if (mark && (mark.day < data.from || mark.day > data.to))
    return report(
      'figure',
      attributes.get('mark')?.offset ?? offset,
      `${isoOf(mark.day)} is not among the days that are drawn, ${isoOf(data.from)} to ${isoOf(data.to)}. Begin earlier, or mark one of them.`,
    );
  const unfit = kind.refuseValues?.(data.lines);
  return unfit ? report('figure', attributes.get('series')?.offset ?? offset, `${unfit}.`) : { data, annotations };
}

/** Too many series for the kind, or too few; null where the number is right. */
function countRefused(count: number, { name, lines: [least, most] }: Drawing): string | null {
  if (count >= least && count <= most) return null;
  const range = least === most ? countWord(least) : `${countWord(least)} to ${countWord(most)}`;
  return `'${name}' draws ${range} series, not ${count}`;
}

/** True for the title of a series that the expression does not have. */
function isOfAnother(name: string, expression: string, { snapshot, named }: Context): boolean {
  const ids = [
    ...[...snapshot.series.values()].map(({ id, title }) => ({ id, title })),
    ...[...(named ?? [])].map(([id, { title }]) => ({ id, title })),
  ].flatMap((one) => (one.title === name ? [one.id] : []));
  return ids.length > 0 && !ids.some((id) => seriesIn(parseExpression(expression)).includes(id));
}

/** Null (and a finding) where one is wrong. */
function readAnnotations({ attributes }: Element, report: Report): Annotations | null {
  const annotations: Annotations = {};
  for (const name of ['highlight', 'mark', 'average'] as const) {
    const attribute = attributes.get(name);
    if (!attribute) continue;
    const read = READERS[name](attribute.value);
    if (read === null) return report('figure', attribute.offset, `'${attribute.value}' is not a ${name}. Write '${EXAMPLES[name]}'.`);
    Object.assign(annotations, { [name]: read });
  }
  return annotations;
}

const EXAMPLES = { highlight: HIGHLIGHT.example, mark: MARK.example, average: '20' };

const READERS: { [K in 'highlight' | 'mark' | 'average']: (text: string) => Annotations[K] | null } = {
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
