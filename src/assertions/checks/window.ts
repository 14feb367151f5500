/** Words for how far back a statement looks: they must fit the metric's window. */
import { type Day, dayOf, isoOf, partsOf } from '../../data/day.ts';
import type { Window } from '../../metrics/windows.ts';
import type { Atom, DateMention, PeriodName, Quantity } from '../atoms.ts';
import { type Subject, unclear, type Verdict } from '../subject.ts';
import { inMention, withYear } from '../when.ts';

const NOTHING: Verdict = { checks: [], complaints: [] };

const holds = (said: string, found: string): Verdict => ({ checks: [{ what: 'window', said, found, ok: true }], complaints: [] });

type Named = Exclude<PeriodName, 'close'>;

/** Windows that stand for each period: 'a month' is a rolling one, 'the month' may be the one that runs. */
const ROLLING: Readonly<Record<Named, readonly string[]>> = { day: ['1d'], week: ['1w'], month: ['1mo'], quarter: ['3mo'], year: ['1y'] };
const TO_DATE: Readonly<Record<Named, string>> = { day: '1d', week: '1w', month: 'mtd', quarter: 'qtd', year: 'ytd' };

/** Calendar days from end to end of a fixed window that may be called by the name of a period. */
const SPANS: Readonly<Record<Named, readonly [number, number]>> = {
  day: [1, 4],
  week: [4, 10],
  month: [26, 35],
  quarter: [84, 98],
  year: [357, 372],
};

/** How the windows of a metric are called: '5d and 1w', or 'no window'. */
export function windowsOf({ shape }: Subject): string {
  return shape.windows.length === 0 ? 'no window' : [...new Set(shape.windows.map(({ text }) => text))].join(' and ');
}

/** Whether every window of the metric may be called by the name of the period. @param toDate true for the period that runs: 'the month' */
export function fitsPeriod(period: Named, { shape, at }: Subject, toDate: boolean): boolean {
  const written = [...ROLLING[period], ...(toDate ? [TO_DATE[period]] : [])];
  return shape.windows.length > 0 && shape.windows.every((window) => written.includes(window.text) || spans(period, window, at));
}

function spans(period: Named, { bounds }: Window, at: Day): boolean {
  if (!bounds) return false;
  const days = (bounds[1] ?? at) - bounds[0];
  return days >= SPANS[period][0] && days <= SPANS[period][1];
}

/**
 * 'Best week' wants 1w, 'highest close' a level. A metric without a window has no period to contradict, unless `strict`.
 * @param strict true beside a superlative, where the period says what is compared
 */
export function checkPeriod(
  { period, word, offset }: Atom & { type: 'period' },
  strict: boolean,
  toDate: boolean,
  subject: Subject,
): Verdict {
  const { shape, unit } = subject;
  if (period === 'close') return NOTHING;
  const counted = unit === 'sessions' ? 'day' : unit === 'periods' ? period : null;
  const isPrice = shape.kind === 'level' && ['points', 'percent', 'USD', 'index'].includes(unit);
  if (counted === period || (shape.windows.length === 0 && (!strict || (period === 'day' && !isPrice)))) return NOTHING;
  if (counted === null && fitsPeriod(period, subject, toDate)) return holds(word, windowsOf(subject));
  const message = `'${word}' does not fit the metric, which has ${windowsOf(subject)}. Use ${toDate ? TO_DATE[period] : ROLLING[period][0]}, or write the window as it is.`;
  return { checks: [], complaints: [unclear(offset, message)] };
}

/** 'Over five sessions', 'the six-month gain': every window must be that long. */
/** @param text the number with what it counts */
export function checkLength(quantity: Quantity, period: PeriodName, subject: Subject, text = quantity.text): Verdict {
  const { number, offset, bound, boundWord } = quantity;
  if (bound !== null && boundWord?.toLowerCase() !== 'over')
    return {
      checks: [],
      complaints: [unclear(offset, `'${boundWord} ${text}' is a stretch of time, which the metric gives exactly: ${windowsOf(subject)}.`)],
    };
  const wanted: readonly string[] = {
    day: [`${number}d`],
    week: [`${number}w`],
    month: [`${number}mo`, `${number / 12}y`],
    quarter: [`${number * 3}mo`],
    year: [`${number}y`],
    close: [],
  }[period];
  const { windows, counts } = subject.shape;
  if (wanted.includes(subject.overText ?? '')) return holds(text, `over ${subject.overText}`);
  if (period === 'day' && counts.includes(number)) return holds(text, `counts ${number} sessions`);
  if (windows.length > 0 && windows.every((window) => wanted.includes(window.text))) return holds(text, windowsOf(subject));
  return {
    checks: [],
    complaints: [
      unclear(
        offset,
        `'${text}' is no window of the metric, which has ${windowsOf(subject)}. Write the window as it is, or leave it outside the Fact.`,
      ),
    ],
  };
}

/** 'Rose 11.6% since December 29': a window must begin there. */
export function checkBegin(since: Atom & { type: 'since' }, subject: Subject): Verdict {
  if (since.date === null) return { checks: [], complaints: [unclear(since.offset, `since when? Write a date: 'since July 9'.`)] };
  if (since.date === 'year') return checkYear(since, partsOf(subject.at).year, subject);
  const date = withYear(since.date, subject.at);
  const said = `since ${date.text}`;
  const begin = beginOf(subject);
  const begins = [begin, ...subject.shape.windows.flatMap(({ bounds }) => bounds?.slice(0, 1) ?? [])];
  if (
    begins.some((day) => inMention(day, date)) ||
    (subject.shape.windows.some(({ text }) => text === 'ytd') && isYearStart(date, subject.at))
  )
    return holds(said, `from ${isoOf(begin)}`);
  return {
    checks: [],
    complaints: [
      unclear(since.offset, `'${said}' is not where the metric begins: ${subject.metric} counts from ${isoOf(begin)}. Write that date.`),
    ],
  };
}

/** '2024' or 'January 2024', of a window that counts from the last close of 2023. */
function isYearStart({ year, month = 1, day = 1 }: DateMention, at: Day): boolean {
  return year === partsOf(at).year && month === 1 && day <= 2;
}

export const yearOf = (year: number | 'this', at: Day): number => (year === 'this' ? partsOf(at).year : year);

/** 'This year', 'in 2024': the metric must count from the turn of the year, unless it is a level of a day in it. */
export function checkYear({ word, offset }: Atom & { type: 'in-year' | 'since' }, year: number, subject: Subject): Verdict {
  const { at, shape, metric } = subject;
  const begin = beginOf(subject);
  const turn = dayOf(`${year}-01-01`);
  const inYear = partsOf(at).year === year;
  const fromTurn = shape.windows.some(({ text }) => text === 'ytd') || Math.abs(begin - turn) <= 10;
  if (inYear && (fromTurn || (shape.kind === 'level' && shape.windows.length === 0)))
    return holds(word, `from ${isoOf(begin)} to ${isoOf(at)}`);
  const advice = inYear ? 'Use the window ytd.' : `It is read on ${isoOf(at)}.`;
  return {
    checks: [],
    complaints: [unclear(offset, `'${word}' is the whole of ${year}, and ${metric} counts from ${isoOf(begin)}. ${advice}`)],
  };
}

/** The first day that the value rests on. */
function beginOf({ column, at }: Subject): Day {
  return column.days.length === 0 ? at : column.reach(column.days.length - 1)[0];
}
