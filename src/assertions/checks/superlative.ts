/**
 * 'Best week since November 2023'. Let P be the latest earlier period with a value at least as good (a tie ends the run):
 * the phrase holds when P lies in the day, month or year that it names. Compared at full precision.
 */
import { addMonths, type Day, isoOf, partsOf, startOfWeek } from '../../data/day.ts';
import { indexOnOrBefore } from '../../data/series.ts';
import { formatExact } from '../../metrics/format.ts';
import type { DateMention, PeriodName, SinceOpen } from '../atoms.ts';
import { type BoundKind, ofUnit, sizes, smallSizes } from '../lexicon.ts';
import { placeWord } from '../number-words.ts';
import { type Complaint, fails, type Subject, unclear, type Verdict } from '../subject.ts';
import { endOfMention, inMention, mentionFrom, mentionLike, startOfMention, withYear } from '../when.ts';
import { type History, historyOf, latestAsGood, latestBetter, nameOf, nameWithValue, nearTies, runnerUp } from './history.ts';

export interface SuperlativeClaim {
  /** The words from the superlative to the end of the claim, as written. */
  text: string;
  /** The words before the scope: 'best week'. */
  head: string;
  /** The words of the scope: 'since 2023'. */
  since: string;
  /** The superlative itself, folded. */
  word: string;
  offset: number;
  /** 1: nothing larger; -1: nothing smaller. */
  sign: 1 | -1;
  /** True of 'the widest gap': it is the widest on the side on which the value lies. */
  ofGap: boolean;
  /** 1 for the best itself, 3 for the third best. */
  place: number;
  tied: boolean;
  scope: { kind: 'since'; date: DateMention; open: SinceOpen } | { kind: 'year'; year: number | 'this' } | Span | { kind: 'record' };
}

interface Span {
  kind: 'span';
  count: number;
  period: Exclude<PeriodName, 'close'>;
  bound: BoundKind | null;
}

export function checkSuperlative(claim: SuperlativeClaim, subject: Subject): Verdict {
  const misfit = misfitting(claim, subject);
  if (misfit) return { checks: [], complaints: [unclear(claim.offset, misfit)] };
  return new Judgement(claim, historyOf(subject, signOf(claim, subject)), subject).verdict();
}

/** Which values of the metric are the better ones: 1 for the large, -1 for the small. The largest drawdown is the lowest value. */
export function signOf({ word, sign, ofGap }: SuperlativeClaim, { shape, value }: Subject): 1 | -1 {
  // Deep is what lies below: 'the deepest discount' of a gap that is negative.
  if ((word === 'deepest' || (ofGap && sizes.includes(word))) && !shape.isDrawdown && value < 0) return -1;
  const isTurned = shape.isDrawdown && (sizes.includes(word) || smallSizes.includes(word));
  return isTurned ? (sign === 1 ? -1 : 1) : sign;
}

/** True where a tie leaves the claim standing: 'best of the year', 'since the start of the year', and of a tie itself. */
export function allowsTies({ scope, place, tied }: SuperlativeClaim): boolean {
  return tied || (place === 1 && (scope.kind === 'year' || (scope.kind === 'since' && scope.open === 'start')));
}

/** Why the superlative can't be said of the metric; null where it can. */
function misfitting({ word, text, scope }: SuperlativeClaim, { unit, metric, at, shape: { isDrawdown } }: Subject): string | null {
  if (['rank', 'date', 'flag'].includes(unit)) return `'${text}' ranks what is a ${unit} already. Use the metric inside ${metric}.`;
  if (isDrawdown && (word === 'highest' || word === 'lowest'))
    return `'${text}' ranks the index, and ${metric} is how far it lies below its high. Use the series itself, or 'largest' of the drawdown.`;
  const kind = Object.entries(ofUnit).find(([, words]) => words.includes(word))?.[0];
  if (kind && unit !== kind && !(kind === 'sessions' && unit === 'periods'))
    return `'${word}' is said of ${kind}, and the metric is in ${unit}.`;
  if (scope.kind === 'year' && scope.year !== 'this' && scope.year !== partsOf(at).year)
    return `'${text}' is of ${scope.year}, and the value of ${isoOf(at)}. Write at="…" for a day of that year.`;
  return null;
}

/** Lower places are nothing to tell of, and nor is being the best of fewer values. */
const LOWEST_PLACE = 10;
const FEWEST_COMPARED = 20;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

class Judgement {
  readonly #claim: SuperlativeClaim;
  readonly #history: History;
  readonly #subject: Subject;

  constructor(claim: SuperlativeClaim, history: History, subject: Subject) {
    this.#claim = claim;
    this.#history = history;
    this.#subject = subject;
  }

  verdict(): Verdict {
    const { scope, place, tied } = this.#claim;
    const { at } = this.#subject;
    if (scope.kind === 'record') return this.#record();
    if (scope.kind === 'span') return this.#span(scope);
    const date = scope.kind === 'since' ? withYear(scope.date, at) : yearMention(scope.year, at);
    const uncovered = this.#uncovered(
      date,
      scope.kind === 'year' || scope.open === 'least' || scope.open === 'start' || place > 1 || tied ? 'start' : 'end',
    );
    if (uncovered) return uncovered;
    if (place > 1 || tied) return this.#place(startOfMention(date));
    const isOpen = scope.kind === 'year' || scope.open !== false;
    return isOpen ? this.#open(date, allowsTies(this.#claim)) : this.#since(date);
  }

  get #worth(): string {
    return this.#history.sign > 0 ? 'as good' : 'as low';
  }

  #holds(found: string, complaints: readonly Complaint[] = []): Verdict {
    return { checks: [{ what: 'superlative', said: this.#claim.text, found, ok: true }], complaints: [...complaints] };
  }

  #fails(found: string, why: string): Verdict {
    const { text, offset } = this.#claim;
    return { checks: [{ what: 'superlative', said: text, found, ok: false }], complaints: [fails(offset, `'${text}' ${why}`)] };
  }

  /** 'does not hold. The data say +5.997% for the week to …; last at least as good: …. Write '…'.' */
  #beaten(found: string, advice: string): Verdict {
    const { values, days, last } = this.#history;
    const said = `The data say ${formatExact(values[last], this.#subject.unit)} for ${nameOf(this.#subject, days[last])}; ${found}.`;
    return this.#fails(found, `does not hold. ${said} Write '${advice}'.`);
  }

  #nearTies(from: number): Complaint[] {
    return nearTies(this.#claim.text, this.#claim.offset, this.#history, this.#subject, from);
  }

  /** 'best week since November 2023' for a value that was matched on that day. */
  #headSince(day: Day, like?: DateMention, head = this.#claim.head): string {
    return `${head} since ${like ? mentionLike(like, day) : mentionFrom(this.#subject.at, day)}`;
  }

  #headInData(head = this.#claim.head): string {
    const { days, first } = this.#history;
    return `${head} in data since ${partsOf(days[first]).year}`;
  }

  #noneInData(worth = this.#worth): string {
    const { days, first } = this.#history;
    return `none ${worth} in the data, which begin on ${isoOf(days[first])}`;
  }

  #since(date: DateMention): Verdict {
    const { days } = this.#history;
    const rival = latestAsGood(this.#history);
    if (rival < 0) {
      const found = this.#noneInData();
      return this.#fails(found, `does not hold. The data say ${found}. Write '${this.#headInData()}'.`);
    }
    const found = `last at least ${this.#worth}: ${nameWithValue(this.#history, rival, this.#subject)}`;
    const isWeek = this.#subject.column.period === 'week' && date.day !== undefined;
    const ok = isWeek ? startOfWeek(days[rival]) === startOfWeek(startOfMention(date)) : inMention(days[rival], date);
    if (ok) return this.#holds(found + runnerUp(this.#history, this.#subject, rival + 1), this.#nearTies(rival));
    // As precise as one would say it: a day where one was written, else the month.
    return this.#beaten(found, this.#headSince(days[rival], date.day !== undefined ? date : undefined));
  }

  /** Nothing from the start of the date on is as good (of a year: better). */
  #open(date: DateMention, strict: boolean): Verdict {
    const { days, first } = this.#history;
    const from = startOfMention(date);
    const rival = strict ? latestBetter(this.#history) : latestAsGood(this.#history);
    const better = this.#history.sign > 0 ? 'better' : 'lower';
    if (rival >= 0 && days[rival] >= from) {
      const found = `last ${strict ? better : `at least ${this.#worth}`}: ${nameWithValue(this.#history, rival, this.#subject)}`;
      return this.#beaten(found, this.#headSince(days[latestAsGood(this.#history)]));
    }
    const found =
      rival < 0 ? this.#noneInData(strict ? better : this.#worth) : `none since ${nameWithValue(this.#history, rival, this.#subject)}`;
    const start = Math.max(rival, indexOnOrBefore(days, from - 1));
    const complaints = this.#nearTies(start);
    const { scope, text, offset } = this.#claim;
    if (scope.kind === 'since' && latestAsGood(this.#history) < 0 && !inMention(days[first], date) && days[first] < from)
      complaints.push({
        rule: 'understated',
        offset,
        message: `'${text}' holds, and says little: ${found}. Write '${this.#headInData()}'.`,
      });
    return this.#holds(found + runnerUp(this.#history, this.#subject, start + 1), complaints);
  }

  /** Exactly k - 1 strictly better since then, and none equal unless a tie is said. */
  #place(from: Day): Verdict {
    const { values, last } = this.#history;
    const { better, equal } = this.#rivals(from);
    const found = `number ${better + 1}${equal > 0 ? `, tied with ${equal}` : ''}`;
    if (better === this.#claim.place - 1 && equal > 0 === this.#claim.tied) return this.#holds(found);
    const said = `The data say that ${formatExact(values[last], this.#subject.unit)} is ${found}.`;
    return this.#fails(found, `does not hold. ${said} ${this.#adviceOfPlace(better + 1, equal > 0)}`);
  }

  /** The place that is found; where that is no news, the longest time of which the value is the best, or that there is nothing to tell. */
  #adviceOfPlace(place: number, tied: boolean): string {
    if (place <= LOWEST_PLACE) return `Write '${this.#atPlace(place, tied)}'.`;
    const { days, last, first } = this.#history;
    const rival = latestAsGood(this.#history);
    const compared = last - Math.max(rival + 1, first);
    return rival >= 0 && compared >= FEWEST_COMPARED
      ? `Write '${this.#headSince(days[rival], undefined, placed(this.#claim, 1, false))}'.`
      : 'That is nothing unusual: leave the superlative out.';
  }

  /** The same words with the place that is found. */
  #atPlace(place: number, tied: boolean): string {
    const { days } = this.#history;
    const { scope, since } = this.#claim;
    const head = placed(this.#claim, place, tied);
    const rival = latestAsGood(this.#history);
    // 'Highest since May' names the day on which it was last as high; 'second-highest since May' does not.
    if (place > 1 || tied || scope.kind !== 'since' || scope.open) return `${head} ${since}`;
    return rival < 0 ? this.#headInData(head) : this.#headSince(days[rival], undefined, head);
  }

  /** How many values from a day on are strictly better, and how many are equal. */
  #rivals(from: Day): { better: number; equal: number } {
    const { days, values, first, last, sign } = this.#history;
    let [better, equal] = [0, 0];
    for (let i = first; i < last; i++) {
      if (days[i] < from) continue;
      if (values[i] * sign > values[last] * sign) better++;
      else if (values[i] === values[last]) equal++;
    }
    return { better, equal };
  }

  /** 'In two years': nothing in the two years before is as good, and the data reach back that far. */
  #span({ count, period, bound }: Span): Verdict {
    const { text, offset } = this.#claim;
    const isPlace = this.#claim.place > 1 || this.#claim.tied;
    if (bound !== null && (isPlace || (bound !== 'more' && bound !== 'nearly')))
      return {
        checks: [],
        complaints: [
          unclear(offset, `'${text}': say 'in ${count}'${isPlace ? '' : `, 'in more than ${count}' or 'in nearly ${count}'`} ${period}s.`),
        ],
      };
    const { days, first, last } = this.#history;
    const back = (n: number): Day => {
      if (period === 'day') return days[Math.max(0, last - Math.floor(n))];
      return period === 'week' ? days[last] - Math.round(7 * n) : addMonths(days[last], -Math.round(MONTHS[period] * n));
    };
    // 'Nearly two years' is more than one and a half.
    const from = bound === 'nearly' ? Math.ceil((back(count - 1) + back(count)) / 2) : back(count);
    if (!this.#reaches(from) || (period === 'day' && last - count < first)) return this.#tooShort();
    if (isPlace) return this.#place(from);
    const rival = latestAsGood(this.#history);
    const found = rival < 0 ? this.#noneInData() : `last at least ${this.#worth}: ${nameWithValue(this.#history, rival, this.#subject)}`;
    const advice = rival < 0 ? this.#headInData() : this.#headSince(days[rival]);
    const isPast = bound === 'nearly' && (rival < 0 || days[rival] < back(count));
    if ((rival >= 0 && days[rival] >= from) || isPast) return this.#beaten(found, advice);
    const complaints = this.#nearTies(rival);
    if (bound !== 'nearly' && (rival < 0 || days[rival] < back(count + Math.max(1, count / 2))))
      complaints.push({ rule: 'understated', offset, message: `'${text}' holds, and says little: ${found}. Write '${advice}'.` });
    return this.#holds(found + runnerUp(this.#history, this.#subject, rival + 1), complaints);
  }

  #record(): Verdict {
    const { days, first } = this.#history;
    const { text, offset } = this.#claim;
    const rival = latestAsGood(this.#history);
    const highest = this.#history.sign > 0 ? 'highest' : 'lowest';
    const advice =
      rival < 0
        ? `${highest} in data since ${partsOf(days[first]).year}`
        : `${highest} since ${mentionFrom(this.#subject.at, days[rival])}`;
    if (!this.#subject.fromInception)
      return {
        checks: [],
        complaints: [
          unclear(
            offset,
            `'${text}' can't be shown: the data begin on ${isoOf(days[first])}, not with the series itself. Write '${advice}'.`,
          ),
        ],
      };
    if (this.#claim.place > 1 || this.#claim.tied) return this.#place(days[first]);
    return rival < 0
      ? this.#holds(this.#noneInData())
      : this.#beaten(`last at least ${this.#worth}: ${nameWithValue(this.#history, rival, this.#subject)}`, advice);
  }

  /** What is said of a time that the data do not reach. @param reach 'start' where the whole of the date must be in the data */
  #uncovered(date: DateMention, reach: 'start' | 'end'): Verdict | null {
    const { days, first } = this.#history;
    const isReached =
      reach === 'end' || (this.#claim.scope.kind === 'since' && this.#claim.scope.open === 'data')
        ? days[first] <= endOfMention(date)
        : this.#reaches(startOfMention(date));
    return isReached ? null : this.#tooShort();
  }

  /** True where the data have every session from a day on. */
  #reaches(from: Day): boolean {
    const { days, first } = this.#history;
    return this.#subject.calendar.sessions(from, days[first] - 1).length === 0;
  }

  #tooShort(): Verdict {
    const { days, first } = this.#history;
    const found = `the data begin on ${isoOf(days[first])}`;
    return this.#fails(found, `can't be shown: ${found} (${this.#subject.metric}). Write '${this.#inReach()}'.`);
  }

  /** The same words of a time that the data reach. */
  #inReach(): string {
    const { days, first } = this.#history;
    const { place, tied } = this.#claim;
    const { better, equal } = this.#rivals(days[first]);
    if (place > 1 || tied) return `${placed(this.#claim, better + 1, equal > 0)} in data since ${partsOf(days[first]).year}`;
    const rival = latestAsGood(this.#history);
    return rival < 0 ? this.#headInData() : this.#headSince(days[rival]);
  }
}

function yearMention(year: number | 'this', at: Day): DateMention {
  const number = year === 'this' ? partsOf(at).year : year;
  return { year: number, text: String(number) };
}

/** The same words with another place: 'tied for third-widest gap'. */
function placed({ head, place }: SuperlativeClaim, to: number, tied: boolean): string {
  const bare = head.replace(/^(?:tied for|joint)\s+(?:the\s+)?/i, '');
  // The place is the first word, or joined to the superlative.
  const rest = place === 1 ? bare : bare.replace(/^\S+?(?:-|\s+)/, '');
  return `${tied ? 'tied for ' : ''}${to === 1 ? rest : `${placeWord(to)}-${rest}`}`;
}
