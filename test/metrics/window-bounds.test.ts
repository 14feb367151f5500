import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { boundsOf } from '../../src/metrics/window-bounds.ts';
import { all, between, months, sessions, since, toDate, type Window, weeks } from '../../src/metrics/windows.ts';

const DAYS_A_YEAR = 366;
const first = dayOf('2023-12-01');
/** Days in order, with gaps. */
const dayLists = fc
  .uniqueArray(fc.integer({ min: first, max: first + 2 * DAYS_A_YEAR }), { maxLength: 60 })
  .map((days) => Int32Array.from(days).sort());
const day = fc.integer({ min: first - 30, max: first + 2 * DAYS_A_YEAR + 30 });
const windows: [string, fc.Arbitrary<Window>][] = [
  ['n d', fc.integer({ min: 1, max: 70 }).map(sessions)],
  ['n w', fc.integer({ min: 1, max: 6 }).map(weeks)],
  ['n mo', fc.integer({ min: 1, max: 24 }).map(months)],
  ['to date', fc.constantFrom('mtd', 'qtd', 'ytd').map((text) => toDate(text as 'mtd'))],
  ['since D', day.map(since)],
  ['from A to B', fc.tuple(day, day).map(([a, b]) => between(Math.min(a, b), Math.max(a, b)))],
  ['all', fc.constant(all)],
];

describe('the bounds of a window on a whole column are those at each index', () => {
  it.each(windows)('%s', (_form, window) => {
    fc.assert(
      fc.property(dayLists, window, fc.constantFrom('base', 'first', 'firstPrior', 'end'), (days, one, bound) => {
        expect([...boundsOf(one, bound, days)]).toEqual(Array.from(days, (_day, i) => one[bound](days, i)));
      }),
    );
  });
});
