/**
 * Numbers. A printed number with d decimals stands for everything within half a unit of its last place, both ends included;
 * words before or after it (nearly, more than, at least …) move those ends.
 */
import { isoOf } from '../../data/day.ts';
import { formatExact, formatValue, printedDecimal, withoutNoise } from '../../metrics/format.ts';
import type { Unit } from '../../metrics/units.ts';
import type { Atom, Quantity } from '../atoms.ts';
import { multiples, type PrintedUnit } from '../lexicon.ts';
import { type Complaint, fails, isStanding, type Subject, sayData, unclear, type Verdict } from '../subject.ts';

/** The printed units in which a value of each unit may be told, with the factor from value to number. */
const PRINTED: Readonly<Partial<Record<Unit, readonly { unit: PrintedUnit | null; factor: number }[]>>> = {
  ratio: [{ unit: 'percent', factor: 100 }],
  'percentage points': [
    { unit: 'percentage points', factor: 100 },
    { unit: 'points', factor: 100 },
  ],
  percent: [{ unit: 'percent', factor: 1 }],
  'basis points': [
    { unit: 'basis points', factor: 1 },
    { unit: 'percentage points', factor: 0.01 },
  ],
  points: [
    { unit: null, factor: 1 },
    { unit: 'points', factor: 1 },
  ],
  index: [
    { unit: null, factor: 1 },
    { unit: 'points', factor: 1 },
  ],
  USD: [
    { unit: 'dollars', factor: 1 },
    { unit: null, factor: 1 },
  ],
  contracts: [
    { unit: 'contracts', factor: 1 },
    { unit: null, factor: 1 },
  ],
  times: [{ unit: 'times', factor: 1 }],
  sessions: [{ unit: 'sessions', factor: 1 }],
  periods: [
    { unit: 'weeks', factor: 1 },
    { unit: null, factor: 1 },
  ],
  cases: [{ unit: null, factor: 1 }],
  rank: [{ unit: null, factor: 1 }],
  sd: [
    { unit: null, factor: 1 },
    { unit: 'standard deviations', factor: 1 },
  ],
  score: [{ unit: null, factor: 1 }],
  number: [{ unit: null, factor: 1 }],
};

type Verb = Atom & { type: 'direction' };

/** Slack for binary fractions only, far below any printed digit. */
const SLACK = 1e-9;

/** The factor from the subject's value to the number as printed; null where that unit can't tell it. */
export function factorFor(quantity: Quantity, unit: Unit): number | null {
  return PRINTED[unit]?.find((way) => way.unit === quantity.unit)?.factor ?? null;
}

/**
 * @param verb the word that gives the sign ('fell 0.9%'), so that sizes are compared; null where none does
 */
export function checkQuantity(quantity: Quantity, verb: Verb | null, subject: Subject): Verdict {
  const { value, unit } = subject;
  const factor = factorFor(quantity, unit);
  if (isOfPoints(quantity, unit)) return checkQuantity(inBasisPoints(quantity), verb, subject);
  if (factor === null) return { checks: [], complaints: [wrongUnit(quantity, subject.shape.kind === 'level' ? null : verb, value, unit)] };
  const otherKind = unit === 'contracts' ? /\b(calls?|puts?)\b/i.exec(quantity.unitWord ?? '')?.[1] : undefined;
  if (otherKind && !subject.metric.includes(otherKind.toLowerCase().slice(0, 3)))
    return {
      checks: [],
      complaints: [unclear(quantity.offset, `'${quantity.text}' is of ${otherKind}, and the metric is ${subject.metric}.`)],
    };
  const isSize = verb !== null || (subject.ofOthers === true && !quantity.signed && subject.shape.kind !== 'level');
  const told = withoutNoise(isSize ? Math.abs(value) : value);
  const shown = shownAs(quantity, told, factor);
  const { ok, understated } = compare(quantity, shown);
  const check = {
    what: 'value' as const,
    said: quantity.boundWord ? phraseOf(quantity) : quantity.text,
    found: formatExact(value, unit),
    ok,
  };
  if (ok && !understated) return { checks: [check], complaints: [] };
  const complaint = ok ? understatement(quantity, verb, told, factor, subject) : failure(quantity, verb, told, factor, subject);
  return { checks: [check], complaints: [complaint] };
}

const isOfPoints = ({ fraction, unit }: Quantity, of: Unit): boolean =>
  fraction && of === 'basis points' && (unit === 'points' || unit === 'percentage points');

/** A quarter point of a rate is 25 basis points. */
function inBasisPoints(quantity: Quantity): Quantity {
  const number = Math.round(quantity.number * 1000) / 10;
  const digits = String(Math.abs(number));
  const decimals = digits.split('.')[1]?.length ?? 0;
  return { ...quantity, number, digits, decimals, fraction: false, unit: 'basis points', unitWord: 'basis points' };
}

/** Whether the printed number may stand for `shown`, and whether it says much less than it could. */
function compare(quantity: Quantity, shown: number): { ok: boolean; understated: boolean } {
  const { number, decimals, bound } = quantity;
  const half = 10 ** -decimals / 2;
  const place = lastPlace(quantity);
  const slack = half * SLACK;
  switch (bound) {
    case null:
      return { ok: Math.abs(shown - number) <= half + slack, understated: false };
    case 'nearly':
      return { ok: shown >= number - half - slack && shown < number, understated: false };
    case 'more':
      return { ok: shown > number, understated: shown >= number + place - slack };
    case 'less':
      return { ok: shown < number, understated: shown <= number - place + slack };
    case 'least':
      return { ok: shown >= number - slack, understated: shown >= number + place - slack };
    case 'most':
      return { ok: shown <= number + slack, understated: shown <= number - place + slack };
    case 'about':
      return { ok: Math.abs(shown - number) <= Math.min(place / 2, Math.abs(number) * 0.05) + slack, understated: false };
  }
}

/** The place value of the last digit that is not zero: 10 for '20', 0.1 for '2.1'. */
function lastPlace({ digits }: Quantity): number {
  const [whole, fraction = ''] = digits.split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept !== '') return 10 ** -kept.length;
  const zeros = /0+$/.exec(whole)?.[0].length ?? 0;
  return zeros === whole.length ? 1 : 10 ** zeros;
}

/** The value as a number in the author's unit and scale. */
const shownAs = ({ scale }: Quantity, value: number, factor: number): number => withoutNoise((value * factor) / scale);

function failure(quantity: Quantity, verb: Verb | null, told: number, factor: number, subject: Subject): Complaint {
  const shown = shownAs(quantity, told, factor);
  const data = sayData(subject, isoOf(subject.at));
  const truncated = quantity.bound === null && Math.trunc(shown * 10 ** quantity.decimals) / 10 ** quantity.decimals === quantity.number;
  const wrong = `'${phraseOf(quantity)}' ${truncated ? 'is truncated, not rounded' : 'does not hold'}.`;
  return fails(quantity.offset, `${wrong} ${data} ${adviceFor(quantity, verb, told, factor, truncated, subject)}`);
}

function understatement(quantity: Quantity, verb: Verb | null, told: number, factor: number, subject: Subject): Complaint {
  const round = nextRound(quantity, shownAs(quantity, told, factor));
  const number = round === null ? roundedLike(quantity, told, factor) : phraseOf({ ...quantity, text: numberLike(quantity, round) });
  const advice = verb ? `Write '${withVerb(verb, number)}'.` : round === null ? `Write ${number}.` : `Write '${number}'.`;
  return {
    rule: 'understated',
    offset: quantity.offset,
    message: `'${phraseOf(quantity)}' holds, and says little. ${sayData(subject, isoOf(subject.at))} ${advice}`,
  };
}

/** The nearest round number, in the place the author used, on the other side of which the value lies. */
function nextRound({ bound, number, digits }: Quantity, shown: number): number | null {
  const place = lastPlace({ digits } as Quantity);
  const steps = bound === 'less' || bound === 'most' ? Math.ceil(shown / place - SLACK) : Math.floor(shown / place + SLACK);
  const round = withoutNoise(steps * place);
  return round === shown && (bound === 'more' || bound === 'less') ? null : round === number ? null : round;
}

/** 'Write 12%, or more than 11%.', with the verb where it gives the sign, and where the sign is the trouble, how to say that. */
function adviceFor(quantity: Quantity, verb: Verb | null, told: number, factor: number, truncated: boolean, subject: Subject): string {
  const shown = shownAs(quantity, told, factor);
  const exact = roundedLike(quantity, told, factor);
  if (told < 0 && !quantity.signed && !verb) {
    // The bound holds of the size: 'fell more than 3%'.
    const size = compare(quantity, -shown).ok ? phraseOf(quantity) : roundedLike(quantity, -told, factor);
    return `Write '${signedWord(subject)} ${size}', or ${exact}.`;
  }
  const bounded = truncated && shown > quantity.number ? `more than ${quantity.text}` : boundedLike(quantity, shown);
  if (!verb) return `Write ${exact}${bounded ? `, or ${bounded}` : ''}.`;
  return `Write '${withVerb(verb, exact)}'${bounded ? `, or '${withVerb(verb, bounded)}'` : ''}.`;
}

const withVerb = ({ word, relative }: Verb, number: string): string => `${word}${relative ? ' by' : ''} ${number}`;

/** How a value below zero is said in words. */
function signedWord({ shape }: Subject): string {
  if (shape.isDifference && shape.kind === 'move') return 'trailed by';
  return shape.kind === 'state' ? 'down' : 'fell';
}

/** The same number with the bound that holds, or the same bound with a number for which it does; null where neither says anything. */
function boundedLike(quantity: Quantity, shown: number): string | null {
  const { bound, number, decimals, text } = quantity;
  if (bound === null || bound === 'about' || shown === number) return null;
  if (bound !== 'nearly' || shown > number) return `${shown > number ? 'more' : 'less'} than ${text}`;
  const next = Math.ceil(shown * 10 ** decimals) / 10 ** decimals;
  return compare({ ...quantity, number: next }, shown).ok ? `nearly ${numberLike(quantity, next)}` : null;
}

/** With the words before or after it: 'nearly 19%', '20% or more'. */
export const phraseOf = ({ boundWord, text, bound }: Quantity): string =>
  boundWord === null ? text : /^or /i.test(boundWord) || bound === null ? `${text} ${boundWord}` : `${boundWord} ${text}`;

function wrongUnit(quantity: Quantity, verb: Verb | null, value: number, unit: Unit): Complaint {
  const said = quantity.unitWord ? `in '${quantity.unitWord}'` : quantity.unit === 'dollars' ? 'in dollars' : 'without a unit';
  return unclear(
    quantity.offset,
    `'${quantity.text}' is ${said}. The metric is in ${unit === 'ratio' ? 'percent' : unit}. Write ${verb ? `'${withVerb(verb, formatValue(Math.abs(value), unit))}'` : formatValue(value, unit)}.`,
  );
}

/** The true value in the author's own form: same decimals, scale and unit. */
function roundedLike(quantity: Quantity, value: number, factor: number): string {
  return numberLike(quantity, shownAs(quantity, value, factor));
}

/** 'fell 0.9%', 'trailed by 0.9 percentage points', 'rose to 4.23%': the move told with the verb it asks for, and the number where there is one. */
export function likeMove(quantity: Quantity | null, direction: Verb, toLevel: boolean, sign: number, subject: Subject): string {
  const { relative } = direction;
  const { value, unit, shape } = subject;
  const moved = sign < 0 ? 'fell' : 'rose';
  const stands = isStanding(shape) && !toLevel ? (sign < 0 ? 'down' : 'up') : moved;
  const verb = relative ? (sign < 0 ? 'trailed' : 'led') : stands;
  if (quantity && isOfPoints(quantity, unit)) return likeMove(inBasisPoints(quantity), direction, toLevel, sign, subject);
  const factor = quantity && factorFor(quantity, unit);
  if (!quantity || factor === null) return verb;
  const link = toLevel ? ' to' : relative ? ' by' : '';
  return `${verb}${link} ${roundedLike(quantity, toLevel ? value : Math.abs(value), factor)}`;
}

function numberLike(quantity: Quantity, shown: number): string {
  const number = printedDecimal(shown, quantity.decimals);
  const dollar = quantity.unit === 'dollars' && quantity.unitWord === null ? '$' : '';
  const scale = quantity.scaleWord ? ` ${quantity.scaleWord}` : '';
  const unitWord = quantity.unitWord ? (quantity.unitWord === '%' ? '%' : ` ${quantity.unitWord}`) : '';
  return `${number.startsWith('−') ? '−' : ''}${dollar}${number.replace('−', '')}${scale}${unitWord}`;
}

/** 'between 1.8% and 3.6%': both ends round to the lowest and the highest of `over`. */
export function checkRange({ low, high, text, offset }: Atom & { type: 'range' }, subject: Subject): Verdict {
  if (!subject.over)
    return {
      checks: [],
      complaints: [
        unclear(
          offset,
          `'${text}' is a range, and the metric has one value. Say over which days: over="5d", or over="from … to …" with two dates.`,
        ),
      ],
    };
  const bounded = [low, high].find(({ bound }) => bound !== null);
  if (bounded)
    return {
      checks: [],
      complaints: [unclear(bounded.offset, `'${bounded.boundWord}' bounds an end of a range, which is exact. Leave it out.`)],
    };
  const factor = factorFor(high, subject.unit);
  if (factor === null) return { checks: [], complaints: [wrongUnit(high, null, subject.value, subject.unit)] };
  const ends = [subject.over.reduce((a, b) => Math.min(a, b)), subject.over.reduce((a, b) => Math.max(a, b))];
  const holds = [low, high].every((quantity, k) => compare(quantity, shownAs(quantity, ends[k], factor)).ok);
  const found = ends.map((end) => formatExact(end, subject.unit)).join(' to ');
  const check = { what: 'range' as const, said: text, found, ok: holds };
  if (holds) return { checks: [check], complaints: [] };
  const advice = `between ${roundedLike(low, ends[0], factor)} and ${roundedLike(high, ends[1], factor)}`;
  return {
    checks: [check],
    complaints: [fails(offset, `'${text}' does not hold. The data say ${found} (${subject.metric}). Write '${advice}'.`)],
  };
}

/** 'double', 'more than triple', 'half': of a multiple itself, or of one plus a return. Within 2.5%. @param ofChange true for 'fell by half' */
export function checkMultiple({ factor, bound, word, offset }: Atom & { type: 'multiple' }, ofChange: boolean, subject: Subject): Verdict {
  const { unit, value, shape } = subject;
  if (unit !== 'times' && unit !== 'ratio')
    return {
      checks: [],
      complaints: [
        unclear(offset, `'${word}' is a multiple. The metric is in ${unit}. Use return(…) over the time in which it grew, or multiple(…).`),
      ],
    };
  // Of a return, what there is beside what there was; of a share, the share itself.
  const ratio = withoutNoise(unit === 'ratio' && shape.kind === 'move' ? (ofChange ? Math.abs(value) : 1 + value) : value);
  const off = Math.abs(withoutNoise(ratio / factor - 1));
  const holds = {
    more: ratio > factor,
    less: ratio < factor,
    least: ratio >= factor,
    most: ratio <= factor,
    nearly: ratio >= factor * 0.9 && ratio < factor,
    about: off <= 0.05,
    exact: off <= 0.025,
  };
  const ok = holds[bound ?? 'exact'];
  const check = { what: 'multiple' as const, said: word, found: formatExact(value, unit), ok };
  if (ok) return { checks: [check], complaints: [] };
  const more = nearestMultiple(word, ratio);
  const advice = `Write ${more ? `'more than ${more}', or ` : ''}${formatValue(value, unit)}.`;
  return { checks: [check], complaints: [fails(offset, `'${word}' does not hold. ${sayData(subject, isoOf(subject.at))} ${advice}`)] };
}

/** The largest multiple that was passed, in the form of the word: 'doubled' beside 'tripled'. */
function nearestMultiple(word: string, ratio: number): string | undefined {
  const isVerb = /ed$/i.test(word);
  return Object.entries(multiples)
    .filter(([name, factor]) => factor >= 2 && factor < ratio && /ed$/.test(name) === isVerb && name !== 'twice')
    .sort(([, a], [, b]) => b - a)[0]?.[0];
}
