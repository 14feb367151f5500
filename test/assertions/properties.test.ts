import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceIn } from '../../src/assertions/advice.ts';
import * as lexicon from '../../src/assertions/lexicon.ts';
import { numberWords, placeWord, placeWords } from '../../src/assertions/number-words.ts';
import { parsePhrase } from '../../src/assertions/phrase.ts';
import type { Subject } from '../../src/assertions/subject.ts';
import { verify } from '../../src/assertions/verify.ts';
import { dayOf } from '../../src/data/day.ts';
import { formatValue } from '../../src/metrics/format.ts';
import type { Unit } from '../../src/metrics/units.ts';
import { calendar } from '../support/metrics.ts';
import { daily, dated, said, weekly, worth } from '../support/subject.ts';

/** Values of each unit in steps of a tenth of its last printed place. */
const TENTHS: Readonly<Partial<Record<Unit, { step: number; least: number; most: number }>>> = {
  ratio: { step: 0.0001, least: -9000, most: 90_000 },
  'percentage points': { step: 0.0001, least: -9000, most: 90_000 },
  percent: { step: 0.001, least: -9000, most: 20_000 },
  'basis points': { step: 0.1, least: -3000, most: 3000 },
  points: { step: 0.01, least: 0, most: 600_000 },
  index: { step: 0.01, least: 1, most: 600_000 },
  USD: { step: 0.001, least: 0, most: 600_000 },
  contracts: { step: 0.1, least: 0, most: 9_000_000 },
  times: { step: 0.01, least: 0, most: 6000 },
  sd: { step: 0.01, least: -600, most: 600 },
};
const COUNTS: readonly Unit[] = ['sessions', 'periods', 'rank'];

const units = fc.constantFrom(...(Object.keys(TENTHS) as Unit[]));
/** A unit and a value of it, in tenths of the last printed place. */
const measured = units.chain((unit) => {
  const { step, least, most } = TENTHS[unit] ?? { step: 1, least: 0, most: 0 };
  return fc.integer({ min: least, max: most }).map((tenths) => ({ unit, tenths, step }));
});
const written = (value: number, unit: Unit): string => formatValue(value, unit);

describe('a value that is printed verifies as its own phrase', () => {
  it('in every printable unit', () => {
    fc.assert(
      fc.property(measured, ({ unit, tenths, step }) => {
        const subject = worth(tenths * step, unit);
        expect(said(written(subject.value, unit), subject)).toBe('holds');
      }),
      { numRuns: 600 },
    );
  });

  it.each(COUNTS)('in %s', (unit) => {
    fc.assert(
      fc.property(fc.integer({ min: unit === 'rank' ? 1 : -30, max: 30 }), (count) => {
        const subject = worth(count, unit);
        expect(said(written(subject.value, unit), subject)).toBe('holds');
      }),
      { numRuns: 40 },
    );
  });

  it('moved by 0.6 of the last printed place it does not', () => {
    fc.assert(
      fc.property(measured, fc.constantFrom(-6, 6), ({ unit, tenths, step }, away) => {
        const whole = Math.max(20, Math.abs(Math.round(tenths / 10)) * 10);
        fc.pre(unit !== 'contracts' || whole < 10_000_000 - 10);
        const words = written(worth(whole * step, unit).value, unit);
        expect(said(words, worth((whole + away) * step, unit)), words).not.toMatch(/^holds/);
      }),
      { numRuns: 600 },
    );
  });
});

/** Holds what is advised, or nothing is advised. */
function expectAdviceHolds(words: string, subject: Subject): void {
  for (const { rule, message } of verify(words, subject).complaints) {
    if (rule !== 'fact-fails' && rule !== 'understated') continue;
    for (const advice of adviceIn(message)) expect(said(advice, subject), `${words}: ${message}`).toMatch(/^holds/);
  }
}

/** Few different values, so that ties are common, on sessions spread over three years. */
const walks = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 9 })), { minLength: 2, maxLength: 14 })
  .map((steps) => {
    const end = dayOf('2024-07-16');
    const total = steps.reduce((sum, [days]) => sum + days, 0);
    let day = end - total;
    const rows = new Map<string, number>();
    for (const [days, one] of steps) {
      day += days;
      rows.set(new Date(calendar.lastSessionBy(day) * 86_400_000).toISOString().slice(0, 10), 100 + one);
    }
    return dated('s', [...rows]);
  });

describe('what is advised after Write holds when it is written instead', () => {
  const number = fc
    .integer({ min: 0, max: 900 })
    .chain((tenths) => fc.constantFrom(`${tenths / 10}%`, `${Math.round(tenths / 10)}%`, `${(tenths / 10).toFixed(2)}%`));
  const bounds = fc.constantFrom('', ...Object.values(lexicon.bounds).flatMap((words) => words.map((word) => `${word} `)));
  const value = fc.integer({ min: -8000, max: 90_000 }).map((hundredths) => hundredths / 100_000);

  it('of numbers and bounds', () => {
    fc.assert(
      fc.property(bounds, number, value, (bound, text, ratio) => expectAdviceHolds(`${bound}${text}`, worth(ratio, 'ratio'))),
      { numRuns: 600 },
    );
  });

  it('of directions', () => {
    const directions = fc.constantFrom('rose', 'fell', 'up', 'down', 'gained', 'lost', 'a gain of', 'a loss of');
    fc.assert(
      fc.property(directions, bounds, number, value, (direction, bound, text, ratio) =>
        expectAdviceHolds(`${direction} ${bound}${text}`, worth(ratio, 'ratio')),
      ),
      { numRuns: 600 },
    );
  });

  it('of comparisons', () => {
    const relations = fc.constantFrom('led by', 'trailed by', 'outperformed by', 'lagged by', 'ahead by', 'behind by', '');
    fc.assert(
      fc.property(relations, bounds, fc.integer({ min: 0, max: 900 }), value, (relation, bound, tenths, ratio) =>
        expectAdviceHolds(`${relation} ${bound}${tenths / 10} percentage points`.trim(), worth(ratio, 'percentage points')),
      ),
      { numRuns: 400 },
    );
  });

  it('of multiples and flat words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('double', 'more than triple', 'nearly quadruple', 'half', 'less than double'),
        fc.integer({ min: 1, max: 900 }),
        (words, hundredths) => expectAdviceHolds(words, worth(hundredths / 100, 'times')),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...lexicon.flatWords), value, (words, ratio) => expectAdviceHolds(words, worth(ratio / 50, 'ratio'))),
    );
  });

  const scopes = fc.constantFrom(
    'since 2022',
    'since 2023',
    'since 2024',
    'since March',
    'since November 2023',
    'since July 1',
    'since at least 2023',
    'since at least May',
    'since the start of 2024',
    'in data since 2023',
    'in data since June 2024',
    'of the year',
    'of 2024',
    'in a year',
    'in two months',
    'in more than three months',
    'in nearly two years',
    'in three sessions',
  );

  it('of superlatives', () => {
    fc.assert(
      fc.property(fc.constantFrom('highest', 'lowest', 'the best close', 'its weakest close'), scopes, walks, (word, scope, subject) =>
        expectAdviceHolds(`${word} ${scope}`, subject),
      ),
      { numRuns: 1000 },
    );
  });

  it('of highs and records', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a two-month high', 'a two-year low', 'a 20-day high', 'a record high', 'an all-time low'),
        walks,
        (words, subject) => expectAdviceHolds(words, subject),
      ),
      { numRuns: 400 },
    );
  });

  it('of places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.constantFrom('', 'tied for ', 'joint '),
        fc.constantFrom('-highest', '-lowest close'),
        scopes,
        walks,
        (place, tie, word, scope, subject) => expectAdviceHolds(`${tie}${placeWord(place)}${word} ${scope}`, subject),
      ),
      { numRuns: 1000 },
    );
  });

  it('of streaks', () => {
    const words = fc.constantFrom(
      (n: number) => `${n} straight gains`,
      (n: number) => `at least ${n} straight losses`,
      (n: number) => `more than ${n} days in a row`,
      (n: number) => `${placeWord(n)} straight gain`,
      (n: number) => `a ${n}-day losing streak`,
      (n: number) => `rose for a ${placeWord(n)} day`,
    );
    const moves = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 9 }), moves, (phrase, n, steps) => {
        const values = [100];
        for (const step of steps) values.push(values[values.length - 1] + step);
        expectAdviceHolds(phrase(n), daily('streak(s)', values));
        expectAdviceHolds(
          phrase(n).replace(/days?/, (word) => word.replace('day', 'week')),
          weekly('streak(return(s, 1w))', values),
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe('the definitions, told once more', () => {
  const date = fc.record({
    year: fc.integer({ min: 2022, max: 2024 }),
    month: fc.integer({ min: 1, max: 12 }),
    precision: fc.constantFrom('year', 'month'),
  });
  const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

  it('highest since D: the latest earlier value at least as high lies in D', () => {
    fc.assert(
      fc.property(walks, date, ({ column, ...subject }, { year, month, precision }) => {
        const { days, values } = column;
        const granule = precision === 'year' ? `${year}` : `${year}-${String(month).padStart(2, '0')}`;
        const rival = values.slice(0, -1).findLastIndex((value) => value >= values[values.length - 1]);
        const written = precision === 'year' ? `${year}` : `${lexicon.monthNames[month - 1][0]} ${year}`;
        const holds = rival >= 0 && isoOf(days[rival]).startsWith(granule);
        expect(said(`highest since ${written}`, { column, ...subject }).startsWith('holds')).toBe(holds);
      }),
      { numRuns: 1500 },
    );
  });

  it('k-th lowest in data since D: k - 1 are lower, and none is equal unless it is tied', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 2, max: 5 }), fc.boolean(), ({ column, ...subject }, place, tied) => {
        const { days, values } = column;
        const [last, earlier] = [values[values.length - 1], values.slice(0, -1)];
        const holds = earlier.filter((value) => value < last).length === place - 1 && earlier.includes(last) === tied;
        const words = `${tied ? 'tied for ' : ''}${placeWord(place)}-lowest in data since ${isoOf(days[0])}`;
        expect(said(words, { column, ...subject }).startsWith('holds')).toBe(holds);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('later sessions never change what was said of a day', () => {
  it('whatever comes after it', () => {
    const phrases = fc.constantFrom(
      'highest since July 10',
      'lowest in data since 2024',
      'second-highest of the year',
      'third straight gain',
      '103.0',
      'rose to 103.0',
      'flat',
    );
    const values = fc.array(fc.integer({ min: 98, max: 106 }), { minLength: 3, maxLength: 12 });
    const later = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 });
    const sessions = calendar
      .sessions(dayOf('2024-06-20'), dayOf('2024-07-31'))
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(phrases, values, later, (words, before, after) => {
        const rows = [...before, ...after].map((value, i) => [sessions[i], value] as const);
        const at = sessions[before.length - 1];
        const alone = dated('s', rows.slice(0, before.length), { at });
        expect(verify(words, dated('s', rows, { at }))).toEqual(verify(words, alone));
      }),
      { numRuns: 300 },
    );
  });
});

describe('every text can be read', () => {
  const words = Object.values(lexicon).flatMap((list) =>
    Array.isArray(list) ? list.flat() : Object.entries(list).flatMap(([key, entry]) => (Array.isArray(entry) ? entry : [key])),
  ) as string[];
  const pieces = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ...words,
        ...numberWords.keys(),
        ...placeWords.keys(),
        'since',
        'between',
        'and',
        'to',
        'of',
        'in',
        'last',
        'minus',
        'the',
        'a',
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '3',
        '3.5',
        '.5',
        '2,263.67',
        '2024',
        '16',
        '16th',
        '5-',
        '2.1m',
        '7/16',
        '1990s',
        '2024-07-16',
        '$5',
        '−3',
        '99',
        '0',
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom(',', '.', '-', '–', '%', '(', ')', '’', '“', '/', '+', '&', ':', '\u00A0') },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
  );
  const texts = fc
    .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', ' ', '', '-')), { maxLength: 9 })
    .map((parts) => parts.map(([piece, space]) => piece + space).join(''));
  const subjects = [
    worth(0.035, 'ratio'),
    worth(-3, 'percentage points'),
    worth(5, 'basis points'),
    worth(3, 'sessions'),
    worth(0, 'sessions'),
    weekly('streak(return(s, 1w))', [100, 101, 102]),
    daily('s', [100]),
    daily('s', [100, 101, 99, 104]),
    daily('since(s)', [100, 101, 99, 100]),
    daily('rank(s)', [100, 101, 99]),
    daily('drawdown(s)', [100, 101, 99]),
    daily('return(s, 1d)', [100, 101, 102, 103], { over: '3d' }),
  ];

  it('without an error', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...subjects), (text, subject) => {
        expect(parsePhrase(text)).toBeInstanceOf(Array);
        const { checks, complaints } = verify(text, subject);
        // Nothing is passed over: something was checked, or there is a complaint.
        expect(checks.length + complaints.length).toBeGreaterThan(0);
        // And what fails is told.
        expect(checks.every(({ ok }) => ok) || complaints.some(({ rule }) => rule === 'fact-fails')).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  it('the same with no-break spaces', () => {
    const plain = (text: string) => JSON.stringify(parsePhrase(text)).replaceAll('\u00A0', ' ');
    fc.assert(
      fc.property(texts, (text) => {
        expect(plain(text.replaceAll(' ', '\u00A0'))).toBe(plain(text.replaceAll('\u00A0', ' ')));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    'rose 3.5% on July 16',
    '2.1 million contracts',
    'more than 3 percentage points',
    'since the start of the year',
    'last Tuesday',
    'two-thirds',
    'a third straight gain',
  ])("'%s' is the same with a space, a no-break space or a line break", (text) => {
    const read = (space: string) =>
      JSON.stringify(parsePhrase(text.replaceAll(' ', space)))
        .replaceAll('\\n', ' ')
        .replaceAll('\u00A0', ' ');
    expect(read('\u00A0')).toBe(read(' '));
    expect(read('\n')).toBe(read(' '));
  });
});
