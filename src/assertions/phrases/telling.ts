/** A value in the words of its unit and of what kind of metric it is: 'rose 11.5%', 'led by 9.9 percentage points', '7.3% below its high'. */
import { startOfPeriod } from '../../metrics/column.ts';
import { parseExpression } from '../../metrics/expression.ts';
import { formatInput, formatValue, shownDecimals } from '../../metrics/format.ts';
import type { Unit } from '../../metrics/units.ts';
import type { Window } from '../../metrics/windows.ts';
import { numberWord } from '../number-words.ts';
import type { Subject } from '../subject.ts';
import { mentionLike } from '../when.ts';

const SUFFIX: Partial<Record<Unit, string>> = { ratio: '%', percent: '%', 'percentage points': 'pp', 'basis points': 'bp', times: 'x' };

/** What a value of the unit is multiplied by to be printed. */
export const factorOf = (unit: Unit): number => (unit === 'ratio' || unit === 'percentage points' ? 100 : 1);

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

/** As the house prints it, with more decimals where those would leave nothing of it. */
export function printed(value: number, unit: Unit, decimals = shownDecimals(value, unit)): string {
  const suffix = SUFFIX[unit];
  if (unit === 'contracts') return `${plain(formatValue(value, unit)).replace(/ contracts$/, '')} contracts`;
  return plain(suffix ? formatValue(value, unit, `.${decimals}${suffix}`) : formatValue(value, unit));
}

/** True for a series, and for a metric that has a name as one. */
export const isSeries = (metric: string): boolean => parseExpression(metric).kind === 'series';

/** True for what closes: a series of prices, not an average of one. */
export const isPrice = ({ metric, unit }: Pick<Subject, 'metric' | 'unit'>): boolean =>
  (unit === 'points' || unit === 'USD') && isSeries(metric);

/** A level: of a price all the digits that the data have. */
export function printedLevel({ value, unit, metric }: Pick<Subject, 'value' | 'unit' | 'metric'>): string {
  if (!isPrice({ metric, unit })) return printed(value, unit);
  return `${unit === 'USD' ? '$' : ''}${formatInput(value)}`;
}

/** The value without its sign, where words give that. */
export function printedSize(subject: Subject): string {
  const { value, unit, shape } = subject;
  return shape.kind === 'level' ? printedLevel(subject) : printed(Math.abs(value), unit);
}

/** The verb with the sign of the value; empty where the metric has none. */
export function verbOf({ value, shape }: Subject): string {
  if (shape.kind !== 'move') return '';
  if (shape.isDifference) return value > 0 ? 'led' : 'trailed';
  return value > 0 ? 'rose' : 'fell';
}

/** What each move of a streak is called: prices gain and lose, rates and volumes rise and fall. Of `streak(s)` it is not known what s is. */
export function nounsOf({ unit, metric, shape }: Subject, sign: number): string[] {
  const [ofPrices, ofOthers] = sign > 0 ? ['gain', 'rise'] : ['loss', 'fall'];
  if (shape.isStreak && !/\b(?:return|change)\(/.test(metric)) return [ofPrices, ofOthers];
  return [unit === 'ratio' || isPrice({ metric, unit }) || /\breturn\(/.test(metric) ? ofPrices : ofOthers];
}

/** A number in the words around it. @param number without a sign, unless the metric is a level */
export function told(subject: Subject, number: string, verb = verbOf(subject)): string {
  const { shape, value } = subject;
  if (shape.kind === 'move') return `${verb}${shape.isDifference ? ' by' : ''} ${number}`;
  if (shape.kind === 'level') return `${number}${fromWhat(subject)}`;
  return `${number} ${value > 0 ? 'above' : 'below'}${fromWhat(subject)}`;
}

/** What a state, or a multiple, is measured from. */
function fromWhat({ metric, shape }: Subject): string {
  const expression = parseExpression(metric);
  const name = expression.kind === 'call' ? expression.name : '';
  if (name === 'multiple') return ` the average of the prior ${shape.counts[0]} sessions`;
  if (shape.isDrawdown) return ' its high';
  if (name === 'distance') return ` its ${shape.counts[0]}-day average`;
  return name === 'zscore' ? ' the mean' : '';
}

/** The one window of a metric, also where both sides of a difference have it; null where there are several, or none. */
export function windowOf({ shape: { windows } }: Subject): Window | null {
  return windows.every(({ text }) => text === windows[0].text) ? (windows[0] ?? null) : null;
}

const UNITS: Readonly<Record<string, string>> = { d: 'session', w: 'week', mo: 'month', y: 'year' };
const TO_DATE: Readonly<Record<string, string>> = { '1w': 'week', mtd: 'month', qtd: 'quarter', ytd: 'year' };

/** A window as a number of its units: 5 and 'session'. */
export function spanOf({ text }: Window): { count: number; unit: string } | null {
  const [, count, unit = ''] = /^(\d+)(d|w|mo|y)$/.exec(text) ?? [];
  return count === undefined ? null : { count: Number(count), unit: UNITS[unit] };
}

/** The calendar period that a window runs in; null for others. */
export const periodOf = ({ text }: Window): string | null => TO_DATE[text] ?? null;

/** After a number: 'in five sessions', 'this year', 'since July 9, 2024'; null for one session, and where there is no one window. */
export function stretchOf(subject: Subject): string | null {
  const window = windowOf(subject);
  if (!window) return null;
  if (window.bounds) {
    const [from, to] = window.bounds.map((day) => mentionLike({ month: 1, day: 1 }, day));
    return to === undefined ? `since ${from}` : `from ${from} to ${to}`;
  }
  const period = periodOf(window);
  if (period) return period === 'year' ? 'this year' : `in the ${period}`;
  const span = spanOf(window);
  if (!span || window.text === '1d') return null;
  return span.count === 1 ? `in a ${span.unit}` : `in ${numberWord(span.count)} ${span.unit}s`;
}

/** True where the last value is of a period that goes on: a week on its Wednesday. */
export function isRunning({ shape, calendar, at }: Subject): boolean {
  const period = shape.windows.find((window) => window.period)?.period;
  if (!period) return false;
  let next = at + 1;
  while (!calendar.isSession(next)) next++;
  return startOfPeriod(period, at) === startOfPeriod(period, next);
}
