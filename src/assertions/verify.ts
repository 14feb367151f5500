/**
 * Does a Fact's text agree with the data? The text is read as claims, and each is held against the metric, its column,
 * its window and its day. Whatever is claimed is checked, or the text is refused: nothing passes as prose.
 */

import { isoOf } from '../data/day.ts';
import type { Atom, DateMention, Quantity } from './atoms.ts';
import { checkDate, checkRelativeDay, checkWeekday } from './checks/date.ts';
import { checkDirection, checkFlat } from './checks/direction.ts';
import { checkMultiple, checkQuantity, checkRange, likeMove } from './checks/quantity.ts';
import { checkStreak } from './checks/streak.ts';
import { checkSuperlative } from './checks/superlative.ts';
import { checkBegin, checkLength, checkPeriod, checkYear, yearOf } from './checks/window.ts';
import { type Claim, claimsOf } from './claims.ts';
import { sizes } from './lexicon.ts';
import { nameMatcher } from './names.ts';
import { placeWord } from './number-words.ts';
import { parsePhrase } from './phrase.ts';
import { rankingOf, turned } from './ranking.ts';
import { Refusal } from './refusal.ts';
import { isReversed, strangerIn } from './series-names.ts';
import { type Check, type Complaint, fails, type Subject, unclear, type Verdict } from './subject.ts';
import { exists } from './when.ts';

export const UNDERSTOOD =
  "a number with its unit ('3.5%', 'nearly 2.1 million', 'between 1.8% and 3.6%'), a direction ('rose', 'trailed'), a multiple ('more than tripled'), a superlative ('best week since November 2023', 'second-highest close of the year'), a streak ('fifth straight gain'), a date or a weekday";

/** Claims that another window might decide otherwise: an exact number is that of its own window, and dates are asked once. */
function isComparison(claim: Claim): boolean {
  return claim.kind === 'quantity'
    ? claim.quantity.bound !== null
    : ['range', 'multiple', 'direction', 'flat', 'superlative', 'streak', 'place'].includes(claim.kind);
}

/** 'Down 7.3% this month' of a drawdown: it says where the index stands, not what it did in that time. */
function overTime(claims: readonly Claim[], text: string, { shape, metric }: Subject): Complaint | null {
  if (
    shape.kind !== 'state' ||
    shape.windows.length > 0 ||
    /\b(?:from|below|above|off|under|behind|ahead of|of) (?:its|the|their|\d)/i.test(text)
  )
    return null;
  const time = claims.find(({ kind }) => kind === 'period' || kind === 'relative-day' || kind === 'weekday' || kind === 'year');
  const isMove = claims.some((claim) => claim.kind === 'direction' && !claim.toLevel && !claim.direction.relative);
  const offset = time?.kind === 'period' ? time.period.offset : 0;
  return time && isMove
    ? unclear(
        offset,
        `${metric} says where it stands, not what it did in a time. Use return(…) or change(…) over that time, or write 'below its high'.`,
      )
    : null;
}

const isLength = ({ unit }: Quantity): boolean => unit === 'sessions' || unit === 'weeks';

/** The direction of an exact number is that of its own window too. */
function comparisonsIn(claims: readonly Claim[]): Claim[] {
  const isExact = claims.some((claim) => claim.kind === 'quantity' && claim.quantity.bound === null && !isLength(claim.quantity));
  return claims.filter((claim) => isComparison(claim) && !(isExact && claim.kind === 'direction'));
}

/**
 * @param text the words inside the component, white space folded
 * @param which 'comparisons' asks only what another window might decide otherwise
 */
export function verify(text: string, subject: Subject, which: 'all' | 'comparisons' = 'all'): Verdict {
  const atoms = parsePhrase(text, nameMatcher());
  const complaint = impossibleDate(atoms) ?? strangerIn(text, subject);
  if (complaint) return refused(complaint);
  const claims = claimsIn(text, atoms);
  if (!Array.isArray(claims)) return refused(claims);
  if (claims.length === 0) return refused(unclear(0, `nothing to check in '${text}'. Understood: ${UNDERSTOOD}.`));
  const moved = overTime(claims, text, subject);
  if (moved) return refused(moved);
  const asked = which === 'all' ? claims : comparisonsIn(claims);
  const verdict = joined(verdictsOf(asked, text, subject));
  const saysOnlyWhen =
    which === 'all' &&
    verdict.complaints.length === 0 &&
    verdict.checks.every(({ what }) => what === 'window' || (what === 'date' && subject.unit !== 'date'));
  return saysOnlyWhen ? refused(unclear(0, `'${text}' says when, and nothing of the value. Understood: ${UNDERSTOOD}.`)) : verdict;
}

/** What a text claims; nothing where it can't be read. */
export function readClaims(text: string): Claim[] {
  const claims = claimsIn(text, parsePhrase(text, nameMatcher()));
  return Array.isArray(claims) ? claims : [];
}

const refused = (complaint: Complaint): Verdict => ({ checks: [], complaints: [complaint] });

function claimsIn(text: string, atoms: readonly Atom[]): Claim[] | Complaint {
  try {
    return claimsOf(text, atoms);
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.complaint;
    throw refusal;
  }
}

/**
 * One verdict a claim. Where the direction is wrong, that is told with its number; what else is said of the same move, that it was the most,
 * is held against the move that there was.
 */
function verdictsOf(claims: readonly Claim[], text: string, subject: Subject): Verdict[] {
  const verdicts = claims.map((claim) => check(claim, text, subject));
  const k = claims.findIndex((claim, i) => claim.kind === 'direction' && verdicts[i].checks.some(({ ok }) => !ok));
  const wrong = claims[k];
  if (wrong?.kind !== 'direction') return verdicts;
  return claims.map((claim, i) => {
    const verdict = verdicts[i];
    const isToldWithIt = claim.kind === 'direction' ? i !== k : claim.kind === 'quantity' && claim.quantity === wrong.quantity;
    if (claim.kind !== 'superlative' || claim.move === null) return isToldWithIt ? silent(verdict) : verdict;
    const isItself = claim.move === wrong.direction;
    // 'Its biggest fall' of a rise: the words are those of the wrong direction.
    if (!isItself || wrong.direction.offset > claim.claim.offset || !sizes.includes(claim.claim.word))
      return isItself ? verdict : silent(verdict);
    return check({ ...claim, claim: { ...claim.claim, sign: turned(claim.claim.sign) } }, text, subject);
  });
}

/** What is not understood is told all the same. */
const silent = ({ checks, complaints }: Verdict): Verdict => ({
  checks,
  complaints: complaints.filter(({ rule }) => rule === 'fact-unclear'),
});

/** What is not understood comes before what fails: half a reading would mislead. */
function joined(verdicts: readonly Verdict[]): Verdict {
  const complaints = verdicts.flatMap((verdict) => verdict.complaints).sort((a, b) => a.offset - b.offset);
  const checks = verdicts.flatMap((verdict) => verdict.checks);
  const unread = complaints.filter(({ rule }) => rule === 'fact-unclear');
  if (unread.length > 0) return { checks: [], complaints: unread.slice(0, 1) };
  const once = complaints.filter(({ message }, i) => complaints.findIndex((other) => other.message === message) === i);
  return { checks, complaints: once };
}

function check(claim: Claim, text: string, subject: Subject): Verdict {
  switch (claim.kind) {
    case 'quantity': {
      const { quantity, verb, role } = claim;
      const { unit, level } = subject;
      if (role === 'reached' && level) return checkQuantity(quantity, null, { ...subject, ...level });
      if (role === 'base') return checkBase(quantity, subject);
      if (quantity.unit === 'sessions' && unit !== 'sessions') return checkLength(quantity, 'day', subject);
      if (quantity.unit === 'weeks' && unit !== 'periods') return checkLength(quantity, 'week', subject);
      return checkQuantity(quantity, subject.shape.kind === 'level' ? null : verb, subject);
    }
    case 'stretch':
      return checkLength(claim.quantity, claim.period, subject, claim.text);
    case 'range':
      return checkRange(claim.range, subject);
    case 'from-to': {
      if (subject.over) return checkRange(claim.range, subject);
      const { low, high } = claim.range;
      const [base, reached] = low.offset < high.offset ? [low, high] : [high, low];
      const { level } = subject;
      return joined([checkBase(base, subject), ...(level ? [checkQuantity(reached, null, { ...subject, ...level })] : [])]);
    }
    case 'multiple':
      return checkMultiple(claim.multiple, claim.ofChange, subject);
    case 'direction': {
      const { direction, toLevel, quantity } = claim;
      const reversed = isReversed(direction, text, subject);
      return checkDirection(direction, toLevel, reversed, subject, (sign) => likeMove(quantity, direction, toLevel, sign, subject));
    }
    case 'flat':
      return checkFlat(claim.flat, subject);
    case 'superlative': {
      const { length } = claim;
      const ranking = rankingOf(claim, text, subject);
      if ('rule' in ranking) return refused(ranking);
      const verdict = checkSuperlative(ranking.claim, ranking.subject);
      if (!length || ranking.subject !== subject) return verdict;
      const ofLength = checkLength(length, length.unit === 'weeks' ? 'week' : 'day', subject);
      return ofLength.complaints.length > 0 ? ofLength : joined([ofLength, verdict]);
    }
    case 'streak': {
      const { claim: streak, move, period } = claim;
      if (move?.relative && !subject.shape.isDifference)
        return refused(
          unclear(move.offset, `'${move.word}' compares two things, and the metric is one. Use a difference inside streak(…).`),
        );
      const sign = streak.sign !== null && isReversed(move, text, subject) ? turned(streak.sign) : streak.sign;
      return checkStreak({ ...streak, sign }, period, subject);
    }
    case 'place':
      return checkRank(claim.ordinal, subject);
    case 'period':
      return checkPeriod(claim.period, claim.strict, claim.toDate, subject);
    case 'begin':
      return checkBegin(claim.since, subject);
    case 'year':
      return checkYear(claim.year, yearOf(claim.year.year, subject.at), subject);
    case 'date':
      return checkDate(claim.date, claim.preposition, claim.ofPeak, subject);
    case 'weekday':
      return checkWeekday(claim.weekday, claim.preposition, subject);
    case 'relative-day':
      return checkRelativeDay(claim.day, subject);
  }
}

/** 'From 4.62%': the level that was left. */
function checkBase(quantity: Quantity, subject: Subject): Verdict {
  const { level, metric, shape, column } = subject;
  const last = column.days.length - 1;
  // Of a level by itself, the value before.
  if (shape.kind === 'level' && last > 0)
    return checkQuantity(quantity, null, { ...subject, value: column.values[last - 1], at: column.days[last - 1] });
  if (!level?.base)
    return refused(
      unclear(
        quantity.offset,
        `'from ${quantity.text}' is a level that was left, and ${metric} has none. Use change(…) or return(…) of a series.`,
      ),
    );
  return checkQuantity(quantity, null, { ...subject, ...level, value: level.base.value, at: level.base.day });
}

/** 'First', 'ranks third': a rank in words. */
function checkRank({ place, word, offset }: Atom & { type: 'ordinal' }, { unit, value, metric, at }: Subject): Verdict {
  if (unit !== 'rank')
    return refused(
      unclear(
        offset,
        place === 1
          ? `'${word}' is not understood. Write 'highest since' or 'lowest since', and a date.`
          : `'${word}' of what? Write '${word} highest since' and a date, or '${word} straight gain'.`,
      ),
    );
  const check: Check = { what: 'value', said: word, found: String(value), ok: value === place };
  const complaint = fails(
    offset,
    `'${word}' does not hold. The data say number ${value} (${metric} on ${isoOf(at)}). Write '${placeWord(value)}'.`,
  );
  return { checks: [check], complaints: check.ok ? [] : [complaint] };
}

function impossibleDate(atoms: readonly Atom[]): Complaint | null {
  for (const atom of atoms) {
    const date: DateMention | 'year' | null = atom.type === 'date' || atom.type === 'since' ? atom.date : null;
    if (date !== null && date !== 'year' && !exists(date)) return unclear(atom.offset, `there is no ${date.text}.`);
  }
  return null;
}
