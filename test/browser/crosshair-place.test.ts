import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, placed } from '../../src/browser/crosshair-place.ts';
import type { Crosshair } from '../../src/charts/crosshair.ts';

const reading = { label: 'Russell 2000', index: 0, style: { factor: 1, decimals: 1, suffix: '' } };
const crosshair = (changes: Partial<Crosshair>): Crosshair => ({
  days: ['2024-07-12', '2024-07-16'],
  x: [40, 80],
  even: false,
  panels: [{ left: 0, top: 0, bottom: 100 }],
  readings: [reading],
  ...changes,
});
const sessions = ['2024-07-11', '2024-07-12', '2024-07-15', '2024-07-16', '2024-07-17'].map((day) => ({ day, values: [1] }));
const at = (changes: Partial<Crosshair>, rows = sessions): [string, number][] =>
  placed(rows, crosshair(changes)).map(({ day, x }) => [day, x]);

describe('a session lies', () => {
  it('on an axis of time where its day does, a weekend being as wide as two days', () => {
    expect(at({})).toEqual([
      ['2024-07-12', 40],
      ['2024-07-15', 70],
      ['2024-07-16', 80],
    ]);
  });

  it('on an axis of sessions as far from the one before as from the next', () => {
    expect(at({ even: true })).toEqual([
      ['2024-07-12', 40],
      ['2024-07-15', 60],
      ['2024-07-16', 80],
    ]);
  });

  it('on an axis of sessions nowhere, where there is no bar', () => {
    const rows = sessions.map((session) => (session.day === '2024-07-15' ? { ...session, values: [Number.NaN] } : session));
    expect(at({ even: true }, rows)).toEqual([
      ['2024-07-12', 40],
      ['2024-07-16', 80],
    ]);
  });

  it('at the left, where it is the only one', () => {
    expect(at({ days: ['2024-07-16', '2024-07-16'], even: true })).toEqual([['2024-07-16', 40]]);
    expect(at({ days: ['2024-07-16', '2024-07-16'] })).toEqual([['2024-07-16', 40]]);
  });
});

it('the nearest session is none but the nearest', () => {
  const place = fc.double({ min: -1000, max: 2000, noNaN: true });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1 }), place, (places, x) => {
      const rows = places.map((one) => ({ day: '', values: [], x: one }));
      expect(Math.abs(places[nearest(rows, x)] - x)).toBe(Math.min(...places.map((one) => Math.abs(one - x))));
    }),
  );
});
