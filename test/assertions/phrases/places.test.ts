import { describe } from 'vitest';
import { daily, dated, on, tableOf, tableOn } from '../../support/subject.ts';

/** 120, 110 and 100 before it, all since January 3, 2022; 95 twice. */
const level = (value: number) =>
  dated('s', [
    ['2022-01-03', 120],
    ['2023-06-01', 110],
    ['2024-01-02', 100],
    ['2024-05-01', 95],
    ['2024-07-15', 95],
    ['2024-07-16', value],
  ]);

describe('k-th highest: exactly k - 1 strictly greater since the start of the date, and none equal', () => {
  tableOn(level(105), {
    'third-highest since 2022': 'holds',
    'the third-highest close since 2022': 'holds',
    'third highest in data since 2022': 'holds',
    'third-best since January 2022': 'holds',
    '3rd-highest since 2022': 'holds',
    'second-highest since 2023': 'holds',
    'second-highest since June 1, 2023': 'holds',
    'second-highest since June 2, 2023':
      "'second-highest since June 2, 2023' does not hold. The data say that 105.000 is number 1. Write 'highest since June 2023'.",
    'second-highest since 2022':
      "'second-highest since 2022' does not hold. The data say that 105.000 is number 3. Write 'third-highest since 2022'.",
    'fourth-highest since 2022': /Write 'third-highest since 2022'\.$/,
    'the fourth-highest close since 2022': /Write 'third-highest close since 2022'\.$/,
    'second-highest of the year': /Write 'highest of the year'\.$/,
    'fourth-lowest since 2022': 'holds',
    'third-lowest since 2022': /is number 4\. Write 'fourth-lowest since 2022'\.$/,
    'third-highest': /since when\?/,
    'in data since 2022 the second-highest': /Write 'third-highest in data since 2022'\.$/,
  });
  tableOn(level(90), {
    'sixth-highest since 2022': 'holds',
    'third-highest of the year': /number 4/,
    'fourth-highest of the year': 'holds',
  });
});

describe('an equal one makes it tied for', () => {
  tableOn(level(100), {
    'tied for third-highest since 2022': 'holds',
    'tied for the third-highest close since 2022': 'holds',
    'joint third-highest since 2022': 'holds',
    'third-highest since 2022':
      "'third-highest since 2022' does not hold. The data say that 100.000 is number 3, tied with 1. Write 'tied for third-highest since 2022'.",
    'tied for highest of the year': 'holds',
    'tied for fourth-highest since 2022': /Write 'tied for third-highest since 2022'\.$/,
  });
  tableOn(level(95), { 'tied for fourth-highest since 2022': 'holds', 'fourth-highest since 2022': /number 4, tied with 2/ });
  tableOn(level(105), { 'tied for third-highest since 2022': /Write 'third-highest since 2022'\.$/ });
  tableOn(level(100.001), {
    'third-highest since 2022': 'holds',
    'tied for third-highest since 2022': /Write 'third-highest since 2022'\.$/,
  });
});

describe('of a stretch back, and of all there is', () => {
  tableOn(level(105), {
    'second-highest in two years': 'holds',
    'second-highest in nearly two years': "'second-highest in nearly two years': say 'in 2' years.",
    'second-highest in a year': /Write 'highest in a year'\.$/,
    'third-highest in two years': /Write 'second-highest in two years'\.$/,
    'third-highest in three sessions': /Write 'highest in three sessions'\.$/,
    'third-highest ever': /can't be shown/,
  });
  tableOn(level(100), {
    'tied for second-highest in a year': /Write 'tied for highest in a year'\.$/,
    'tied for highest in a year': 'holds',
  });
  const sinceInception = daily('s', [5, 4, 1, 3], { fromInception: true });
  tableOn(sinceInception, { 'third-highest ever': 'holds', 'second-highest ever': /Write 'third-highest ever'\.$/ });
});

describe('the whole of the time must be in the data', () => {
  tableOn(level(105), {
    'third-highest since 2021':
      "'third-highest since 2021' can't be shown: the data begin on 2022-01-03 (s). Write 'third-highest in data since 2022'.",
    'second-highest since 2021': /Write 'third-highest in data since 2022'\.$/,
    'tied for highest since 2021': /can't be shown/,
  });
  tableOn(
    dated('s', [
      ['2022-03-01', 120],
      ['2024-07-15', 90],
      ['2024-07-16', 100],
    ]),
    {
      'second-highest since 2022': /can't be shown/,
      'tied for highest since 2022': /can't be shown/,
      'second-highest in data since 2022': 'holds',
      'second-highest since March 2022': 'holds',
      'second-highest since March 1, 2022': 'holds',
    },
  );
});

describe('of the project’s data', () => {
  tableOn(on('return(rut, 1d) - return(spx, 1d)', '2024-07-11'), {
    'the third-widest gap in data since January 1999': 'holds',
    'the second-widest gap in data since 1999': /Write 'third-widest gap in data since 1999'\.$/,
    'the widest gap in data since 1999': /does not hold/,
  });
});

describe('a rank in words', () => {
  tableOf(
    'rank',
    ['third', 3, 'holds'],
    ['ranks third', 3, 'holds'],
    ['ranked 3rd', 3, 'holds'],
    ['third', 2, "'third' does not hold. The data say number 2 (rank(s) on 2024-07-16). Write 'second'."],
    ['first', 1, 'holds'],
    ['twenty-first', 21, 'holds'],
    ['21st', 22, /Write 'twenty-second'\.$/],
    ['number 3', 3, 'holds'],
  );
  tableOf('ratio', ['third', 0.03, "'third' of what? Write 'third highest since' and a date, or 'third straight gain'."]);
});
