import { describe } from 'vitest';
import { on, table, tableOn, worth } from '../../support/subject.ts';

describe('a length is that of the window', () => {
  tableOn(on('return(rut, 5d)'), {
    'rose 11.5% in five sessions': 'holds',
    'rose 11.5% over five trading days': 'holds',
    'rose 11.5% in the five days': 'holds',
    'a five-day gain of 11.5%': 'holds',
    'rose 11.5% in four sessions':
      "'four sessions' is no window of the metric, which has 5d. Write the window as it is, or leave it outside the Fact.",
    'rose 11.5% in six sessions': /is no window of the metric/,
    'rose 11.5% in one week': /is no window of the metric/,
    'rose 11.5% in more than five sessions': "'more than five sessions' is a stretch of time, which the metric gives exactly: 5d.",
    'rose 11.5% in nearly five sessions': /which the metric gives exactly/,
  });
  table(
    ['rose 6.0% in one week', on('return(rut, 1w)', '2024-07-12'), 'holds'],
    ['rose 6.0% in two weeks', on('return(rut, 1w)', '2024-07-12'), /is no window/],
    ['rose 12.8% in one month', on('return(rut, 1mo)'), 'holds'],
    ['rose 17.2% in 12 months', on('return(rut, 1y)'), 'holds'],
    ['rose 17.2% in one year', on('return(rut, 1y)'), 'holds'],
    ['rose 17.2% in 11 months', on('return(rut, 1y)'), /is no window/],
    ['above its 200-day average', on('distance(rut, 200)'), 'holds'],
    ['above its 50-day average', on('distance(rut, 200)'), /^'50-day' is no window/],
    ['in five sessions', on('rut'), /is no window of the metric, which has no window/],
  );
});

describe('a period word fits the window: the month runs, a month rolls', () => {
  const rows = [
    ['rose 3.5% in a day', 'return(rut, 1d)', 'holds'],
    ['rose 3.5% in a week', 'return(rut, 1d)', /^'week' does not fit the metric, which has 1d\. Use 1w/],
    ['rose 11.5% in a week', 'return(rut, 5d)', /^'week' does not fit the metric, which has 5d/],
    ['rose 10.5% in the month', 'return(rut, mtd)', 'holds'],
    ['rose 10.5% in a month', 'return(rut, mtd)', /^'month' does not fit the metric, which has mtd\. Use 1mo/],
    ['rose 12.8% in a month', 'return(rut, 1mo)', 'holds'],
    ['rose 11.7% over the year', 'return(rut, ytd)', 'holds'],
    ['rose 11.7% over a year', 'return(rut, ytd)', /^'year' does not fit the metric, which has ytd/],
    ['rose 17.2% over a year', 'return(rut, 1y)', 'holds'],
    ['rose 10.5% in the quarter', 'return(rut, qtd)', 'holds'],
    ['rose 10.5% in the quarter', 'return(rut, mtd)', /^'quarter' does not fit/],
  ] as const;
  table(...rows.map(([words, metric, expected]) => [words, on(metric), expected] as const));
});

describe('this year, in 2024: the window counts from the turn of the year', () => {
  tableOn(on('return(rut, ytd)'), {
    'rose 11.7% this year': 'holds',
    'rose 11.7% so far this year': 'holds',
    'rose 11.7% in 2024': 'holds',
    'rose 11.7% year to date': 'holds',
    'rose 11.7% in 2023': /^'in 2023' is the whole of 2023/,
    'rose 11.7% in the past year': /^'past year' is a year, and the metric looks over ytd/,
    'rose 11.7% last year': /does not hold/,
  });
  table(
    ['rose 11.7% this year', on('return(rut, since 2023-12-29)'), 'holds'],
    [
      'rose 3.5% in 2024',
      on('return(rut, 1d)'),
      "'in 2024' is the whole of 2024, and return(rut, 1d) counts from 2024-07-15. Use the window ytd.",
    ],
    ['rose 17.2% this year', on('return(rut, 1y)'), /Use the window ytd\.$/],
    ['103.5 in 2024', worth(103.5, 'points'), 'holds'],
    ['103.5 in 2023', worth(103.5, 'points'), /It is read on 2024-07-16\.$/],
  );
});

describe('since D of a window: it begins in D', () => {
  tableOn(on('return(rut, since 2023-12-29)'), {
    'rose 11.7% since December 29': 'holds',
    'rose 11.7% since December': 'holds',
    'rose 11.7% since 2023': 'holds',
    'rose 11.7% since December 28':
      "'since December 28' is not where the metric begins: return(rut, since 2023-12-29) counts from 2023-12-29. Write that date.",
    'rose 11.7% since December 30': /is not where the metric begins/,
    'rose 11.7% since November': /is not where the metric begins/,
    'rose 11.7% since 2024': /is not where the metric begins/,
  });
  tableOn(on('return(rut, ytd)'), {
    'rose 11.7% since the start of the year': 'holds',
    'rose 11.7% since January': 'holds',
    'rose 11.7% since January 2': 'holds',
    'rose 11.7% since January 3': /is not where the metric begins/,
    'rose 11.7% since December 29': 'holds',
  });
  tableOn(on('return(rut, 5d)'), {
    'rose 11.5% since July 9': 'holds',
    'rose 11.5% since July 8': /is not where the metric begins/,
    'rose 11.5% since July 10': /is not where the metric begins/,
    'rose 11.5% since then': "since when? Write a date: 'since July 9'.",
    'rose 11.5% since shortly after July 9': /since when\?/,
  });
  table(
    ['rose 10.5% since June', on('return(rut, mtd)'), 'holds'],
    ['rose 10.5% since May', on('return(rut, mtd)'), /is not where the metric begins/],
  );
});

describe('halves and quarters of a year are no windows', () => {
  tableOn(on('return(rut, ytd)'), {
    'rose 11.7% in the first half': /^'first' is not understood/,
    'rose 11.7% in the second half': /^'second' of what\?/,
    'rose 11.7% in Q3': /^'Q3' changes what is claimed/,
    'rose 11.7% in the third quarter': /^'third' of what\?/,
  });
});
