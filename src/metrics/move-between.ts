/** The move from one value of a level to a later one, as tables tell it: of a rate in basis points, of the rest in percent. */
import type { Unit } from './units.ts';

export function moveBetween(before: number, after: number, unit: Unit): { value: number; unit: Unit } {
  return unit === 'percent' ? { value: (after - before) * 100, unit: 'basis points' } : { value: after / before - 1, unit: 'ratio' };
}
