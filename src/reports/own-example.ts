/** The example of a chart kind in the series that a desk has, where it lacks those of the kind's own: as near to it as units allow. */
import type { ChartKind, EventsKind } from '../charts/kind.ts';
import { type Day, isoOf } from '../data/day.ts';
import type { Series } from '../data/series.ts';
import type { Context } from '../metrics/evaluate.ts';
import { parseExpression, seriesIn } from '../metrics/expression.ts';
import type { Unit } from '../metrics/units.ts';
import { splitSeries } from './figure-attributes.ts';

export interface Example {
  mdx: string;
  /** Files beside the report, by name. */
  files: Readonly<Record<string, string>>;
}

/** Fewer observations draw no picture. */
const FEWEST = 60;
const A_YEAR = 250;
const PRICES: readonly Unit[] = ['points', 'USD', 'index'];

/** Null where the desk has no series of the sort. It may still be refused when it is compiled. */
export function ownExample(kind: ChartKind, context: Context): Example | null {
  const usable = [...context.snapshot.series.values()]
    .map((series) => ({ ...series, days: series.days.filter((day) => day <= context.asOf) }))
    .filter(({ days }) => days.length >= FEWEST);
  const of = (units: readonly Unit[]): Series[] => usable.filter(({ unit }) => units.includes(unit));
  if (kind.of === 'claims' || kind.of === 'windows') {
    const [price] = of(PRICES);
    return price ? { mdx: kind.of === 'claims' ? claims(price) : windows(price), files: {} } : null;
  }
  if (kind.of === 'events') {
    const levels = [...of(PRICES), ...of(['percent'])].filter(
      ({ unit }, _k, [first]) => (unit === 'percent') === (first.unit === 'percent'),
    );
    return levels.length > 0 ? { mdx: events(kind, levels), files: {} } : null;
  }
  // Volumes for a kind that averages them; else the larger of prices and rates.
  const sorts = [of('average' in kind.options ? ['contracts'] : []), of(PRICES), of(['percent'])];
  const series = sorts[0].length > 0 ? sorts[0] : sorts.reduce((a, b) => (b.length > a.length ? b : a));
  return series.length === 0 ? null : rewritten(kind, series);
}

function rewritten(kind: ChartKind, series: readonly Series[]): Example | null {
  const written = new Map(
    [...(kind.example.match(/<Figure[\s\S]*/)?.[0] ?? '').matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const expressions = splitSeries(written.get('series') ?? '');
  const ids = [...new Set(expressions.flatMap((one) => seriesIn(parseExpression(one))))];
  if (ids.length === 0) return null;
  const own = new Map(ids.map((id, k) => [id, series[k % series.length]]));
  const isRate = series[0].unit === 'percent';
  // All at once: an id that is put in may be one that is to be replaced.
  const renamed = (text: string): string =>
    (isRate ? text.replace(/\breturn\(/g, 'change(') : text).replace(
      new RegExp(`\\b(?:${ids.join('|')})\\b`, 'g'),
      (id) => own.get(id)?.id ?? id,
    );
  const days = series[0].days;
  const dayBack = (count: number): string => isoOf(days[Math.max(0, days.length - 1 - count)] as Day);
  const from = kind.name === 'distribution' ? isoOf(days[0]) : dayBack(A_YEAR);
  const drawn = [...new Set(expressions.map(generally).map((one) => notOfItself(renamed(one))))];
  const titles = drawn.map((one) => own.get(ids.find((id) => own.get(id)?.id === seriesIn(parseExpression(one))[0]) ?? '')?.title ?? one);
  const changed: Readonly<Record<string, string | null>> = {
    series: drawn.join(', '),
    names: kind.files ? titles.join('; ') : null,
    from,
    to: null,
    highlight: `${from} to ${dayBack(40)}: These days`,
    mark: `${dayBack(5)}: This day`,
    title: 'The finding, in a sentence',
    subtitle: 'What is measured, its unit and its days',
    description: 'What can be seen, for those who don’t see it',
  };
  const attributes = [...written].flatMap(([name, value]) => {
    const to = name in changed ? changed[name] : value;
    return to === null ? [] : [`  ${name}="${to}"`];
  });
  const names =
    written
      .get('names')
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  const inFile = (text: string): string => names.reduce((all, name, k) => all.replaceAll(name, titles[k] ?? name), renamed(text));
  return {
    mdx: `<Figure\n${attributes.join('\n')}\n${/\n {2}wide\n/.test(kind.example) ? '  wide\n' : ''}/>`,
    files: Object.fromEntries(Object.entries(kind.files ?? {}).map(([name, text]) => [name, inFile(text)])),
  };
}

/** Measures that any price or rate has; 'cutsPriced(zqz24, 5.33)' is of one kind of future, and stands for its series. */
const GENERAL = ['return', 'change'];

function generally(expression: string): string {
  const [, measure, series] = /^([a-zA-Z]+)\(([a-z0-9_]+)\b[^()]*\)$/.exec(expression) ?? [];
  return measure === undefined || GENERAL.includes(measure) ? expression : series;
}

/** A difference of a series from itself shows nothing: the series alone. */
function notOfItself(expression: string): string {
  const [left, right] = expression.split(' - ');
  return right !== undefined && seriesIn(parseExpression(expression)).length === 1 ? left : expression;
}

function claims({ id, title }: Series): string {
  return `A note has it up <Reported id="week" by="somebody" source="a-note" m="return(${id}, 5d)">2% in five sessions</Reported>
and <Reported id="month" by="somebody" source="a-note" m="return(${id}, 20d)">more than 1%</Reported> over a month.

<Figure
  kind="said-found"
  claims="week month"
  names="${title}, five sessions; ${title}, twenty sessions"
  title="The finding, in a sentence"
  subtitle="What is measured, its unit and its days"
/>`;
}

function events({ name }: EventsKind, [first, second]: readonly Series[]): string {
  const { days } = first;
  const sessions = 10;
  const named = [4, 3, 2].map((k) => isoOf(days[days.length - 1 - k * sessions]));
  return `<Figure
  kind="${name}"
  series="${[first, second].flatMap((one) => one?.id ?? []).join(', ')}"
  events="${named.join(', ')}"
  sessions="${sessions}"
  title="The finding, in a sentence"
  subtitle="What is measured, its unit and its days"
/>`;
}

function windows({ id, days }: Series): string {
  const day = (back: number): string => isoOf(days[days.length - 1 - back]);
  return `Somebody has it up <Reported id="gain" by="somebody" source="a-note" why="from which day to which is not said">more than 5%</Reported> in a month.

<Figure
  kind="windows"
  series="${id}"
  from="${day(40)} to ${day(32)}"
  to="${day(16)} to ${day(8)}"
  level="gain: as reported"
  title="The finding, in a sentence"
  subtitle="What is measured, its unit and its days"
/>`;
}
