import type { Unit } from './units.ts';

/** What a value of a unit is told in: 'in percent'. A ratio is always printed in percent. */
export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  points: 'points',
  percent: 'percent a year',
  contracts: 'contracts',
  USD: 'US dollars',
  index: 'index points',
  ratio: 'percent',
  'percentage points': 'percentage points',
  'basis points': 'basis points',
  times: 'multiples',
  sessions: 'sessions',
  periods: 'periods',
  cases: 'cases',
  rank: 'ranks',
  date: 'days',
  flag: '1, 0 or −1',
  sd: 'standard deviations',
  score: 'points of 100',
  number: 'plain numbers',
};
