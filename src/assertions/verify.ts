/**
 * Does a Fact's text agree with the data? The rule of rounding: a printed number with d decimals stands for everything
 * within half a unit of its last place, both ends included. The sign comes from the word ('fell') or is written.
 */
import { formatExact, formatValue, printedDecimal } from '../metrics/format.ts';
import type { Unit } from '../metrics/units.ts';
import type { PrintedUnit } from './lexicon.ts';
import { type Direction, type Phrase, parsePhrase, type Quantity } from './phrase.ts';

export interface Check {
  what: 'value' | 'direction';
  said: string;
  found: string;
  ok: boolean;
}

/** A complaint about the words at `offset` of the text: what is wrong, what the data say, what to write. */
export interface Complaint {
  rule: 'fact-fails' | 'fact-unclear';
  offset: number;
  message: string;
}

export interface Verdict {
  checks: Check[];
  complaints: Complaint[];
}

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
  periods: [{ unit: null, factor: 1 }],
  rank: [{ unit: null, factor: 1 }],
  sd: [{ unit: null, factor: 1 }],
  score: [{ unit: null, factor: 1 }],
  number: [{ unit: null, factor: 1 }],
};

/** Units whose value has a direction: a level has none, its change has. */
const MOVES: readonly Unit[] = ['ratio', 'percentage points', 'basis points', 'sessions', 'periods', 'points', 'contracts', 'USD'];

const UNDERSTOOD =
  "one number with its unit ('3.5%', '9.9 percentage points', '19 basis points', '2.1 million', 'five sessions'), with or without a direction ('rose', 'fell')";

/**
 * @param text the words inside a Fact
 * @param value the metric's value in `unit`, at full precision
 * @param subject how a message names the metric: 'return(rut, 1d) on 2024-07-16'
 * @param isLevel true where the metric is a level, not a movement: then no direction can be checked
 */
export function verify(text: string, value: number, unit: Unit, subject: string, isLevel = false): Verdict {
  const phrase = parsePhrase(text);
  const unclear = unclearIn(phrase, text, unit);
  if (unclear) return { checks: [], complaints: [unclear] };
  const [quantity] = phrase.quantities;
  const [direction] = phrase.directions;
  const printed = PRINTED[unit]?.find((way) => way.unit === quantity.unit);
  if (!printed) return { checks: [], complaints: [wrongUnit(quantity, value, unit)] };
  if (direction && (isLevel || !MOVES.includes(unit))) {
    return {
      checks: [],
      complaints: [
        {
          rule: 'fact-unclear',
          offset: direction.offset,
          message: `'${direction.word}' can't be checked: ${subject} is a level, not a movement. Put the verb outside the Fact, or use change(…) or return(…).`,
        },
      ],
    };
  }
  return compare(quantity, direction, value, printed.factor, unit, subject);
}

function unclearIn({ quantities, qualifiers, directions }: Phrase, text: string, unit: Unit): Complaint | null {
  const unclear = (offset: number, message: string): Complaint => ({ rule: 'fact-unclear', offset, message });
  if (qualifiers.length > 0)
    return unclear(qualifiers[0].offset, `'${qualifiers[0].word}' is not understood in a Fact. Understood: ${UNDERSTOOD}.`);
  if (quantities.length === 0) return unclear(0, `nothing to check in '${text}'. Understood: ${UNDERSTOOD}.`);
  if (quantities.length > 1) return unclear(quantities[1].offset, `'${quantities[1].text}' is a second number. Give it a Fact of its own.`);
  if (directions.length > 1 && directions.some(({ sign }) => sign !== directions[0].sign))
    return unclear(directions[1].offset, `'${directions[0].word}' and '${directions[1].word}' contradict each other.`);
  if (directions.length > 0 && quantities[0].signed)
    return unclear(
      quantities[0].offset,
      `'${directions[0].word}' already gives the sign. Write '${directions[0].word} ${quantities[0].text.replace(/^[+\-−]/, '')}'.`,
    );
  if (unit === 'date' || unit === 'flag')
    return unclear(0, `a ${unit} can't be written as a number. Leave the Fact without words to print the value.`);
  return null;
}

function wrongUnit(quantity: Quantity, value: number, unit: Unit): Complaint {
  const said = quantity.unitWord ? `in '${quantity.unitWord}'` : quantity.unit === 'dollars' ? 'in dollars' : 'without a unit';
  return {
    rule: 'fact-unclear',
    offset: quantity.offset,
    message: `'${quantity.text}' is ${said}. The metric is in ${unit === 'ratio' ? 'percent' : unit}. Write ${formatValue(value, unit)}.`,
  };
}

function compare(
  quantity: Quantity,
  direction: Direction | undefined,
  value: number,
  factor: number,
  unit: Unit,
  subject: string,
): Verdict {
  const complaints: Complaint[] = [];
  const checks: Check[] = [];
  const found = formatExact(value, unit);
  if (direction) {
    const ok = Math.sign(value) === direction.sign;
    checks.push({ what: 'direction', said: direction.word, found, ok });
    if (!ok) {
      const truth = value === 0 ? 'it did not change' : `it ${value > 0 ? 'rose' : 'fell'}`;
      complaints.push({
        rule: 'fact-fails',
        offset: direction.offset,
        message: `'${direction.word}' does not hold. The data say ${found} (${subject}): ${truth}. Write '${value < 0 ? 'fell' : 'rose'} ${roundedLike(quantity, Math.abs(value), factor)}'.`,
      });
    }
  }
  const shown = ((direction ? Math.abs(value) : value) * factor) / quantity.scale;
  const half = 10 ** -quantity.decimals / 2;
  // Closed at both ends; the slack is for binary fractions only, far below any printed digit.
  const ok = Math.abs(shown - quantity.number) <= half * (1 + 1e-9);
  checks.push({ what: 'value', said: quantity.text, found, ok });
  if (!ok) {
    const written = direction ? Math.abs(value) : value;
    const advice = adviceFor(quantity, written, factor);
    const truncated = Math.trunc(shown * 10 ** quantity.decimals) / 10 ** quantity.decimals === quantity.number;
    complaints.push({
      rule: 'fact-fails',
      offset: quantity.offset,
      message: `'${quantity.text}' ${truncated ? 'is truncated, not rounded' : 'does not hold'}. The data say ${found} (${subject}). ${advice}`,
    });
  }
  return { checks, complaints };
}

/** 'Write 12%.', and where the sign is the trouble, how to say that. */
function adviceFor(quantity: Quantity, value: number, factor: number): string {
  const plain = roundedLike(quantity, Math.abs(value), factor);
  if (value < 0 && !quantity.signed) return `Write 'fell ${plain}', or ${roundedLike(quantity, value, factor)}.`;
  return `Write ${roundedLike(quantity, value, factor)}.`;
}

/** The true value in the author's own form: same decimals, scale and unit. */
function roundedLike(quantity: Quantity, value: number, factor: number): string {
  const number = printedDecimal((value * factor) / quantity.scale, quantity.decimals);
  const dollar = quantity.unit === 'dollars' && quantity.unitWord === null ? '$' : '';
  const scale = quantity.scaleWord ? ` ${quantity.scaleWord}` : '';
  const unitWord = quantity.unitWord ? (quantity.unitWord === '%' ? '%' : ` ${quantity.unitWord}`) : '';
  return `${number.startsWith('−') ? '−' : ''}${dollar}${number.replace('−', '')}${scale}${unitWord}`;
}
