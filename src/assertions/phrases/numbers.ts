/** The value itself: 'rose 11.5% in five sessions', 'fell 6 basis points to 4.16%', 'led by 9.9 percentage points'. */
import { shareOfValue } from '../rarity.ts';
import type { Subject } from '../subject.ts';
import type { Generator } from './generator.ts';
import { isPrice, printed, printedLevel, printedSize, stretchOf, told, verbOf } from './telling.ts';

/** A level that was reached has its direction from the value before. */
const REACHED = ['rose to', 'fell to'];
/** Stronger verbs, for moves that are unusual enough. */
const STRONG = { up: 'surged', down: 'plunged' };
/** A year of sessions before the value, without which no move is known to be unusual. */
const YEAR = 253;

export const numbers: Generator = (subject) => {
  const share = shareOfValue(subject);
  return textsOf(subject).map((text) => ({ text, share }));
};

function textsOf(subject: Subject): string[] {
  const { value, unit, shape, level, column } = subject;
  if (unit === 'date' || unit === 'flag' || unit === 'rank' || shape.isStreak) return [];
  const size = printedSize(subject);
  if (shape.kind === 'level') {
    const closed = isPrice(subject) ? [`closed at ${size}`] : [];
    return [
      ...new Set([...closed, told(subject, size), size]),
      ...(shape.windows.length === 0 ? REACHED.map((verb) => `${verb} ${size}`) : []),
    ];
  }
  const number = printed(value, unit);
  if (value === 0) return [number];
  const main = told(subject, size);
  const stretch = stretchOf(subject);
  const texts = [...(stretch ? [`${main} ${stretch}`] : []), main];
  if (level) {
    texts.push(`${main} to ${printedLevel(level)}`);
    if (level.base) texts.push(`${verbOf(subject)} to ${printedLevel(level)} from ${printedLevel({ ...level, value: level.base.value })}`);
  }
  // A window whose beginning is fixed grows with each day: its moves are not held against each other.
  const isFixed = shape.windows.some(({ bounds }) => bounds);
  if (shape.kind === 'move' && !shape.isDifference && !isFixed && column.values.slice(-YEAR).filter(Number.isFinite).length === YEAR)
    texts.push(told(subject, size, value > 0 ? STRONG.up : STRONG.down));
  return [...texts, number];
}
