/** Over the last five sessions: 'between 1.1% and 3.6%', where each was a gain. The attribute `over` says of which. */
import type { Subject } from '../subject.ts';
import type { Generator } from './generator.ts';
import { printed } from './telling.ts';

const SESSIONS = 5;
const OVER = `${SESSIONS}d`;

/** The subject with the values that the range is of. */
export const overRange = (subject: Subject): Subject => ({ ...subject, over: subject.column.values.slice(-SESSIONS), overText: OVER });

export const ranges: Generator = ({ column: { values }, shape, unit }) => {
  const isOfOneDay = shape.kind === 'move' && !shape.isStreak && shape.windows.every(({ text }) => text === '1d');
  if (!isOfOneDay || values.length < SESSIONS) return [];
  const lowestOf = (end: number): number => Math.min(...values.subarray(end - SESSIONS, end));
  const [low, high] = [lowestOf(values.length), Math.max(...values.subarray(-SESSIONS))];
  if (!(low > 0) || low === high) return [];
  let [windows, asGood] = [0, 0];
  for (let end = SESSIONS; end <= values.length; end++) {
    if (!Number.isFinite(lowestOf(end))) continue;
    windows++;
    if (lowestOf(end) >= low) asGood++;
  }
  return [{ text: `between ${printed(low, unit)} and ${printed(high, unit)}`, share: asGood / windows, over: OVER }];
};
