import { type Day, daysInMonth, partsOf } from '../../data/day.ts';
import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { type Formula, over, row } from '../formula.ts';
import type { Measure } from '../measure.ts';
import { priceAndRate } from '../rate-argument.ts';

/** One move of the Federal Reserve, in percent. */
const MOVE = 0.25;

/**
 * The rate after a meeting that a future's month implies, by the method of CME's FedWatch: the month's average is the old rate on
 * its first `daysBefore` days and the new rate on the others.
 * @returns NaN where the meeting leaves no day of the month
 */
export function endRate(average: number, start: number, daysBefore: number, days: number): number {
  return days > daysBefore ? (days * average - daysBefore * start) / (days - daysBefore) : Number.NaN;
}

/** The rate before a meeting, where the rate after it is known from the next month, which has no meeting. */
export function startRate(average: number, end: number, daysBefore: number, days: number): number {
  return (days * average - (days - daysBefore) * end) / daysBefore;
}

/** A change in percent as the two neighbouring outcomes in whole moves: 0.76125 is 75 bp with 95.5 % and 100 bp with 4.5 %. */
export function outcomes(change: number): { basisPoints: number; probability: number }[] {
  const moves = change / MOVE;
  const fewer = Math.floor(moves);
  return [
    { basisPoints: fewer * MOVE * 100, probability: 1 - (moves - fewer) },
    { basisPoints: (fewer + 1) * MOVE * 100, probability: moves - fewer },
  ];
}

/** Probability of a cut by a meeting: the days up to and including the meeting's last are at the old rate. Between 0 and 1. */
export function probabilityOfCut(price: number, meeting: Day, rate: number): number {
  const end = endRate(100 - price, rate, partsOf(meeting).day, daysInMonth(meeting));
  return Number.isNaN(end) ? Number.NaN : Math.min(1, Math.max(0, (rate - end) / MOVE));
}

const shape = (rate: Formula, end: Formula): Formula => over(row(rate, '−', end), formatInput(MOVE));

export const measure: Measure = {
  name: 'cutProbability',
  group: 'rates',
  example: 'cutProbability(zqu24, 2024-09-18, 5.33)',
  test: 'fed-funds',
  parameters: [
    { name: 'contract', kind: 'series' },
    { name: 'meeting', kind: 'day' },
    { name: 'rate', kind: 'rate' },
  ],
  summary: "probability of a cut at a meeting, from the future of its month, by the method of CME's FedWatch",
  words: (args) => `probability of a cut on ${args.words(1)}, from the ${args.words(0)}`,
  meaning: () =>
    'How much of a cut of a quarter point the future of the month prices for the meeting, as a probability from 0 to 1, by the method of CME’s FedWatch.',
  formula: (symbols) => shape(symbols.value(2), row('rate after the meeting, from', symbols.value(0))),
  evaluate(args): Column {
    const meeting = args.number(1);
    const { days, prices, rates } = priceAndRate(args, 0, 2);
    const end = (i: number): number => endRate(100 - prices[i], rates[i], partsOf(meeting).day, daysInMonth(meeting));
    return {
      days,
      values: prices.map((price, i) => probabilityOfCut(price, meeting, rates[i])),
      unit: 'ratio',
      reach: (i) => [days[i], days[i]],
      working: (i) => shape(formatInput(rates[i]), formatInput(end(i))),
    };
  },
};
