/**
 * Does a Fact's text agree with the data? The text is read as claims, and each is held against the metric, its column,
 * its window and its day. Whatever is claimed is checked, or the text is refused: nothing passes as prose.
 */
import { checkDate, checkRelativeDay, checkWeekday } from './checks/date.ts';
import { checkDirection, checkFlat } from './checks/direction.ts';
import { checkMultiple, checkQuantity, checkRange, likeMove } from './checks/quantity.ts';
import { checkStreak } from './checks/streak.ts';
import { checkSuperlative } from './checks/superlative.ts';
import { checkBegin, checkLength, checkPeriod, checkYear, yearOf } from './checks/window.ts';
import { type Claim, claimsOf, Refusal } from './claims.ts';
import { nameMatcher } from './names.ts';
import { type Atom, type DateMention, parsePhrase } from './phrase.ts';
import { type Complaint, type Subject, unclear, type Verdict } from './subject.ts';
import { exists } from './when.ts';

export const UNDERSTOOD =
  "a number with its unit ('3.5%', 'nearly 2.1 million', 'between 1.8% and 3.6%'), a direction ('rose', 'trailed'), a multiple ('more than tripled'), a superlative ('best week since November 2023', 'second-highest close of the year'), a streak ('fifth straight gain'), a date or a weekday";

/** Claims that another window might decide otherwise: an exact number is that of its own window, and dates are asked once. */
function isComparison(claim: Claim): boolean {
  return claim.kind === 'quantity'
    ? claim.quantity.bound !== null
    : ['range', 'multiple', 'direction', 'flat', 'superlative', 'streak'].includes(claim.kind);
}

/**
 * @param text the words inside the component, white space folded
 * @param which 'comparisons' asks only what another window might decide otherwise
 */
export function verify(text: string, subject: Subject, which: 'all' | 'comparisons' = 'all'): Verdict {
  const atoms = parsePhrase(text, nameMatcher());
  const complaint = impossibleDate(atoms);
  if (complaint) return refused(complaint);
  const claims = claimsIn(text, atoms);
  if (!Array.isArray(claims)) return refused(claims);
  if (claims.length === 0) return refused(unclear(0, `nothing to check in '${text}'. Understood: ${UNDERSTOOD}.`));
  const asked = which === 'all' ? claims : claims.filter(isComparison);
  return joined(asked.map((claim) => check(claim, subject)));
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

/** What is not understood comes before what fails: half a reading would mislead. */
function joined(verdicts: readonly Verdict[]): Verdict {
  const complaints = verdicts.flatMap((verdict) => verdict.complaints).sort((a, b) => a.offset - b.offset);
  const unread = complaints.filter(({ rule }) => rule === 'fact-unclear');
  const once = (list: Complaint[]): Complaint[] =>
    list.filter(({ message }, i) => list.findIndex((other) => other.message === message) === i);
  return unread.length > 0
    ? { checks: [], complaints: unread.slice(0, 1) }
    : { checks: verdicts.flatMap(({ checks }) => checks), complaints: once(complaints) };
}

function check(claim: Claim, subject: Subject): Verdict {
  switch (claim.kind) {
    case 'quantity': {
      const { quantity, unsigned, reached } = claim;
      const { unit, level } = subject;
      if (reached && level) return checkQuantity(quantity, false, { ...subject, ...level });
      if (quantity.unit === 'sessions' && unit !== 'sessions') return checkLength(quantity, 'day', subject);
      if (quantity.unit === 'weeks' && unit !== 'periods') return checkLength(quantity, 'week', subject);
      return checkQuantity(quantity, unsigned, subject);
    }
    case 'stretch':
      return checkLength(claim.quantity, claim.period, subject);
    case 'range':
      return checkRange(claim.range, subject);
    case 'multiple':
      return checkMultiple(claim.multiple, claim.ofChange, subject);
    case 'direction': {
      const { direction, toLevel, quantity } = claim;
      return checkDirection(direction, toLevel, subject, (sign) => likeMove(quantity, direction.relative, toLevel, sign, subject));
    }
    case 'flat':
      return checkFlat(claim.flat, subject);
    case 'superlative': {
      const { length, streak, claim: superlative } = claim;
      if (streak && !subject.shape.isStreak)
        return refused(unclear(superlative.offset, `'${superlative.head}' is said of a streak. Use streak(${subject.metric}).`));
      const ofLength = length ? checkLength(length, length.unit === 'weeks' ? 'week' : 'day', subject) : { checks: [], complaints: [] };
      return ofLength.complaints.length > 0 ? ofLength : joined([ofLength, checkSuperlative(superlative, subject)]);
    }
    case 'streak':
      return checkStreak(claim.claim, claim.period, subject);
    case 'period':
      return checkPeriod(claim.period, claim.strict, subject);
    case 'begin':
      return checkBegin(claim.since, subject);
    case 'year':
      return checkYear(claim.year, yearOf(claim.year.year, subject.at), subject);
    case 'date':
      return checkDate(claim.date, subject);
    case 'weekday':
      return checkWeekday(claim.weekday, subject);
    case 'relative-day':
      return checkRelativeDay(claim.day, subject);
  }
}

function impossibleDate(atoms: readonly Atom[]): Complaint | null {
  for (const atom of atoms) {
    const date: DateMention | 'year' | null = atom.type === 'date' || atom.type === 'since' ? atom.date : null;
    if (date !== null && date !== 'year' && !exists(date)) return unclear(atom.offset, `there is no ${date.text}.`);
  }
  return null;
}
