/** Words for how far back a statement looks: they must fit the metric's window. */
import { type Day, dayOf, isoOf, partsOf } from '../../data/day.ts';
import type { Window } from '../../metrics/windows.ts';
import type { Atom, DateMention, Quantity } from '../phrase.ts';
import { type Subject, unclear, type Verdict } from '../subject.ts';
import { inMention, withYear } from '../when.ts';

export type PeriodName = (Atom & { type: 'period' })['period'];

const NOTHING: Verdict = { checks: [], complaints: [] };

const holds = (said: string, found: string): Verdict => ({ checks: [{ what: 'window', said, found, ok: true }], complaints: [] });

/** Written windows that stand for each period. */
const WRITTEN: Readonly<Record<Exclude<PeriodName, 'close'>, RegExp>> = {
  day: /^1d$/,
  week: /^1w$/,
  month: /^(?:mtd|1mo)$/,
  quarter: /^(?:qtd|3mo)$/,
  year: /^(?:ytd|1y)$/,
};

/** What to write instead, by period. */
const ADVICE: Readonly<Record<Exclude<PeriodName, 'close'>, string>> = { day: '1d', week: '1w', month: 'mtd', quarter: 'qtd', year: 'ytd' };

/** Calendar days from end to end of a fixed window that may be called by the name of a period. */
const SPANS: Readonly<Record<Exclude<PeriodName, 'close'>, readonly [number, number]>> = {
  day: [1, 4],
  week: [4, 10],
  month: [26, 35],
  quarter: [84, 98],
  year: [357, 372],
};

/** How the windows of a metric are called: '5d, 1w', or 'no window'. */
function windowsOf({ shape }: Subject): string {
  return shape.windows.length === 0 ? 'no window' : [...new Set(shape.windows.map(({ text }) => text))].join(' and ');
}

/**
 * 'Best week' wants 1w, 'highest close' a level. A metric without a window has no period to contradict, unless `strict`.
 * @param strict true beside a superlative, where the period says what is compared
 */
export function checkPeriod({ period, word, offset }: Atom & { type: 'period' }, strict: boolean, subject: Subject): Verdict {
  const { shape, metric, unit } = subject;
  if (period === 'close') {
    if (!strict || shape.isLevel) return NOTHING;
    return {
      checks: [],
      complaints: [
        unclear(offset, `'${word}' is a level, and ${metric} is a movement. Use the series itself, or write the period that moves.`),
      ],
    };
  }
  if (unit === 'sessions' || unit === 'periods') return NOTHING;
  if (shape.windows.length === 0 && !strict) return NOTHING;
  if (shape.windows.length > 0 && shape.windows.every((window) => fits(period, window, subject.at))) return holds(word, windowsOf(subject));
  return {
    checks: [],
    complaints: [
      unclear(
        offset,
        `'${word}' does not fit the metric, which has ${windowsOf(subject)}. Use ${ADVICE[period]}, or write the window as it is.`,
      ),
    ],
  };
}

function fits(period: Exclude<PeriodName, 'close'>, { text, bounds }: Window, at: Day): boolean {
  if (WRITTEN[period].test(text)) return true;
  if (!bounds) return false;
  const span = (bounds[1] ?? at) - bounds[0];
  return span >= SPANS[period][0] && span <= SPANS[period][1];
}

/** 'Over five sessions', 'the six-month gain': every window must be that long. */
export function checkLength(quantity: Quantity, period: PeriodName, subject: Subject): Verdict {
  const { number, text, offset, bound, boundWord } = quantity;
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
      unclear(
        since.offset,
        `'${said}' is not where the metric begins: ${subject.metric} counts from ${isoOf(begin)}. Write that date, or 'since ${date.text}' as the window.`,
      ),
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
  if (inYear && (fromTurn || (shape.isLevel && shape.windows.length === 0))) return holds(word, `from ${isoOf(begin)} to ${isoOf(at)}`);
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
