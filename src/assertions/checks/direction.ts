/** Words that say which way something went. */
import { isoOf } from '../../data/day.ts';
import { formatExact, formatValue } from '../../metrics/format.ts';
import { changes } from '../../metrics/measures/streak.ts';
import { mean, sampleDeviation } from '../../metrics/moments.ts';
import type { Unit } from '../../metrics/units.ts';
import type { Atom } from '../phrase.ts';
import { fails, type Subject, sayData, unclear, type Verdict } from '../subject.ts';

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

/**
 * @param toLevel true where a level follows: 'rose to 4.43%' speaks of the change from the value before
 * @param like how the true move would be written: 'fell 0.9%'
 */
export function checkDirection(direction: DirectionAtom, toLevel: boolean, subject: Subject, like: (sign: number) => string): Verdict {
  const { word, sign, offset, relative, strong } = direction;
  const { shape, unit, at } = subject;
  if (relative && !shape.isDifference)
    return {
      checks: [],
      complaints: [
        unclear(offset, `'${word}' compares two things. The metric is one. Use a difference: return(rut, 5d) - return(spx, 5d).`),
      ],
    };
  if (shape.isLevel && !toLevel)
    return {
      checks: [],
      complaints: [
        unclear(
          offset,
          `'${word}' can't be checked: ${subject.metric} on ${isoOf(at)} is a level, not a movement. Write '${word} to' the level, or use change(…) or return(…).`,
        ),
      ],
    };
  if (!shape.isLevel && !MOVES.includes(unit))
    return {
      checks: [],
      complaints: [
        unclear(offset, `'${word}' can't be checked: the metric is in ${unit}, which has no direction. Put the verb outside the Fact.`),
      ],
    };
  const move = shape.isLevel ? lastMove(subject) : subject.value;
  const found = shape.isLevel
    ? `${formatExact(subject.value, unit)}, before it ${formatExact(subject.value - move, unit)}`
    : formatExact(subject.value, unit);
  const ok = Math.sign(move) === sign;
  const check = { what: 'direction' as const, said: word, found, ok };
  if (!ok) {
    const truth = move === 0 ? 'it did not change' : relative ? `it ${move > 0 ? 'led' : 'trailed'}` : `it ${move > 0 ? 'rose' : 'fell'}`;
    const advice = move === 0 ? 'unchanged' : like(Math.sign(move));
    const data = shape.isLevel
      ? `The data say ${found} (${subject.metric} on ${isoOf(at)})`
      : sayData(subject, isoOf(at)).replace(/\.$/, '');
    return {
      checks: [check],
      complaints: [fails(offset, `'${word}' does not hold. ${data}: ${truth}. Write '${advice}'.`)],
    };
  }
  const z = strong ? deviations(subject) : null;
  return z !== null && Math.abs(z) < UNUSUAL.deviations
    ? {
        checks: [check],
        complaints: [
          {
            rule: 'unusual',
            offset,
            message: `'${word}' is a strong word: the move is ${Math.abs(z).toFixed(1)} standard deviations of the ${UNUSUAL.sessions} sessions before. Write '${sign > 0 ? 'rose' : 'fell'}'.`,
          },
        ],
      }
    : { checks: [check], complaints: [] };
}

/** 'flat', 'unchanged': within a tenth of a percent. */
export function checkFlat({ word, offset }: Atom & { type: 'flat' }, subject: Subject): Verdict {
  const { unit, value } = subject;
  if (unit !== 'ratio' && unit !== 'percentage points')
    return { checks: [], complaints: [unclear(offset, `'${word}' is said of a return. The metric is in ${unit}.`)] };
  const ok = Math.abs(value) < 0.001;
  const check = { what: 'value' as const, said: word, found: formatExact(value, unit), ok };
  return ok
    ? { checks: [check], complaints: [] }
    : {
        checks: [check],
        complaints: [
          fails(
            offset,
            `'${word}' does not hold: it stands for less than 0.1%. ${sayData(subject, isoOf(subject.at))} Write '${value > 0 ? 'rose' : 'fell'} ${formatValue(Math.abs(value), unit)}'.`,
          ),
        ],
      };
}

function lastMove({ column: { values } }: Subject): number {
  return values.length < 2 ? 0 : values[values.length - 1] - values[values.length - 2];
}

/** How many standard deviations the move lies from the mean of the year before; null where there is no year. */
function deviations({ column: { values }, shape }: Subject): number | null {
  const moves = shape.isLevel ? changes(values) : values;
  const i = moves.length - 1;
  const from = i - UNUSUAL.sessions;
  if (from < 0) return null;
  const z = (moves[i] - mean(moves, from, i - 1)) / sampleDeviation(moves, from, i - 1);
  return Number.isFinite(z) ? z : null;
}
