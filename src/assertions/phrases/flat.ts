/** Hardly any move: 'little changed', 'unchanged'. As frequent as moves that small. */
import { withoutNoise } from '../../metrics/format.ts';
import type { Generator } from './generator.ts';

export const flat: Generator = ({ shape, value, column: { values } }) => {
  if (shape.kind !== 'move' || shape.isStreak || shape.isDifference) return [];
  const known = values.filter(Number.isFinite);
  const share = known.filter((other) => Math.abs(other) <= Math.abs(value)).length / known.length;
  return [{ text: withoutNoise(value) === 0 ? 'unchanged' : 'little changed', share }];
};
