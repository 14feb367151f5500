/** 'Fifth straight gain': the run of one sign that ends at the day is exactly that long. Zero ends a run both ways. */
import { isoOf } from '../../data/day.ts';
import { atPeriodEnds } from '../../metrics/column.ts';
import { changes, runLengths } from '../../metrics/measures/streak.ts';
import type { PeriodName } from '../atoms.ts';
import { numberWord, numberWords, placeWord, placeWords } from '../number-words.ts';
import { type Complaint, fails, type Subject, unclear, type Verdict } from '../subject.ts';

export interface StreakClaim {
  text: string;
  offset: number;
  /** Null where only a streak is claimed, not its length. */
  length: number | null;
  atLeast: boolean;
  /** 'More than', where it stands before the length. */
  bound: string | null;
  /** Null where the words give no direction. */
  sign: 1 | -1 | null;
}

/**
 * @param period what is counted, where the words say so: it must be what the metric counts
 */
export function checkStreak(
  { text, offset, length, atLeast, bound, sign }: StreakClaim,
  period: PeriodName | null,
  subject: Subject,
): Verdict {
  const complaint = misfit(text, offset, period, subject);
  if (complaint) return { checks: [], complaints: [complaint] };
  const run = runOf(subject);
  const found = Math.abs(run.length);
  const rightSign = sign === null || Math.sign(run.length) === sign;
  const rightLength = length === null ? found >= 2 : atLeast ? found >= length : found === length;
  const direction = run.length > 0 ? 'up' : run.length < 0 ? 'down' : 'unchanged';
  const told = found > 0 ? `${direction} ${found} in a row, from ${run.from}` : direction;
  const check = { what: 'streak' as const, said: text, found: told, ok: rightSign && rightLength };
  if (check.ok) return { checks: [check], complaints: [] };
  const advice =
    found < 2
      ? 'There is no run.'
      : `Write '${rewritten(bound === null ? text : text.replace(bound, '').trimStart(), found, rightSign, run.length)}'.`;
  return {
    checks: [check],
    complaints: [fails(offset, `'${text}' does not hold. The data say ${told} (${subject.metric} on ${isoOf(subject.at)}). ${advice}`)],
  };
}

const oneOf = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const COUNT = new RegExp(`\\b(?:${oneOf(numberWords.keys())}|\\d+)(?![\\w%]|[.,]\\d)`, 'i');
const PLACE = new RegExp(`\\b(?:${oneOf(placeWords.keys())}|\\d+(?:st|nd|rd|th))\\b`, 'i');

/** The same words with the count that is found; where the direction is wrong too, other words. */
function rewritten(text: string, found: number, rightSign: boolean, length: number): string {
  const count = numberWord(found);
  if (!rightSign) return `${count} straight ${length > 0 ? 'gains' : 'losses'}`;
  const place = text.replace(PLACE, placeWord(found));
  return place === text ? text.replace(COUNT, count) : place;
}

function misfit(text: string, offset: number, period: PeriodName | null, subject: Subject): Complaint | null {
  const { shape, metric } = subject;
  const overlapping = !shape.isStreak && shape.windows.some(({ count, period: inPeriod }) => count !== 1 && !inPeriod);
  if (overlapping)
    return unclear(
      offset,
      `'${text}' is a streak, and ${metric} looks over several sessions at once. Use streak(…) of the series or of its return over 1d or 1w.`,
    );
  const counted = subject.column.period ?? shape.windows.find((window) => window.period)?.period ?? 'day';
  return period === null || period === counted
    ? null
    : unclear(
        offset,
        `'${text}' counts by the ${period}, and ${metric} by the ${counted}. Use streak(return(…, ${{ day: '1d', week: '1w', month: 'mtd', quarter: 'qtd', year: 'ytd', close: '1d' }[period]})).`,
      );
}

function runOf(subject: Subject): { length: number; from: string } {
  const { days, values } = atPeriodEnds(subject.column);
  const lengths = subject.shape.isStreak ? values : runLengths(subject.shape.kind === 'level' ? changes(values) : values);
  const length = lengths[lengths.length - 1];
  const run = Number.isNaN(length) ? 0 : length;
  const first = Math.min(days.length - 1, Math.max(0, days.length - Math.abs(run)));
  return { length: run, from: isoOf(days[first]) };
}
