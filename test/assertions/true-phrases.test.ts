import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overRange } from '../../src/assertions/phrases/ranges.ts';
import type { Subject } from '../../src/assertions/subject.ts';
import { truePhrases } from '../../src/assertions/true-phrases.ts';
import { verify } from '../../src/assertions/verify.ts';
import { endOfMention, startOfMention } from '../../src/assertions/when.ts';
import { addMonths, dayOf, isoOf, partsOf } from '../../src/data/day.ts';
import { atPeriodEnds } from '../../src/metrics/column.ts';
import { withoutNoise } from '../../src/metrics/format.ts';
import { all, calendar } from '../support/metrics.ts';
import { dated, on, said } from '../support/subject.ts';

const textsOf = (subject: Subject): string[] => truePhrases(subject).map(({ text }) => text);

describe('of the data of July 2024', () => {
  it.each([
    [
      'rut',
      '2024-07-16',
      ['highest close since January 2022', 'highest close in more than two years', 'closed at 2,263.67', 'fifth straight gain'],
    ],
    [
      'return(rut, 1d)',
      '2024-07-16',
      ['rose 3.5%', 'rose 3.5% to 2,263.67', 'surged 3.5%', 'second-best day of the year', 'between 1.1% and 3.6%'],
    ],
    [
      'return(rut, 5d)',
      '2024-07-16',
      ['rose 11.5% in five sessions', 'rose more than 11%', 'rose nearly 12%', 'best five sessions since April 2020'],
    ],
    ['return(rut, 1w)', '2024-07-12', ['rose 6.0% in the week', 'best week since November 2023', 'best week in more than eight months']],
    ['return(rut, ytd)', '2024-07-16', ['rose 11.7% this year', 'rose more than 11%']],
    [
      'return(rut, 5d) - return(spx, 5d)',
      '2024-07-16',
      ['led by 9.9 percentage points in five sessions', 'widest five-session lead in data since 1999'],
    ],
    [
      'return(rut, 1d) - return(spx, 1d)',
      '2024-07-11',
      ['third-widest one-day lead in data since 1999', 'widest one-day lead since March 19, 2020'],
    ],
    ['return(rut, ytd) - return(spx, ytd)', '2024-07-16', ['trailed by 7.1 percentage points this year']],
    ['change(ust10y, 1d)', '2024-07-16', ['fell 6 basis points', 'fell 6 basis points to 4.17%', 'fell to 4.17% from 4.23%']],
    ['ust2y', '2024-07-16', ['4.43%', 'fell to 4.43%', 'lowest since February 2024', 'fourth straight fall']],
    ['streak(rut)', '2024-07-16', ['fifth straight gain', 'up five days in a row', 'longest streak of gains since May 2024']],
    ['streak(return(rut, 1d) - return(spx, 1d))', '2024-07-16', ['led for a fifth straight session']],
    ['drawdown(rut)', '2024-07-16', ['7.3% below its high', 'smallest drawdown since January 2022']],
    ['distance(rut, 200)', '2024-07-16', ['15.6% above its 200-day average', 'highest since June 2021']],
    ['zscore(return(rut, 5d), 252d)', '2024-07-16', ['4.4 standard deviations above the mean', 'highest since November 2008']],
    ['etp_calls', '2024-07-11', ['1.16 million contracts', 'more than 1 million contracts', 'busiest session since June 2024']],
    ['multiple(etp_calls, 20)', '2024-07-11', ['1.3 times the average of the prior 20 sessions']],
    ['percentile(vix, 252d)', '2024-07-16', ['less than a third', '32.5%']],
    ['return(nvda, ytd)', '2024-07-16', ['more than doubled', 'rose 155.2% this year']],
    ['curve(ust10y, ust2y)', '2024-07-16', ['26 basis points below', '−26 basis points']],
    ['since(rut)', '2024-07-16', ['January 4, 2022']],
    ['rank(rut)', '2024-07-16', ['ninety-sixth']],
    ['return(spx, 1d)', '2024-07-09', ['little changed', 'sixth straight gain']],
  ])('%s on %s', (metric, at, expected) => {
    expect(textsOf(on(metric, at))).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['a level of something that is no series has no streak', 'volatility(rut, 20)', '2024-07-16', /straight|in a row/],
    ['a week that goes on is not ranked', 'return(rut, 1w)', '2024-07-16', /best week|since/],
    ['a window whose beginning is fixed is not ranked', 'return(rut, since 2023-12-29)', '2024-07-16', /best|largest/],
    ['windows that overlap are not held against each other', 'return(spx, 1y)', '2024-06-21', /since June/],
    ['a window whose ends are fixed has no strong verb', 'return(rut, from 2024-07-09 to 2024-07-16)', '2024-07-16', /surged/],
    ['the run of an average is none', 'streak(average(rut, 200))', '2024-07-16', /straight|in a row/],
    ['a place since the year before is none', 'ust10y', '2024-07-16', /-(?:highest|lowest) since 2023/],
    ['an ordinary move is not strong', 'return(spx, 1d)', '2024-07-16', /surged/],
  ])('%s', (_convention, metric, at, never) => {
    expect(textsOf(on(metric, at)).filter((text) => never.test(text))).toEqual([]);
  });

  it('a tie is told of where it is one in all the data', () => {
    const phrases = textsOf(on('ust2y - fed_upper', '2024-09-17', { snapshot: all }));
    expect(phrases).toContain('tied for third-lowest in data since 1999');
  });

  it('of a flag nothing can be said in words', () => {
    expect(textsOf(on('breakout(rut, 20d)'))).toEqual([]);
  });

  it('the rarest comes first', () => {
    const shares = truePhrases(on('return(rut, 5d)')).map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('a record is said only of a series that the data have from its beginning', () => {
    const rows = calendar
      .sessions(dayOf('2024-06-03'), dayOf('2024-07-16'))
      .map((day, i) => [isoOf(day), 100 + (i % 5) + (i > 25 ? i : 0)] as const);
    expect(textsOf(dated('s', rows, { fromInception: true }))).toContain('record high');
    expect(textsOf(dated('s', rows))).not.toContain('record high');
    expect(textsOf(dated('s', rows))).toContain('highest close in data since 2024');
  });
});

const METRICS = [
  's',
  'return(s, 1d)',
  'return(s, 5d)',
  'return(s, 1w)',
  'return(s, mtd)',
  'return(s, 1d) - return(t, 1d)',
  'streak(s)',
  'streak(return(s, 1d) - return(t, 1d))',
  'drawdown(s)',
  'distance(s, 3)',
  'zscore(s, 5d)',
  'multiple(s, 4)',
  'percentile(s, 10d)',
  's / t',
];

/** Some of the sessions of three years, with few different values, so that ties are common. */
const sessions = calendar.sessions(dayOf('2022-01-03'), dayOf('2024-07-16'));
const subjects = fc
  .record({
    metric: fc.constantFrom(...METRICS),
    unit: fc.constantFrom('points' as const, 'USD' as const),
    last: fc.integer({ min: 30, max: 120 }),
    step: fc.integer({ min: 1, max: 5 }),
    values: fc.array(fc.integer({ min: 90, max: 112 }), { minLength: 121, maxLength: 121 }),
    other: fc.array(fc.integer({ min: 95, max: 105 }), { minLength: 121, maxLength: 121 }),
  })
  .map(({ metric, unit, last, step, values, other }) => {
    const days = Array.from({ length: last + 1 }, (_one, i) => sessions[sessions.length - 1 - step * (last - i)]);
    return dated(
      metric,
      days.map((day, i) => [isoOf(day), values[i]]),
      { unit, other: other.slice(0, last + 1) },
    );
  });

/** What the words of a time claim, one step longer: of the month before, of a year more. */
function longer(text: string, { at }: Subject): string[] {
  const [, month, year] = / since ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? [];
  if (month !== undefined) {
    const first = dayOf(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-01`);
    const before = partsOf(addMonths(first, -1));
    return [text.replace(/since .*$/, `since ${MONTHS[before.month - 1]} ${before.year}`)];
  }
  const [, count, unit] = / in more than ([a-z-]+) (year|month)s?$/.exec(text) ?? [];
  if (count !== undefined) return [text.replace(/in more .*$/, `in ${COUNTS.indexOf(count) + 1} ${unit}s`)];
  const [, since] = /^(?:second|third|fourth|fifth)-.* since (\d{4})$/.exec(text) ?? [];
  if (since !== undefined && !text.includes('in data')) return [text.replace(since, String(Number(since) - 1))];
  return text.startsWith('second-') && text.endsWith(' of the year') ? [text.replace('of the year', `since ${partsOf(at).year - 1}`)] : [];
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

describe('of any values', () => {
  it('every phrase holds without a warning, and none is rarer than one value in all or commoner than every value', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        for (const { text, over, share } of truePhrases(subject)) {
          expect(said(text, over ? overRange(subject) : subject), text).toBe('holds');
          expect(share).toBeGreaterThanOrEqual(1 / subject.column.days.length - 1e-12);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the time that is named is the longest: one step longer does not hold', () => {
    let tried = 0;
    fc.assert(
      fc.property(subjects, (subject) => {
        for (const text of textsOf(subject)) {
          for (const more of longer(text, subject)) {
            tried++;
            expect(verify(more, subject).checks.every(({ ok }) => ok) && verify(more, subject).complaints.length === 0, more).toBe(false);
          }
        }
      }),
      { numRuns: 600 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it('since a month: the last value as good lies in it, by a count of its own', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const { days, values } = atPeriodEnds(subject.column);
        const last = withoutNoise(values[values.length - 1]);
        for (const text of textsOf(subject)) {
          const [, word, month, year] = /^(highest|lowest|best|worst)\b.* since ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? [];
          if (word === undefined) continue;
          const asGood = (value: number): boolean => (word === 'highest' || word === 'best' ? value >= last : value <= last);
          const rival = days.findLast((_day, i) => i < days.length - 1 && asGood(withoutNoise(values[i])));
          const mention = { year: Number(year), month: MONTHS.indexOf(month) + 1, text: '' };
          expect(rival, text).toBeGreaterThanOrEqual(startOfMention(mention));
          expect(rival, text).toBeLessThanOrEqual(endOfMention(mention));
        }
      }),
      { numRuns: 150 },
    );
  });
});
