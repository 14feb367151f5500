import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactPath } from '../../src/charts/compact-path.ts';

/** The corners of a path of straight lines, absolute or relative, in tenths. */
function corners(path: string): number[][] {
  const points: number[][] = [];
  let [x, y] = [0, 0];
  let first = true;
  for (const [, command, text] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = [...text.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Math.round(Number(number) * 10));
    for (let k = 0; k + 1 < numbers.length; k += 2) {
      const isAbsolute = command === 'M' || command === 'L' || (command === 'm' && first);
      [x, y] = isAbsolute ? [numbers[k], numbers[k + 1]] : [x + numbers[k], y + numbers[k + 1]];
      points.push([x, y]);
      first = false;
    }
  }
  return points;
}

describe('a path of straight lines is written from point to point', () => {
  it.each([
    ['M10,20L11.5,19.5L12,19.5', 'M10 20l1.5-.5.5 0'],
    ['M0,0L0,5', 'M0 0l0 5'],
    ['M1,1H5V3Z', 'M1 1l4 0 0 2z'],
    ['M0,0L1,1M5,5L6,6', 'M0 0l1 1m4 4l1 1'],
    ['M0.04,9.96L1.25,-1.25', 'M0 10l1.3-11.3'],
    ['M1e-7,0L2,-1.2e-14', 'M0 0l2 0'],
    ['M0,0L-0.5,0.5', 'M0 0l-.5.5'],
  ])('%s', (path, compact) => expect(compactPath(path)).toBe(compact));

  it('of a curve the numbers are rounded', () => expect(compactPath('M0,0C1,1.25,2,2,3,3')).toBe('M0,0C1,1.3,2,2,3,3'));

  it('no corner moves, however many there are', () => {
    const coordinate = fc.integer({ min: -9999, max: 9999 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 300 }), (points) => {
        const path = `M${points.map((point) => point.join(',')).join('L')}`;
        expect(corners(compactPath(path))).toEqual(corners(path));
      }),
    );
  });
});
