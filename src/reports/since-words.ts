/** What a pair of series has done since publication, in words. */
import { dayOf } from '../data/day.ts';
import { formatDay, formatValue, printedDecimal } from '../metrics/format.ts';
import { hasReturns, type Unit } from '../metrics/units.ts';
import { inType } from './in-type.ts';
import { type Named, speakingOf } from './new/speaking-of.ts';
import type { Reached } from './since-publication.ts';

/** The two series as they are named in a sentence and in a label. */
export interface PairNames {
  first: Named;
  second: Named;
}

const spokenOf = (series: Named) => speakingOf(series, inType);

/** A difference of returns that would be printed as nothing. */
const isLevelWith = (value: number): boolean => /^\u2212?0\.0$/.test(printedDecimal(100 * value, 1));

/** True where what is compared are returns: then one is ahead of the other. */
const areReturns = ({ difference }: Reached): boolean => difference.unit === 'percentage points';

/** 'is 2.1 percentage points behind', without its sign. */
function place({ difference: { value } }: Reached, amount: string): string {
  if (isLevelWith(value)) return 'is level with';
  return `is ${amount}${value < 0 ? 'behind' : 'ahead of'}`;
}

/** 'up 14 basis points', 'unchanged'. */
function moved({ value, unit }: { value: number; unit: Unit }): string {
  const amount = formatValue(Math.abs(value), unit);
  return /^0\b/.test(amount) && Number.parseFloat(amount) === 0 ? 'unchanged' : `${value < 0 ? 'down' : 'up'} ${amount}`;
}

/** 'The Russell 2000 is 2.1 percentage points behind the S&P 500'; of rates how far each has moved. */
export function leadSentence(reached: Reached, { first, second }: PairNames): string {
  const [own, other] = [spokenOf(first), spokenOf(second)];
  if (areReturns(reached))
    return `${own.Name} ${place(reached, `${formatValue(Math.abs(reached.difference.value), 'percentage points')} `)} ${other.name}`;
  return `${own.Name} is ${moved(reached.first)} and ${other.name} ${moved(reached.second)}`;
}

/** The finding of the figure, which has the numbers itself: 'The Russell 2000 is behind the S&P 500 since July 16, 2024'. */
export function findingSince(reached: Reached, { first, second }: PairNames, base: string): string {
  const [own, other] = [spokenOf(first), spokenOf(second)];
  const since = `since ${formatDay(dayOf(base), 'long')}`;
  if (areReturns(reached)) return `${own.Name} ${place(reached, '')} ${other.name} ${since}`;
  const way = ({ value, unit }: Reached['first']): string => moved({ value, unit }).split(' ')[0];
  return way(reached.first) === way(reached.second)
    ? `Both are ${way(reached.first)} ${since}`
    : `${own.Name} is ${way(reached.first)} and ${other.name} ${way(reached.second)} ${since}`;
}

/** For a cell: 'Russell 2000 2.1 pp behind'. */
export function leadInBrief(reached: Reached, { first, second }: PairNames): string {
  const { value, display } = reached.difference;
  if (!areReturns(reached)) return `${inType(first.title)} ${reached.first.display}, ${inType(second.title)} ${reached.second.display}`;
  if (isLevelWith(value)) return `${inType(first.title)} level with ${inType(second.title)}`;
  return `${inType(first.title)} ${display.replace(/^[+\u2212]/, '')} ${value < 0 ? 'behind' : 'ahead of'} ${inType(second.title)}`;
}

/**
 * What the figure measures.
 * @param unit of its lines
 */
export function measuredSince({ first }: PairNames, unit: Unit, base: string, to: string): string {
  const end = `daily to ${formatDay(dayOf(to), 'long')}`;
  if (!hasReturns(unit)) return `In ${unit}, ${end}; before publication faded`;
  return `${first.basis === 'price' ? 'Price index' : 'Index'}, ${formatDay(dayOf(base), 'long')} = 100, ${end}; before publication faded`;
}
