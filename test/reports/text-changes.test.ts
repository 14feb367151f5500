import { describe, expect, it } from 'vitest';
import { changedSentences, changedWords, excerpts } from '../../src/reports/text-changes.ts';

describe('sentences that are another', () => {
  it.each<[string, string, string, [string | null, string | null][]]>([
    ['none', 'a b c', 'a b c', []],
    ['one for one', 'a b c', 'a x c', [['b', 'x']]],
    [
      'two for one',
      'a b c d',
      'a x d',
      [
        ['b', 'x'],
        ['c', null],
      ],
    ],
    ['a new one', 'a b', 'a x b', [[null, 'x']]],
    [
      'at both ends',
      'a b c',
      'x b y',
      [
        ['a', 'x'],
        ['c', 'y'],
      ],
    ],
    [
      'all',
      'a',
      'x y',
      [
        ['a', 'x'],
        [null, 'y'],
      ],
    ],
    [
      'one that moved',
      'a b c',
      'b c a',
      [
        ['a', null],
        [null, 'a'],
      ],
    ],
  ])('%s', (_, before, after, changes) =>
    expect(changedSentences(before.split(' '), after.split(' '))).toEqual(changes.map(([was, now]) => ({ was, now }))),
  );
});

describe('words that are another', () => {
  /** '-gone+new both' */
  const marked = (was: string, now: string): string =>
    changedWords(was, now)
      .map(({ kind, text }) => ({ gone: `-${text}-`, new: `+${text}+`, both: text })[kind])
      .join(' ');

  it.each([
    ['It rose 3.5% on Tuesday.', 'It rose 3.6% on Tuesday.', 'It rose -3.5%- +3.6%+ on Tuesday.'],
    ['It rose.', 'It rose again.', 'It -rose.- +rose again.+'],
    ['It fell on Monday in all.', 'It rose on Friday in all.', 'It -fell on Monday- +rose on Friday+ in all.'],
    ['a', 'b', '-a- +b+'],
    ['', 'b', '-- +b+'],
  ])('%s, %s', (was, now, told) => expect(marked(was, now)).toBe(told));

  it.each([
    ['one two three four five six', 'one two three four FIVE six', '… two three four five six', '… two three four FIVE six'],
    ['one two', 'one two three', 'one two', 'one two three'],
    ['a b c d e f', 'x b c d e f', 'a b c d …', 'x b c d …'],
    ['very very well', 'very well', 'very very well', 'very well'],
  ])('in an excerpt: %s, %s', (was, now, before, after) => expect(excerpts({ was, now })).toEqual({ was: before, now: after }));
});
