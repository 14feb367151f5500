import { describe } from 'vitest';
import { daily, dated, on, table, tableOn, weekly } from '../../support/subject.ts';

/** A level that was 110 on November 1, 2023, the last time it was as high as 100, and 95 on the session before `value`. */
const level = (value: number) =>
  dated('s', [
    ['2022-01-03', 120],
    ['2022-06-01', 50],
    ['2023-10-31', 90],
    ['2023-11-01', 110],
    ['2023-11-30', 90],
    ['2023-12-01', 90],
    ['2024-01-02', 80],
    ['2024-07-15', 95],
    ['2024-07-16', value],
  ]);

describe('since D: the latest earlier value at least as good lies in the day, month or year D', () => {
  tableOn(level(100), {
    'highest since November 1, 2023': 'holds',
    'highest since November 2023': 'holds',
    'highest since November': 'holds',
    'highest since 2023': 'holds',
    'highest since 1 November 2023': 'holds',
    'highest since Nov. 1, 2023': 'holds',
    'highest since 2023-11-01': 'holds',
    'HIGHEST SINCE NOVEMBER 2023': 'holds',
    'best close since November 2023': 'holds',
    'highest close since the week to November 1, 2023': 'holds',
    'highest since November 2, 2023':
      "'highest since November 2, 2023' does not hold. The data say 100.000 for 2024-07-16; last at least as good: 2023-11-01, 110.000. Write 'highest since November 1, 2023'.",
    'highest since October 31, 2023': /does not hold/,
    'highest since October 2023': /Write 'highest since November 2023'\.$/,
    'highest since December 2023': /does not hold/,
    'highest since June': /Write 'highest since November 2023'\.$/,
    'highest since July': /does not hold/,
    'highest since 2022': /Write 'highest since November 2023'\.$/,
    'highest since 2024': /does not hold/,
  });
});

describe('the first and the last day of a month and of a year belong to it', () => {
  const asHighOn = (day: string) =>
    dated('s', [
      [day, 110],
      ['2024-07-16', 100],
    ]);
  tableOn(asHighOn('2023-11-30'), { 'highest since November 2023': 'holds', 'highest since December 2023': /does not hold/ });
  tableOn(asHighOn('2023-12-01'), { 'highest since November 2023': /can't be shown/, 'highest since December 2023': 'holds' });
  tableOn(asHighOn('2023-12-29'), { 'highest since 2023': 'holds', 'highest since 2024': /does not hold/ });
  tableOn(asHighOn('2024-01-02'), {
    'highest since 2024': 'holds',
    'highest since January': 'holds',
    'highest since 2023': /can't be shown/,
  });
});

describe('a tie ends the run; compared at full precision', () => {
  tableOn(level(110), { 'highest since November 1, 2023': 'holds', 'highest since 2022': /Write 'highest since November 2023'\.$/ });
  tableOn(level(110.001), {
    'highest since January 3, 2022': /^holds; near-tie/,
    'highest since November 1, 2023': /Write 'highest since January 3, 2022'\.$/,
  });
  tableOn(level(95), { 'highest since July 15': 'holds', 'highest since July 15, 2024': 'holds' });
});

describe('a gap of less than half a printed unit is a near tie', () => {
  tableOn(level(109.951), {
    'highest since November 2023':
      "holds; near-tie: 'highest since November 2023' is a near tie: 109.951 against 110.000 for 2023-11-01. A small revision would turn it.",
  });
  tableOn(level(109.95), { 'highest since November 2023': 'holds' });
});

describe('since at least D: nothing in [D, at) is as good, and the data reach back to D', () => {
  tableOn(level(100), {
    'highest since at least November 2, 2023': 'holds',
    'highest since at least November 1, 2023': /Write 'highest since November 2023'\.$/,
    'highest since at least December 2023': 'holds',
    'highest since at least November 2023': /does not hold/,
    'highest since at least 2024': 'holds',
    'highest since at least 2023': /does not hold/,
  });
  tableOn(level(130), {
    'highest since at least January 3, 2022': 'holds',
    'highest since at least January 1, 2022': 'holds',
    'highest since at least December 30, 2021':
      "'highest since at least December 30, 2021' can't be shown: the data begin on 2022-01-03 (s). Write 'highest in data since 2022'.",
    'highest since at least 2021': /can't be shown/,
  });
});

describe('in data since D: none in the data is as good, and they begin in D', () => {
  tableOn(level(130), {
    'highest in data since 2022': 'holds',
    'highest in data since January 2022': 'holds',
    'highest in data since January 3, 2022': 'holds',
    'highest in our data, which begin in January 2022': 'holds',
    'highest in data since February 2022':
      "holds; understated: 'highest in data since February 2022' holds, and says little: none as good in the data, which begin on 2022-01-03. Write 'highest in data since 2022'.",
    'highest in data since 2021': /can't be shown/,
    'highest in data since January 2, 2022': /can't be shown/,
    'highest since 2022':
      "'highest since 2022' does not hold. The data say none as good in the data, which begin on 2022-01-03. Write 'highest in data since 2022'.",
    'highest since 2021': /can't be shown/,
  });
  tableOn(level(120), {
    'highest in data since 2022': /last at least as good: 2022-01-03, 120\.000\. Write 'highest since January 2022'\.$/,
  });
});

describe('the first row of the data counts', () => {
  tableOn(level(119), { 'highest since January 3, 2022': 'holds', 'highest since January 2022': 'holds', 'highest since 2022': 'holds' });
  tableOn(daily('s', [100]), {
    'highest in data since 2024': 'holds',
    'highest in data since July 16, 2024': 'holds',
    'highest since July 15': /can't be shown/,
  });
});

describe('of the year: nothing since its start is better, a tie is not', () => {
  tableOn(level(100), {
    'highest of the year': 'holds',
    'highest this year': 'holds',
    'highest of 2024': 'holds',
    'highest in 2024': 'holds',
    'highest so far this year': 'holds',
  });
  tableOn(level(95), {
    'highest of the year': 'holds',
    'highest since the start of the year': 'holds',
    'highest since the start of 2024': 'holds',
    'highest since the beginning of 2024': 'holds',
    'highest since at least January 2024': /does not hold/,
  });
  table([
    'highest since the start of 2024',
    dated('s', [
      ['2023-12-29', 101],
      ['2024-05-06', 103],
      ['2024-07-16', 103],
    ]),
    'holds',
  ]);
  tableOn(level(94.9), {
    'highest of the year':
      "'highest of the year' does not hold. The data say 94.900 for 2024-07-16; last better: 2024-07-15, 95.000. Write 'highest since July 15'.",
    'highest since the start of 2024': /does not hold/,
  });
  tableOn(level(100), {
    'highest of 2023': `'highest of 2023' is of 2023, and the value of 2024-07-16. Write at="…" for a day of that year.`,
    'highest since the start of 2023': /Write 'highest since November 2023'\.$/,
  });
  // The last session of the year before does not count, the first of the year does.
  table(
    [
      'highest of the year',
      dated('s', [
        ['2023-12-29', 110],
        ['2024-01-02', 90],
        ['2024-07-16', 100],
      ]),
      'holds',
    ],
    [
      'highest of the year',
      dated('s', [
        ['2024-01-02', 110],
        ['2024-07-16', 100],
      ]),
      /does not hold/,
    ],
    [
      'highest of the year',
      dated('s', [
        ['2024-01-02', 90],
        ['2024-07-16', 100],
      ]),
      'holds',
    ],
    [
      'highest of the year',
      dated('s', [
        ['2024-01-03', 90],
        ['2024-07-16', 100],
      ]),
      /can't be shown: the data begin on 2024-01-03/,
    ],
  );
});

describe('in two years: nothing in the two years before, both ends included, is as good', () => {
  const asHighOn = (day: string) =>
    dated('s', [
      ['2020-01-02', 120],
      [day, 110],
      ['2024-07-15', 90],
      ['2024-07-16', 100],
    ]);
  tableOn(asHighOn('2022-07-15'), {
    'highest in two years': 'holds',
    'a two-year high': 'holds',
    'highest in more than two years': 'holds',
    'highest in the past two years': 'holds',
  });
  tableOn(asHighOn('2022-07-18'), {
    'highest in two years': /does not hold\. .* Write 'highest since July 2022'\.$/,
    'a two-year high':
      "'two-year high' does not hold. The data say 100.000 for 2024-07-16; last at least as good: 2022-07-18, 110.000. Write 'highest since July 2022'.",
    'highest in more than two years': /does not hold/,
    'highest in nearly two years': 'holds',
    'highest in a year': 'holds',
  });
  tableOn(asHighOn('2023-11-15'), {
    'highest in eight months': 'holds',
    'an eight-month high': 'holds',
    'highest in nine months': /does not hold/,
  });
  tableOn(asHighOn('2023-11-16'), {
    'highest in eight months': /does not hold/,
    'highest in nearly eight months': 'holds',
    'highest in seven months': 'holds',
  });
  tableOn(asHighOn('2024-06-14'), { 'highest in a month': 'holds', 'a one-month high': 'holds', 'highest in two months': /does not hold/ });
  tableOn(asHighOn('2020-06-01'), {
    'highest in two years':
      "holds; understated: 'highest in two years' holds, and says little: last at least as good: 2020-06-01, 110.000. Write 'highest since June 2020'.",
    'highest in nearly two years': /does not hold/,
    'highest in four years': 'holds',
    'highest in five years': "'highest in five years' can't be shown: the data begin on 2020-01-02 (s). Write 'highest since June 2020'.",
    'highest in about two years': /say 'in 2', 'in more than 2' or 'in nearly 2' years/,
  });
});

describe('in N sessions, counted in the series itself', () => {
  const s = daily('s', [120, 110, 90, 91, 92, 100]);
  tableOn(s, {
    'highest in three sessions': 'holds',
    'highest in four sessions': /does not hold/,
    'highest in six sessions': /can't be shown/,
    'a three-day high': 'holds',
    'a four-day high': /does not hold/,
  });
  tableOn(weekly('s', [120, 110, 90, 91, 100]), {
    'highest in two weeks': 'holds',
    'highest in three weeks': /does not hold/,
    'a two-week high': 'holds',
  });
});

describe('a record only where the data are known to begin with the series', () => {
  const record = (values: number[], fromInception = true) => daily('s', values, { fromInception });
  table(
    ['a record high', record([1, 2, 3]), 'holds'],
    ['an all-time high', record([1, 2, 3]), 'holds'],
    ['the highest ever', record([1, 2, 3]), 'holds'],
    ['a record close', record([1, 2, 3]), /'record' is for series/],
    ['a record low', record([3, 2, 1]), 'holds'],
    ['a record low', record([1, 2, 3]), /does not hold/],
    [
      'a record high',
      record([1, 3, 3]),
      "'record high' does not hold. The data say 3.000 for 2024-07-16; last at least as good: 2024-07-15, 3.000. Write 'highest since July 15'.",
    ],
    [
      'a record high',
      record([1, 2, 3], false),
      "'record high' can't be shown: the data begin on 2024-07-12, not with the series itself. Write 'highest in data since 2024'.",
    ],
    ['a record high', on('rut'), /^'record high' can't be shown/],
    [
      'a record',
      record([1, 2, 3]),
      "'record' is for series whose data begin with them. Write 'highest in data since' and the year, or 'its high of' and the date.",
    ],
  );
});

describe('lowest is the mirror', () => {
  tableOn(level(90), {
    'lowest since January 2': 'holds',
    'lowest since January': 'holds',
    'lowest since December 2023': /does not hold/,
    'lowest of the year': /does not hold/,
  });
  tableOn(level(40), {
    'lowest in data since 2022': 'holds',
    'lowest since 2022': /none as low in the data/,
    'lowest of the year': 'holds',
    'lowest in two years': /^holds; understated/,
  });
});

describe('period words must fit: best day wants 1d, best week 1w, highest close a level', () => {
  table(
    ['its best day since November 14, 2023', on('return(rut, 1d)', '2024-07-11'), 'holds'],
    ['its best day since November 2023', on('return(rut, 1d)', '2024-07-11'), 'holds'],
    ['its best day since November 13, 2023', on('return(rut, 1d)', '2024-07-11'), /Write 'best day since November 14, 2023'\.$/],
    ['its best week since November 2023', on('return(rut, 1w)', '2024-07-12'), 'holds'],
    ['its best week since the week to November 3, 2023', on('return(rut, 1w)', '2024-07-12'), 'holds'],
    ['its best week since October 30, 2023', on('return(rut, 1w)', '2024-07-12'), 'holds'],
    ['its best week since November 6, 2023', on('return(rut, 1w)', '2024-07-12'), /does not hold/],
    ['its best week since December 2023', on('return(rut, 1w)', '2024-07-12'), /Write 'best week since November 2023'\.$/],
    [
      'its best week since November 2023',
      on('return(rut, 1d)', '2024-07-11'),
      "'week' does not fit the metric, which has 1d. Use 1w, or write the window as it is.",
    ],
    ['its best week since November 2023', on('return(rut, 5d)'), /'week' does not fit the metric, which has 5d/],
    ['its best day since January 2022', on('rut'), /'day' does not fit the metric, which has no window/],
    ['its highest close since January 2022', on('rut'), 'holds'],
    [
      'its highest close since January 2022',
      on('return(rut, 1d) - return(spx, 1d)'),
      "'highest close' is said of a level, and return(rut, 1d) - return(spx, 1d) is a move. Give it a Fact of the level.",
    ],
    ['its highest level since January 4, 2022', on('rut'), 'holds'],
    [
      'its highest level since July 11',
      on('return(rut, 1d)'),
      "'highest level since July 11' does not hold. The data say 2,263.670 for 2024-07-16; last at least as good: 2022-01-04, 2,268.870. Write 'highest level since January 4, 2022'.",
    ],
    ['a two-month high', on('streak(rut)'), /is said of a level/],
    ['rose 3.5% to 2,263.67, its highest since July 11', on('return(rut, 1d)'), /Write 'highest since January 4, 2022'/],
    ['rose 3.5% to 2,263.67, its highest close since January 2022', on('return(rut, 1d)'), 'holds'],
    ['rose 3.5% to 2,263.67, the most since July 11', on('return(rut, 1d)'), 'holds'],
    ['the busiest day since June 28', on('etp_calls', '2024-07-12'), 'holds'],
    ['the busiest day since 2022', on('rut'), "'busiest' is said of contracts, and the metric is in points."],
    ['the highest since 2022', on('rank(rut)'), "'highest since 2022' ranks what is a rank already. Use the metric inside rank(rut)."],
  );
});

describe('the largest of falls is the lowest value; the smallest of them leaves out the gains', () => {
  table(
    ['the biggest fall since April 30', on('return(spx, 1d)', '2024-07-11'), 'holds'],
    ['its worst day since April 30', on('return(spx, 1d)', '2024-07-11'), 'holds'],
    ['the biggest fall since March', on('return(spx, 1d)', '2024-07-11'), /Write 'biggest fall since April 2024'\.$/],
    ['dropped 6 basis points, the most since July 11', on('change(ust10y, 1d)'), 'holds'],
    ['rose 3.5%, the most since July 11', on('return(rut, 1d)'), 'holds'],
    [
      'the smallest gain since 2022',
      on('return(rut, 5d)'),
      "'smallest gain' leaves out the moves the other way. Write 'worst' or 'best' with the period and since when.",
    ],
    ['the deepest drawdown since July 15', on('drawdown(rut)'), 'holds'],
    ['the deepest drawdown since June', on('drawdown(rut)'), /does not hold/],
    ['the shallowest drawdown since January 2022', on('drawdown(rut)'), 'holds'],
    ['the longest winning streak since May', on('streak(rut)'), 'holds'],
    ['the longest winning streak since March', on('streak(rut)'), /Write 'longest winning streak since May 2024'\.$/],
    ['the longest winning streak since May', on('rut'), "'longest winning streak' is said of a streak. Use streak(rut)."],
    ['trailed by the most since July 11', on('return(spx, 1d) - return(rut, 1d)'), 'holds'],
    ['the S&P 500 trailed by the most since July 11', on('return(rut, 1d) - return(spx, 1d)'), 'holds'],
    ['the S&P 500 trailed by the most since July 12', on('return(rut, 1d) - return(spx, 1d)'), /does not hold/],
  );
});

describe('nothing between since and its date may move it', () => {
  tableOn(level(100), {
    highest: "'highest' since when? Write 'since' with a date, 'in two years', 'in data since 1999' or 'of the year'.",
    'highest since the election': /since when\?/,
    'highest since mid-November 2023': /^'mid-' changes what is claimed/,
    'highest since early November 2023': /^'early' changes/,
    'highest since before 2023': /^'before' changes/,
    'highest since about November 2023': /since when\?/,
    'highest since shortly after November 1, 2023': /since when\?/,
    'highest since the end of November 2023': /since when\?/,
    'highest since the 2020s': /^'2020s' is no number/,
    'highest since last year': /since when\?/,
    'highest since Monday': /since when\?/,
    'highest since November 2023 or so': /^'or so' changes/,
    'highest since February 30, 2023': 'there is no February 30, 2023.',
    'highest for eight months': /since when\?/,
    'at best 100': /since when\?/,
    '100 for most of the day': 'holds',
  });
});
