import { describe } from 'vitest';
import { daily, on, table, tableOn, worth } from '../../support/subject.ts';

describe('a date is that of the value, as precise as it is written', () => {
  tableOn(worth(103.5, 'points'), {
    '103.5 on July 16': 'holds',
    '103.5 on July 16, 2024': 'holds',
    '103.5 on Jul. 16': 'holds',
    '103.5 on july 16': 'holds',
    '103.5 on JULY 16': 'holds',
    '103.5 on 16 July': 'holds',
    '103.5 on July 16th': 'holds',
    '103.5 on 2024-07-16': 'holds',
    '103.5 in July': 'holds',
    '103.5 in july': 'holds',
    '103.5 in July 2024': 'holds',
    '103.5 on July 15': `'July 15' is not the day of the value, which is Tuesday, July 16, 2024. Write 'July 16, 2024', or at="…" for another day.`,
    '103.5 on July 17': /is not the day of the value/,
    '103.5 on July 16, 2023': /is not the day of the value/,
    '103.5 on 2024-07-15': /is not the day of the value/,
    '103.5 in June': /is not the day of the value/,
    '103.5 in May': /is not the day of the value/,
    '103.5 in may': /is not the day of the value/,
    '103.5 in August': /is not the day of the value/,
    '103.5 in July 2023': /is not the day of the value/,
    '103.5 on February 30': 'there is no February 30.',
    '103.5 may follow': 'holds',
  });
  // The first and the last day of a month.
  table(
    ['103.5 in July', daily('s', [103.5], { at: '2024-07-01' }), 'holds'],
    ['103.5 in June', daily('s', [103.5], { at: '2024-07-01' }), /is not the day/],
    ['103.5 in June', daily('s', [103.5], { at: '2024-06-28' }), 'holds'],
    ['103.5 in July', daily('s', [103.5], { at: '2024-06-28' }), /is not the day/],
    ['103.5 on February 29', daily('s', [103.5], { at: '2024-02-29' }), 'holds'],
  );
});

describe('a month is too wide for the move of a day', () => {
  tableOn(worth(0.035, 'ratio'), {
    'rose 3.5% on July 16': 'holds',
    'rose 3.5% in July': /^'July' is not the day of the value/,
    'rose 3.5% in July 2024': /is not the day of the value/,
  });
});

describe('a date without a year is the latest one not after publication', () => {
  table(
    ['103.5 on December 29', daily('s', [103.5], { at: '2023-12-29', published: '2024-01-02' }), 'holds'],
    ['103.5 on January 2', daily('s', [103.5], { at: '2024-01-02', published: '2024-01-03' }), 'holds'],
    ['103.5 on July 16', daily('s', [103.5], { at: '2023-07-14', published: '2024-07-17' }), /is not the day/],
  );
});

describe('the word before a date says which end of the window it is', () => {
  tableOn(on('return(rut, 5d)'), {
    'rose 11.5% to July 16': 'holds',
    'rose 11.5% through July 16': 'holds',
    'rose 11.5% by July 16': 'holds',
    'rose 11.5% from July 9 to July 16': 'holds',
    'rose 11.5% between July 9 and July 16': 'holds',
    'rose 11.5% in the five sessions ended July 16': 'holds',
    'rose 11.5% from July 10': "'July 10' is not where the metric begins, which is Tuesday, July 9, 2024. Write 'July 9, 2024'.",
    'rose 11.5% from July 8': /is not where the metric begins/,
    'rose 11.5% to July 15': "'July 15' is not where the metric ends, which is Tuesday, July 16, 2024. Write 'July 16, 2024'.",
    'rose 11.5% to July 17': /is not where the metric ends/,
    'rose 11.5% on July 16':
      "'July 16' is one day, and the metric looks from 2024-07-09 to 2024-07-16. Write 'from July 9, 2024' or 'to July 16, 2024', or put the date outside.",
    'rose 11.5% in July': /^'July' does not fit the metric/,
  });
  tableOn(on('return(rut, from 2023-11-01 to 2023-12-08)'), {
    'rose 12.6% from November 1 to December 8': 'holds',
    'rose 12.6% from November to December': 'holds',
    'rose 12.6% from November 2 to December 8': /is not where the metric begins/,
    'rose 12.6% from November 1 to December 7': /is not where the metric ends/,
    'rose 12.6% in November': /does not fit the metric/,
  });
  tableOn(on('return(rut, mtd)'), { 'rose 10.5% in July': 'holds', 'rose 10.5% in June': /does not fit the metric/ });
});

describe('a weekday is that of the value, and within the week before publication', () => {
  tableOn(worth(0.035, 'ratio'), {
    'rose 3.5% on Tuesday': 'holds',
    'rose 3.5% TUESDAY': 'holds',
    'rose 3.5% on tuesday': 'holds',
    'rose 3.5% on Tue.': 'holds',
    'rose 3.5% on tue': 'holds',
    'rose 3.5% last Tuesday': 'holds',
    'rose 3.5% on Monday':
      "'Monday' does not hold: the value is of Tuesday, July 16, 2024, the report of Wednesday, July 17, 2024. Write 'Tuesday'.",
    'rose 3.5% on mon': /does not hold/,
    'rose 3.5% on Wednesday': /Write 'Tuesday'\.$/,
    'rose 3.5% and sat there': 'holds',
  });
  const published = (day: string) => daily('return(s, 1d)', [100, 103.5], { published: day });
  table(
    ['rose 3.5% on Tuesday', published('2024-07-16'), 'holds'],
    ['rose 3.5% on Tuesday', published('2024-07-22'), 'holds'],
    ['rose 3.5% on Tuesday', published('2024-07-23'), /Write the date: 'July 16, 2024'\.$/],
    ['rose 3.5% last Tuesday', published('2024-07-23'), 'holds'],
    ['rose 3.5% last Tuesday', published('2024-07-24'), /Write the date/],
    ['rose 3.5% last Tuesday', published('2024-07-16'), /Write the date/],
    ['rose 11.5% to Tuesday', on('return(rut, 5d)'), 'holds'],
    ['rose 11.5% to Monday', on('return(rut, 5d)'), /does not hold/],
    ['rose 11.5% on Tuesday', on('return(rut, 5d)'), /^'Tuesday' is one day, and the metric looks over 5d/],
  );
});

describe('yesterday is the session before publication, today the day of it', () => {
  const friday = { at: '2024-07-12' };
  table(
    ['103.5 yesterday', daily('s', [103.5]), 'holds'],
    ['103.5 yesterday', daily('s', [103.5], { ...friday, published: '2024-07-15' }), 'holds'],
    ['103.5 yesterday', daily('s', [103.5], { ...friday, published: '2024-07-16' }), /^'yesterday' does not hold/],
    ['103.5 today', daily('s', [103.5], { published: '2024-07-16' }), 'holds'],
    [
      '103.5 today',
      daily('s', [103.5]),
      "'today' does not hold: the value is of Tuesday, July 16, 2024, the report of Wednesday, July 17, 2024. Write 'July 16, 2024'.",
    ],
    ['rose 11.5% yesterday', on('return(rut, 5d)'), /^'yesterday' is one day/],
  );
});

describe('this week and last week are seen from publication', () => {
  const published = (day: string) => on('return(rut, 1w)', '2024-07-12', { published: day });
  table(
    ['rose 6.0% this week', published('2024-07-14'), 'holds'],
    ['rose 6.0% this week', published('2024-07-15'), /^'this week' does not hold/],
    ['rose 6.0% last week', published('2024-07-15'), 'holds'],
    ['rose 6.0% last week', published('2024-07-21'), 'holds'],
    ['rose 6.0% last week', published('2024-07-22'), /^'last week' does not hold/],
    ['rose 6.0% last week', published('2024-07-14'), /^'last week' does not hold/],
    ['rose 6.0% in the past week', published('2024-07-19'), 'holds'],
    ['rose 6.0% in the past week', published('2024-07-20'), /^'past week' does not hold/],
    [
      'rose 3.5% this week',
      on('return(rut, 1d)'),
      "'this week' is a week, and the metric looks over 1d. Use the window of a week, or put the words outside.",
    ],
    ['rose 10.5% this month', on('return(rut, mtd)'), 'holds'],
    ['rose 10.5% last month', on('return(rut, mtd)'), /^'last month' does not hold/],
    ['lost 1.1% last month', on('return(rut, mtd)', '2024-06-28', { published: '2024-07-01' }), 'holds'],
    ['rose 17.2% in the past year', on('return(rut, 1y)'), 'holds'],
  );
});

describe('a metric that is a date', () => {
  tableOn(on('since(rut)'), {
    'January 4, 2022': 'holds',
    'on January 4, 2022': 'holds',
    'January 2022': 'holds',
    'a Tuesday': 'holds',
    'a Wednesday': /does not hold/,
    'last Tuesday': /does not hold/,
    'January 5, 2022': "'January 5, 2022' does not hold. The data say 2022-01-04 (since(rut) on 2024-07-16). Write 'January 4, 2022'.",
    'February 2022': /Write 'January 2022'\.$/,
    'after January 2022': /does not hold/,
    '12 sessions': /is no window of the metric/,
  });
});
