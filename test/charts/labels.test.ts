import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inTwoLines } from '../../src/charts/annotations.ts';
import { niceDomain, timeTicks } from '../../src/charts/axes.ts';
import { spread } from '../../src/charts/labels.ts';
import { dayOf } from '../../src/data/day.ts';

it('labels at the ends of lines keep their order and their distance, inside the drawing', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 5 }), (wanted) => {
      const centres = spread(wanted, 20, 0, 400);
      const order = [...wanted.keys()].sort((a, b) => wanted[a] - wanted[b]);
      for (const [k, index] of order.entries()) {
        expect(centres[index]).toBeGreaterThanOrEqual(-1e-6);
        expect(centres[index]).toBeLessThanOrEqual(400 + 1e-6);
        if (k > 0) expect(centres[index] - centres[order[k - 1]]).toBeGreaterThanOrEqual(20 - 1e-6);
      }
    }),
  );
});

it('labels that do not touch stay where they are wanted', () => expect(spread([10, 200, 100], 20, 0, 400)).toEqual([10, 200, 100]));

it.each([
  ['Last five sessions', 'Last five\nsessions'],
  ['Range', 'Range'],
  ['Jul\u00A012: 1.3\u00A0million calls', 'Jul\u00A012:\n1.3\u00A0million calls'],
])('%s breaks into two lines of about one length', (text, lines) => expect(inTwoLines(text)).toBe(lines));

it.each([
  [4.43, 4.97, 3, [4.4, 4.6, 4.8]],
  [-1.6, 4.45, 5, [-2, -1, 0, 1, 2, 3, 4]],
  [0, 2_281_183, 5, [0, 500_000, 1_000_000, 1_500_000, 2_000_000]],
])('ticks from %d to %d are whole multiples of a round step', (low, high, count, values) => {
  expect(niceDomain(low, high, count).values).toEqual(values);
});

it('time ticks are month starts, the year on the first and on each January', () => {
  const ticks = timeTicks(dayOf('2023-10-15'), dayOf('2024-07-16'), 4);
  expect(ticks.map(({ label, year }) => `${label} ${year}`.trim())).toEqual(['Jan 2024', 'Apr', 'Jul']);
});

it('of a few weeks time ticks are days, from the first on', () => {
  const ticks = timeTicks(dayOf('2024-07-16'), dayOf('2024-08-16'), 5);
  expect(ticks.map(({ label, year }) => `${label} ${year}`.replaceAll('\u00A0', ' ').trim())).toEqual(['Jul 16 2024', 'Jul 30', 'Aug 13']);
});
