/** The run that ends on the day: 'fifth straight gain', 'up five days in a row', 'led for a fifth straight session'. */
import { atPeriodEnds } from '../../metrics/column.ts';
import { changes, runLengths } from '../../metrics/measures/streak.ts';
import { numberWord, placeWord } from '../number-words.ts';
import { shareOfRuns } from '../rarity.ts';
import type { Subject } from '../subject.ts';
import type { Generator } from './generator.ts';
import { isSeries, nounsOf } from './telling.ts';

/** One is no run. */
const SHORTEST = 2;

export const streaks: Generator = (subject) => {
  // An average moves one way for long: its run tells of its length.
  if (/\baverage\(/.test(subject.metric)) return [];
  const lengths = lengthsOf(subject);
  const length = lengths?.[lengths.length - 1] ?? 0;
  if (!lengths || Math.abs(length) < SHORTEST) return [];
  const share = shareOfRuns(lengths, length);
  return textsOf(length, subject).map((text) => ({ text, share }));
};

/** Null where the metric is of several sessions at once, or nothing that rises and falls: the day of a high, a rank. */
function lengthsOf({ shape, column, metric }: Subject): Float64Array | null {
  const { values } = atPeriodEnds(column);
  if (shape.isStreak) return values;
  if (isSeries(metric)) return runLengths(changes(values));
  return shape.kind === 'move' && shape.windows.every(({ text }) => text === '1d' || text === '1w') ? runLengths(values) : null;
}

function textsOf(length: number, subject: Subject): string[] {
  const { shape } = subject;
  const count = Math.abs(length);
  const [place, number] = [placeWord(count), numberWord(count)];
  const period = shape.windows.find((window) => window.period)?.period ?? 'day';
  if (shape.isDifference) {
    const verb = length > 0 ? 'led' : 'trailed';
    const member = period === 'day' ? 'session' : period;
    return [`${verb} for a ${place} straight ${member}`, `${verb} for ${number} straight ${member}s`];
  }
  const [adverb, verb] = length > 0 ? ['up', 'rose'] : ['down', 'fell'];
  const member = period === 'day' ? 'day' : period;
  return [
    ...nounsOf(subject, length).map((noun) => `${place} straight ${period === 'day' ? '' : `${period}ly `}${noun}`),
    `${adverb} ${number} ${member}s in a row`,
    `${verb} for a ${place} straight ${member}`,
  ];
}
