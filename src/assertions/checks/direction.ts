/** Words that say which way something went, or on which side it stands. */
import { isoOf } from '../../data/day.ts';
import { formatExact, formatValue, withoutNoise } from '../../metrics/format.ts';
import { changes } from '../../metrics/measures/streak.ts';
import { mean, sampleDeviation } from '../../metrics/moments.ts';
import type { Unit } from '../../metrics/units.ts';
import type { Atom } from '../atoms.ts';
import { type Check, fails, isStanding, type Subject, sayData, unclear, type Verdict } from '../subject.ts';

type DirectionAtom = Atom & { type: 'direction' };

/** Units whose value has a direction. */
const MOVES: readonly Unit[] = [
  'ratio',
  'percentage points',
  'basis points',
  'sessions',
  'periods',
  'points',
  'contracts',
  'USD',
  'index',
  'sd',
];

/** The year of sessions that makes a move unusual. */
const UNUSUAL = { sessions: 252, deviations: 2 };

const refused = (offset: number, message: string): Verdict => ({ checks: [], complaints: [unclear(offset, message)] });

/**
 * @param toLevel true where a level follows: 'rose to 4.43%' speaks of the change from the value before
 * @param reversed true where the words speak of the other side of a difference: 'the S&P 500 trailed'
 * @param like how the true move would be written: 'fell 0.9%'
 */
export function checkDirection(
  direction: DirectionAtom,
  toLevel: boolean,
  reversed: boolean,
  subject: Subject,
  like: (sign: number) => string,
): Verdict {
  const { word, offset, relative, strong } = direction;
  const complaint = misfit(direction, toLevel, subject);
  if (complaint) return refused(offset, complaint);
  const { shape, unit, at } = subject;
  const fromBefore = toLevel && (shape.kind !== 'move' || isStanding(shape));
  const move = fromBefore ? lastMove(subject) : subject.value;
  if (Number.isNaN(move)) return refused(offset, noneBefore(word, subject));
  const found = fromBefore
    ? `${formatExact(subject.value, unit)}, before it ${formatExact(subject.value - move, unit)}`
    : formatExact(subject.value, unit);
  const sign = reversed ? -direction.sign : direction.sign;
  const ok = Math.sign(move) === sign;
  const check: Check = { what: 'direction', said: word, found, ok };
  if (!ok) {
    const truth =
      move === 0
        ? 'it did not change'
        : `it ${relative ? (move > 0 ? 'led' : 'trailed') : standsOrWent(move, isStanding(shape) && !toLevel)}`;
    const advice = move === 0 ? 'unchanged' : like(Math.sign(move) * (reversed ? -1 : 1));
    return {
      checks: [check],
      complaints: [
        fails(offset, `'${word}' does not hold. The data say ${found} (${subject.metric} on ${isoOf(at)}): ${truth}. Write '${advice}'.`),
      ],
    };
  }
  const z = strong ? deviations(subject) : null;
  if (z === null || Math.abs(z) >= UNUSUAL.deviations) return { checks: [check], complaints: [] };
  const plain = direction.sign > 0 ? 'rose' : 'fell';
  const message = `'${word}' is a strong word: the move is ${Math.abs(z).toFixed(1)} standard deviations of the ${UNUSUAL.sessions} sessions before. Write '${plain}'.`;
  return { checks: [check], complaints: [{ rule: 'unusual', offset, message }] };
}

function standsOrWent(move: number, stands: boolean): string {
  if (stands) return move > 0 ? 'stands above' : 'stands below';
  return move > 0 ? 'rose' : 'fell';
}

/** Why the word can't be said of the metric; null where it can. */
function misfit({ word, relative, standing }: DirectionAtom, toLevel: boolean, { shape, unit, metric, at }: Subject): string | null {
  if (relative && !shape.isDifference)
    return `'${word}' compares two things, and the metric is one. Use a difference: return(rut, 5d) - return(spx, 5d).`;
  if (shape.kind === 'level' && !toLevel)
    return `'${word}' can't be checked: ${metric} on ${isoOf(at)} is a level, not a movement. Write 'rose to' or 'fell to' the level, or use change(…) or return(…).`;
  if (isStanding(shape) && !toLevel && !standing)
    return shape.isDifference
      ? `'${word}' says that something moved, and ${metric} compares two things. Write 'led', 'trailed', 'ahead' or 'behind'.`
      : `'${word}' says that something moved, and ${metric} says where it stands. Write 'up', 'down', 'above' or 'below', or 'rose to' and 'fell to'.`;
  if (shape.kind !== 'level' && !MOVES.includes(unit))
    return `'${word}' can't be checked: the metric is in ${unit}, which has no direction. Put the verb outside the Fact.`;
  return null;
}

/** 'flat', 'unchanged', 'little changed': within a tenth of a percent, or less than half a basis point. */
export function checkFlat({ word, offset }: Atom & { type: 'flat' }, subject: Subject): Verdict {
  const { unit, shape, level } = subject;
  const isOfLast = shape.kind === 'level' || (unit === 'basis points' && shape.kind === 'state');
  if (isOfLast && Number.isNaN(lastMove(subject))) return refused(offset, noneBefore(word, subject));
  if (unit === 'percent' || unit === 'basis points') {
    const points = unit === 'percent' ? lastMove(subject) * 100 : shape.kind === 'state' ? lastMove(subject) : subject.value;
    return flat(word, offset, Math.abs(withoutNoise(points)) < 0.5, 'half a basis point', subject);
  }
  if (unit === 'ratio' || unit === 'percentage points')
    return flat(word, offset, Math.abs(withoutNoise(subject.value)) < 0.001, '0.1%', subject);
  const base = level ? level.value - subject.value : subject.value - lastMove(subject);
  const move = level ? subject.value : lastMove(subject);
  if (shape.kind === 'level' || level) return flat(word, offset, Math.abs(withoutNoise(move / base)) < 0.001, '0.1%', subject);
  return refused(offset, `'${word}' is said of a return, a level or a rate. The metric is in ${unit}.`);
}

function flat(word: string, offset: number, ok: boolean, limit: string, subject: Subject): Verdict {
  const { unit, value, shape } = subject;
  const move = shape.kind === 'move' ? value : lastMove(subject);
  const found = formatExact(value, unit);
  const check: Check = { what: 'value', said: word, found, ok };
  if (ok) return { checks: [check], complaints: [] };
  const advice = `${move > 0 ? 'rose' : 'fell'} ${shape.kind === 'move' ? '' : 'to '}${formatValue(shape.kind === 'move' ? Math.abs(value) : value, unit)}`;
  return {
    checks: [check],
    complaints: [
      fails(offset, `'${word}' does not hold: it stands for less than ${limit}. ${sayData(subject, isoOf(subject.at))} Write '${advice}'.`),
    ],
  };
}

/** The change from the value before, NaN where there is none. */
function lastMove({ column: { values } }: Subject): number {
  return values.length < 2 ? Number.NaN : values[values.length - 1] - values[values.length - 2];
}

const noneBefore = (word: string, { metric, at }: Subject): string =>
  `'${word}' wants a value before, and ${metric} has none before ${isoOf(at)}.`;

/** How many standard deviations the move lies from the mean of the year before; null where there is no year. */
function deviations({ column: { values }, shape }: Subject): number | null {
  const moves = shape.kind === 'move' ? values : changes(values);
  const i = moves.length - 1;
  const from = i - UNUSUAL.sessions;
  if (from < 0) return null;
  const z = (moves[i] - mean(moves, from, i - 1)) / sampleDeviation(moves, from, i - 1);
  return Number.isFinite(z) ? z : null;
}
