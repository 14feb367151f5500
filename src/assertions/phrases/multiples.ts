/** 'More than doubled', 'nearly tripled', 'less than half': the nearest multiples there are words for. */
import { withoutNoise } from '../../metrics/format.ts';
import { multiples as words } from '../lexicon.ts';
import { shareOfValue } from '../rarity.ts';
import type { Subject } from '../subject.ts';
import type { Generator } from './generator.ts';

/** Of what grew, of what is a multiple of something, and of a part. */
const OF_MOVES = ['doubled', 'tripled', 'quadrupled', 'halved'];
const OF_MULTIPLES = ['half', 'double', 'triple', 'quadruple'];
const OF_PARTS = ['a third', 'half', 'two-thirds', 'three-quarters'];

export const multiples: Generator = (subject) => {
  const [listed, ratio] = ratioOf(subject);
  if (listed.length === 0) return [];
  const share = shareOfValue(subject);
  const byFactor = listed.toSorted((a, b) => words[a] - words[b]);
  // '1.3 times' is more than half, and nobody would say so.
  const passed = byFactor.findLast((word) => words[word] < ratio && (words[word] > 1 || ratio < 1));
  const next = byFactor.find((word) => words[word] > ratio);
  const texts = [
    ...byFactor,
    ...(passed && passed !== 'halved' ? [`more than ${passed}`] : []),
    ...(next ? [`nearly ${next}`] : []),
    ...(next && words[next] < 1 && next !== 'halved' ? [`less than ${next}`] : []),
  ];
  return texts.map((text) => ({ text, share }));
};

/** The words that fit the metric, and the number that is compared with them. */
function ratioOf({ unit, shape, value }: Subject): [readonly string[], number] {
  if (unit === 'times') return [OF_MULTIPLES, withoutNoise(value)];
  if (unit !== 'ratio' || shape.kind === 'state') return [[], 0];
  return shape.kind === 'move' ? [OF_MOVES, withoutNoise(1 + value)] : [OF_PARTS, withoutNoise(value)];
}
