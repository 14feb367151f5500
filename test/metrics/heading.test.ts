import { expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { headingOf, meaningOf } from '../../src/metrics/heading.ts';
import { calendar, july2024 } from '../support/metrics.ts';

const context = { snapshot: july2024, calendar, asOf: dayOf('2024-07-16') };
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

it.each([
  ['rut', 'Russell 2000', 'The close of the day.'],
  ['ust2y', 'Two-year Treasury yield', 'The rate of the day, in percent.'],
  ['etp_calls', 'Calls on exchange-traded products', 'What was traded on the day, in contracts.'],
  [
    'return(rut, 5d)',
    'Russell 2000, return over five sessions',
    'The change in percent from the close five sessions before to the close of the day.',
  ],
  [
    'return(rut, 5d) - return(spx, 5d)',
    'Russell 2000 minus S&P 500, return over five sessions',
    'The change in percent from the close five sessions before to the close of the day, of each of the two; then Russell 2000 minus S&P 500.',
  ],
  [
    'return(rut, from 2023-11-01 to 2023-12-08)',
    'Russell 2000, return from Nov 1, 2023 to Dec 8, 2023',
    'The change in percent from the close of Nov 1, 2023 to the close of Dec 8, 2023.',
  ],
  [
    'change(ust10y, 1d)',
    'Ten-year Treasury yield, change over one session',
    'The change from the value one session before to the value of the day, in basis points.',
  ],
  [
    '-change(impliedRate(zqz24), 5d)',
    'Rate implied by the Federal funds future, December 2024, change over five sessions, sign turned',
    'The change from the value five sessions before to the value of the day, in basis points. Each value is one hundred less the price of the future, which is the average rate of its month in percent. The sign is turned: a fall counts as a plus.',
  ],
  [
    'cutsPriced(zqz24, 5.33)',
    'Federal funds future, December 2024: rate cuts priced from 5.33%',
    'How much lower than 5.33% the future puts the average rate of its month, in basis points.',
  ],
  [
    'return(rut, 1d) - return(spx, 5d)',
    'Russell 2000, return over one session minus S&P 500, return over five sessions',
    'Russell 2000, return over one session minus S&P 500, return over five sessions. The change in percent from the close one session before to the close of the day. The change in percent from the close five sessions before to the close of the day.',
  ],
])('%s is headed and told', (metric, heading, meaning) => {
  expect([plain(headingOf(metric, context)), plain(meaningOf(metric, context))]).toEqual([heading, meaning]);
});
