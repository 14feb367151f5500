/** What may be remarkable about a series: the metrics that fit its unit, each with how a sentence tells of it. */
import { placeWord } from '../assertions/number-words.ts';
import { printedLevel, printedSize, stretchOf, told, verbOf } from '../assertions/phrases/telling.ts';
import type { Subject } from '../assertions/subject.ts';
import { formatDay } from '../metrics/format.ts';
import { shapeOf } from '../metrics/shape.ts';
import type { Unit } from '../metrics/units.ts';

/** Statements of one family tell of the same thing, and stand for each other. */
export type Family =
  | 'level'
  | 'move'
  | 'period'
  | 'streak'
  | 'gap'
  | 'gap streak'
  | 'high'
  | 'average'
  | 'deviation'
  | 'volatility'
  | 'strength'
  | 'ratio'
  | 'volume';

export interface Candidate {
  family: Family;
  metric: string;
  /** Set where the metric is read at the end of its last whole period. */
  whole?: 'week' | 'month';
  /** Before the Fact, as in the middle of a sentence. */
  before: string;
  /** The metric whose first day stands in `before`. */
  from?: string;
  /** The words of the value; of these the first that hold. None where only a superlative tells anything. */
  told(subject: Subject): string[];
  /** Before a superlative: 'its', 'their', 'the'. */
  its: string;
  /** What a superlative must be of, where there are several: a rate falls, a price loses. */
  noun?: RegExp;
}

/** Stand in `before` for the first day of `from`, and for the day of the value. */
export const FROM = '{from}';
export const TO = '{to}';

/** A series, or a metric with a name, as sentences call it. */
export interface Named {
  id: string;
  /** As in the middle of a sentence, with an article where it has one: 'the Russell 2000', 'Apple'. */
  name: string;
  unit: Unit;
  isPlural: boolean;
}

export const PRICES: readonly Unit[] = ['points', 'USD', 'index'];

/** Sessions, and periods that run, over which moves are looked at. */
const MOVES = ['1d', '5d', '20d', 'ytd', '1y'];
const WHOLE = [
  ['1w', 'week'],
  ['mtd', 'month'],
] as const;
const AVERAGES = [50, 200];
/** Months and a year of sessions, for volumes. */
const VOLUMES = [20, 250];
/** A year of sessions, against which something is unusual. */
const YEAR = '252d';

/** 'July 16, 2024', as an author types it. */
export const typedDay = (day: number): string => formatDay(day, 'long').replace('\u00A0', ' ');

/** 'Rose 11.5% in the five sessions to July 16, 2024', 'rose 3.5%'. */
function moved(subject: Subject, main: string): string[] {
  const stretch = stretchOf(subject);
  if (!stretch) return [main];
  const until = `${stretch.replace(/^in (?:the |a )?/, 'in the ')} to ${typedDay(subject.at)}`;
  return [`${main} ${until}`, `${main} ${stretch}`, main];
}

const ofMove = (subject: Subject): string[] => moved(subject, told(subject, printedSize(subject)));
const ofLevel = (subject: Subject): string[] => [printedLevel(subject)];
/** 'Over 20 sessions': of a measure that counts them. */
const overSessions = (subject: Subject): string[] => [`${printedLevel(subject)} over ${subject.shape.counts[0]} sessions`];
const ofState = (subject: Subject): string[] => [told(subject, printedSize(subject))];

/** Of the series alone. */
export function candidatesOf(series: Named): Candidate[] {
  if (PRICES.includes(series.unit)) return ofPrice(series);
  return series.unit === 'percent' ? ofRate(series) : series.unit === 'contracts' ? ofVolume(series) : [];
}

function ofPrice(series: Named): Candidate[] {
  const { id, name } = series;
  const stood = { before: `${name} stood `, told: ofState, its: 'the' };
  return [
    { family: 'level', metric: id, before: `${name} ${series.unit === 'index' ? 'stood' : 'closed'} at `, told: ofLevel, its: 'its' },
    ...movesOf(series, 'return'),
    streakOf(series, /gains|losses/),
    { ...stood, family: 'high', metric: `drawdown(${id})` },
    ...AVERAGES.map((n): Candidate => ({ ...stood, family: 'average', metric: `distance(${id}, ${n})` })),
    { family: 'volatility', metric: `volatility(${id}, 20)`, before: `the volatility of ${name} was `, told: overSessions, its: 'the' },
    { family: 'strength', metric: `rsi(${id}, 14)`, before: `the relative strength index of ${name} was `, told: overSessions, its: 'the' },
  ];
}

function ofRate(series: Named): Candidate[] {
  const { id, name } = series;
  return [
    { family: 'level', metric: id, before: `${name} was `, told: ofLevel, its: 'its' },
    ...movesOf(series, 'change'),
    streakOf(series, /rises|falls/),
  ];
}

function ofVolume(series: Named): Candidate[] {
  const { id, name } = series;
  const came = { before: `${name} came to `, its: 'the' };
  return [
    { ...came, family: 'level', metric: id, told: ofLevel },
    ...VOLUMES.map((n): Candidate => ({ ...came, family: 'volume', metric: `multiple(${id}, ${n})`, told: ofState })),
    streakOf(series, /rises|falls/),
    { ...came, family: 'deviation', metric: `zscore(${id}, ${YEAR})`, before: `${name} stood `, told: ofState },
  ];
}

/** Moves over sessions and periods, and how unusual those over one session and five were against the year before. */
function movesOf({ id, name }: Named, measure: 'return' | 'change'): Candidate[] {
  const over = (window: string): string => `${measure}(${id}, ${window})`;
  const base = { before: `${name} `, told: ofMove, its: 'its' };
  return [
    ...MOVES.map((window): Candidate => ({ ...base, family: 'move', metric: over(window) })),
    ...WHOLE.map(([window, whole]): Candidate => ({ ...base, family: 'period', metric: over(window), whole })),
    ...['1d', '5d'].map((window): Candidate => {
      const before = window === '1d' ? `the day’s move of ${name} was ` : `the move of ${name} from ${FROM} to ${TO} was `;
      return { family: 'deviation', metric: `zscore(${over(window)}, ${YEAR})`, before, from: over(window), told: ofState, its: 'the' };
    }),
  ];
}

function streakOf({ id, name, isPlural }: Named, noun: RegExp): Candidate {
  return {
    family: 'streak',
    metric: `streak(${id})`,
    before: `${name} `,
    told: running('rose', 'fell'),
    its: isPlural ? 'their' : 'its',
    noun,
  };
}

/** Of a streak of two or more. */
const running =
  (up: string, down: string) =>
  ({ value }: Subject): string[] =>
    Math.abs(value) < 2 ? [] : [`${value > 0 ? up : down} for a ${placeWord(Math.abs(value))} straight session`];

/** Of the series against another of its unit. */
export function candidatesAgainst(series: Named, other: Named): Candidate[] {
  if (series.unit === 'percent') return [curveOf(series, other)];
  if (series.unit === 'contracts') return putCallOf(series, other);
  return PRICES.includes(series.unit) ? gapsOf(series, other) : [];
}

function gapsOf(series: Named, other: Named): Candidate[] {
  const gap = (window: string): string => `return(${series.id}, ${window}) - return(${other.id}, ${window})`;
  const ofGap = (subject: Subject): string[] => moved(subject, `${verbOf(subject)} ${other.name} by ${printedSize(subject)}`);
  const base = { before: `${series.name} `, told: ofGap, its: 'its' };
  const before = `the ratio of ${series.name} to ${other.name} stood at `;
  return [
    ...MOVES.map((window): Candidate => ({ ...base, family: 'gap', metric: gap(window) })),
    ...WHOLE.map(([window, whole]): Candidate => ({ ...base, family: 'period', metric: gap(window), whole })),
    { ...base, family: 'gap streak', metric: `streak(${gap('1d')})`, told: running(`led ${other.name}`, `trailed ${other.name}`) },
    { ...base, family: 'ratio', metric: `ratio(${series.id}, ${other.id})`, before, told: () => [] },
  ];
}

/** The longer rate less the shorter: which is which is read from the numbers in their ids. */
function curveOf(series: Named, other: Named): Candidate {
  const yearsIn = ({ id }: Named): number => Number(/\d+/.exec(id)?.[0] ?? 0);
  const [long, short] = yearsIn(other) > yearsIn(series) ? [other, series] : [series, other];
  return {
    family: 'gap',
    metric: `curve(${long.id}, ${short.id})`,
    before: `${long.name} less ${short.name} was `,
    told: (subject) => [signed(subject)],
    its: 'the',
  };
}

/** Puts and calls of one thing, by their ids. */
function putCallOf(series: Named, other: Named): Candidate[] {
  const [puts, calls] = /put/.test(series.id) ? [series, other] : [other, series];
  if (puts.id.replace('put', '') !== calls.id.replace('call', '') || puts.id === calls.id) return [];
  return [{ family: 'ratio', metric: `putCall(${puts.id}, ${calls.id})`, before: `${puts.name} came to `, told: toldOfCalls, its: 'the' }];
}

const toldOfCalls = (subject: Subject): string[] => [`${printedLevel(subject)} the calls`, printedLevel(subject)];

/** Where it is not said above or below what it stands, its sign is. */
const ofAnyState = (subject: Subject): string[] =>
  ofState(subject).map((text) => (/ (?:above|below)$/.test(text) ? signed(subject) : text));

const signed = (subject: Subject): string => `${subject.value < 0 ? '\u2212' : ''}${printedSize(subject)}`;

/** Of a metric that is no series: itself, its streak, and how unusual it is against the year before. 'It' is for the author to name. */
export function candidatesOfMetric(metric: string): Candidate[] {
  const { kind, isStreak } = shapeOf(metric);
  const of: Record<typeof kind, Candidate> = {
    level: { family: 'level', metric, before: 'it was ', told: ofLevel, its: 'its' },
    move: { family: 'move', metric, before: 'it ', told: isStreak ? running('rose', 'fell') : ofMove, its: 'its' },
    state: { family: 'high', metric, before: 'it was ', told: ofAnyState, its: 'the' },
  };
  return [
    of[kind],
    { family: 'deviation', metric: `zscore(${metric}, ${YEAR})`, before: 'it stood ', told: ofState, its: 'the' },
    ...(kind === 'move' && !isStreak
      ? [{ ...of.move, family: 'streak', metric: `streak(${metric})`, before: 'its run was ', told: () => [], its: 'the' } as const]
      : []),
  ];
}
