import { describe, expect, it } from 'vitest';
import { adviceIn, advisedWords } from '../../../src/assertions/advice.ts';
import { verify } from '../../../src/assertions/verify.ts';
import { all } from '../../support/metrics.ts';
import { daily, dated, on, said, weekly, worth } from '../../support/subject.ts';

const level = (value: number) =>
  dated('s', [
    ['2022-01-03', 120],
    ['2023-11-01', 110],
    ['2024-01-02', 80],
    ['2024-07-15', 95],
    ['2024-07-16', value],
  ]);

describe('what is advised holds when it is written instead', () => {
  it.each([
    ['3.5%', worth(0.0449, 'ratio'), ['4.5%']],
    ['11%', worth(0.1154, 'ratio'), ['12%', 'more than 11%']],
    ['rose 11%', worth(0.1154, 'ratio'), ['rose 12%', 'rose more than 11%']],
    ['fell 3.5%', worth(0.0449, 'ratio'), ['rose 4.5%']],
    ['0.9%', worth(-0.00876, 'ratio'), ['fell 0.9%', '−0.9%']],
    ['0.9 percentage points', worth(-0.00876, 'percentage points'), ['trailed by 0.9 percentage points', '−0.9 percentage points']],
    ['10.0%', daily('drawdown(s)', [100, 90]), ['down 10.0%', '−10.0%']],
    ['nearly 18%', worth(0.188, 'ratio'), ['19%', 'more than 18%']],
    ['nearly 20%', worth(0.188, 'ratio'), ['19%', 'nearly 19%']],
    ['more than 20%', worth(0.34, 'ratio'), ['more than 30%']],
    ['less than 18%', worth(0.188, 'ratio'), ['19%', 'more than 18%']],
    ['18% or less', worth(0.188, 'ratio'), ['19%', 'more than 18%']],
    ['about 15%', worth(0.188, 'ratio'), ['19%']],
    ['9.9%', worth(0.099, 'percentage points'), ['9.9\u00A0percentage points']],
    ['fell 0.19%', worth(-19, 'basis points'), ['fell 19\u00A0basis points']],
    ['2.2 million', worth(2_093_111, 'contracts'), ['2.1 million']],
    ['$215.41', worth(215.4, 'USD'), ['$215.40']],
    ['fell to 4.05%', daily('s', [4, 4.05], { unit: 'percent' }), ['rose to 4.05%']],
    ['fell to 4.05%', worth(5, 'basis points'), ['rose']],
    ['flat', worth(0.0049, 'ratio'), ['rose 0.5%']],
    ['rose', worth(0, 'ratio'), ['unchanged']],
    ['double', worth(3.9, 'times'), ['more than triple', '3.9\u00A0times']],
    ['doubled', worth(2.9, 'ratio'), ['more than tripled', '290.0%']],
    ['1% to 2%', daily('return(s, 1d)', [100, 101, 104.03], { over: '2d' }), ['between 1% and 3%']],
    ['highest since 2022', level(100), ['highest since November 2023']],
    ['highest since June', level(100), ['highest since November 2023']],
    ['highest of the year', level(90), ['highest since July 15']],
    ['a ten-month high', level(100), ['highest since November 2023']],
    ['highest in five years', level(100), ['highest since November 2023']],
    ['highest since 2022', level(130), ['highest in data since 2022']],
    ['a record high', level(130), ['highest in data since 2022']],
    ['third-highest since 2021', level(115), ['second-highest in data since 2022']],
    ['the third-highest since 2022', level(110), ['tied for second-highest since 2022']],
    ['the third-highest of the year', level(100), ['highest of the year']],
    ['its best week since December 2023', on('return(rut, 1w)', '2024-07-12'), ['best week since November 2023']],
    ['fourth straight gain', worth(3, 'sessions'), ['third straight gain']],
    ['more than three straight gains', worth(3, 'sessions'), ['three straight gains']],
    ['a four-week losing streak', worth(3, 'periods'), ['three straight gains']],
    ['third', worth(2, 'rank'), ['second']],
    ['the Large Index led', worth(0.03, 'percentage points'), ['trailed']],
  ])("of '%s'", (words, subject, expected) => {
    const advice = verify(words, subject).complaints.flatMap(({ message }) => adviceIn(message));
    expect(advice).toEqual(expected);
    // 'Trailed' is advised for the side that the words speak of.
    const written = words.includes('Index') ? advice.map((one) => `the Large Index ${one}`) : advice;
    expect(written.map((one) => said(one, subject))).toEqual(written.map(() => 'holds'));
  });
});

describe('of a date it holds beside the rest of the words', () => {
  it.each([
    ['rose 11.5% to July 15', on('return(rut, 5d)'), 'rose 11.5% to '],
    ['rose 11.5% from July 8', on('return(rut, 5d)'), 'rose 11.5% from '],
    ['rose 11.5% on July 16', on('return(rut, 5d)'), 'rose 11.5% '],
    ['rose 11.5% on Tuesday', on('return(rut, 5d)'), 'rose 11.5% '],
    ['rose 3.5% on July 15', on('return(rut, 1d)'), 'rose 3.5% on '],
    ['rose 3.5% on Monday', on('return(rut, 1d)'), 'rose 3.5% on '],
    ['rose 3.5% on Tuesday', on('return(rut, 1d)', '2024-07-16', { published: '2024-08-01' }), 'rose 3.5% on '],
    ['rose 3.5% today', on('return(rut, 1d)'), 'rose 3.5% on '],
  ])("of '%s'", (words, subject, start) => {
    const [advice] = verify(words, subject).complaints.flatMap(({ message }) => adviceIn(message));
    expect(said(start + advice, subject)).toBe('holds');
  });
});

describe('a streak of weeks', () => {
  it('is advised in weeks', () => {
    expect(said('fourth straight weekly gain', weekly('streak(return(s, 1w))', [100, 101, 102, 103]))).toMatch(
      /Write 'third straight weekly gain'\.$/,
    );
  });
});

/** A change over 79 sessions of the ten-year yield, +114 basis points to 4.77%, and a gap of rates. */
const tenYear = on('change(ust10y, 79d)', '2025-01-10', { snapshot: all });
const gapOn = (day: string) => on('ust2y - fed_upper', day, { snapshot: all });

describe('each claim that fails is told once, and what is written in the end keeps the rest of the words', () => {
  it.each([
    ['climbed 91 basis points to 4.50%', tenYear, ['climbed 114 basis points', '4.77%'], 'climbed 114 basis points to 4.77%'],
    [
      'slid 91 basis points to 4.50%, the most since 2021',
      tenYear,
      ['rose 114 basis points', '4.77%', 'most since October 2023'],
      'rose 114 basis points to 4.77%, the most since October 2023',
    ],
    ['was cut by 91 basis points to 4.77%', tenYear, ['rose 114 basis points'], 'rose 114 basis points to 4.77%'],
    // A clause that can't be mended is left out.
    ['rose 114 basis points, the most before May', tenYear, [], 'rose 114 basis points'],
    ['slid 91 basis points, its biggest fall since 2021', tenYear, ['rose 114 basis points'], 'rose 114 basis points'],
  ])("of '%s'", (words, subject, expected, whole) => {
    expect(verify(words, subject).complaints.flatMap(({ message }) => adviceIn(message))).toEqual(expected);
    expect(advisedWords(words, subject)).toBe(whole);
  });
});

describe('what is advised is worth saying', () => {
  it.each([
    ['the deepest discount on record', gapOn('2024-09-16'), /Write 'lowest in data since 1999'\.$/],
    ['the third-widest gap since 2008', gapOn('2024-09-16'), /Write 'widest gap in data since 1999'\.$/],
    ['the third-widest gap since 2008', gapOn('2024-07-16'), /is number 87, tied with 5\. Write 'widest gap since February 2024'\.$/],
    ['the third-highest since 2008', gapOn('2024-09-16'), /is number 4175\. That is nothing unusual: leave the superlative out\.$/],
    ['the most since 2021', tenYear, /Write 'most since October 2023'\.$/],
  ])("of '%s' on a day: %s", (words, subject, expected) => expect(said(words, subject)).toMatch(expected));
});
