import { describe } from 'vitest';
import { on, table, tableOf, tableOn, worth } from '../../support/subject.ts';

describe('a return is told in percent, a difference of returns in percentage points', () => {
  tableOf(
    'ratio',
    ['3.5%', 0.035, 'holds'],
    ['3.5 percent', 0.035, 'holds'],
    ['3.5 per cent', 0.035, 'holds'],
    ['3.5', 0.035, "'3.5' is without a unit. The metric is in percent. Write 3.5%."],
    ['3.5 percentage points', 0.035, "'3.5 percentage points' is in 'percentage points'. The metric is in percent. Write 3.5%."],
    ['350 basis points', 0.035, /is in 'basis points'\. The metric is in percent/],
    ['rose 3.5', 0.035, /Write 'rose 3\.5%'\.$/],
  );
  tableOf(
    'percentage points',
    ['9.9 percentage points', 0.099222, 'holds'],
    ['a 9.9-point gap', 0.099222, 'holds'],
    ['9.9 pp', 0.099222, 'holds'],
    ['9.9%', 0.099222, "'9.9%' is in '%'. The metric is in percentage points. Write 9.9 percentage points."],
    ['led by 9.9%', 0.099222, /Write 'led by 9\.9 percentage points'\.$/],
    ['992 basis points', 0.099222, /is in 'basis points'/],
  );
});

describe('a rate is told in percent, its change in basis points or percentage points', () => {
  tableOf(
    'percent',
    ['4.43%', 4.43, 'holds'],
    ['4.43', 4.43, /without a unit/],
    ['4.43 percentage points', 4.43, /is in 'percentage points'/],
  );
  tableOf(
    'basis points',
    ['19 basis points', 19, 'holds'],
    ['19 bp', 19, 'holds'],
    ['a 19-basis-point rise', 19, 'holds'],
    ['0.19 percentage points', 19, 'holds'],
    ['0.19 percentage points', 18.5, 'holds'],
    ['0.19 percentage points', 18.4, /Write 0\.18 percentage points\.$/],
    ['0.19%', 19, "'0.19%' is in '%'. The metric is in basis points. Write 19 basis points."],
    ['19 points', 19, /is in 'points'/],
  );
});

describe('prices, counts, ranks and scores', () => {
  tableOf(
    'USD',
    ['$215.40', 215.4, 'holds'],
    ['215.40 dollars', 215.4, 'holds'],
    ['215.40', 215.4, 'holds'],
    ['$215.41', 215.4, /Write \$215\.40\.$/],
    ['215 points', 215, /is in 'points'/],
    ['€215', 215, /^'€' has no number/],
  );
  tableOf(
    'points',
    ['76.65 points', 76.65, 'holds'],
    ['$76.65', 76.65, /is in dollars/],
    ['76.65%', 76.65, /is in '%'/],
    ['76.65 contracts', 76.65, /is in 'contracts'/],
  );
  tableOf('index', ['111.7', 111.67, 'holds'], ['111.7 points', 111.67, 'holds'], ['111.7%', 111.67, /is in '%'/]);
  tableOf('times', ['1.3 times', 1.33, 'holds'], ['1.3', 1.33, /without a unit/]);
  tableOf('rank', ['1', 1, 'holds'], ['2', 1, /Write 1\.$/]);
  tableOf(
    'sd',
    ['2.1 standard deviations', 2.1, 'holds'],
    ['2.1', 2.1, 'holds'],
    ['2.2 standard deviations', 2.1, /Write 2\.1 standard deviations/],
  );
  tableOf('number', ['1.20', 1.2, 'holds'], ['1.20 standard deviations', 1.2, /is in 'standard deviations'/]);
  tableOf(
    'sessions',
    ['5 sessions', 5, 'holds'],
    ['five days', 5, 'holds'],
    ['5', 5, /without a unit/],
    ['5 weeks', 5, /is no window of the metric/],
  );
  tableOf('periods', ['5 weeks', 5, 'holds'], ['5', 5, 'holds'], ['5 days', 5, /is no window of the metric/]);
  tableOf(
    'contracts',
    ['5 contracts', 5, 'holds'],
    ['5', 5, 'holds'],
    ['5 shares', 5, /^'shares' has no number that is understood before it/],
  );
});

describe('calls and puts must be those of the metric', () => {
  tableOn(on('etp_calls', '2024-07-11'), {
    '1.2 million calls': 'holds',
    'nearly 1.2 million call options': 'holds',
    '1.2 million puts': "'1.2 million puts' is of puts, and the metric is etp_calls.",
  });
});

describe('a number in a form that is not read is refused, never read in part', () => {
  table(
    ['5b', worth(5, 'points'), "'5b' is no number that is understood. Write digits, and a unit that the metric has."],
    ['5b', worth(5e9, 'points'), /^'5b' is no number/],
    ['1e3', worth(1, 'points'), /is no number/],
    ['1/2', worth(1.5, 'points'), /^'1\/2' is no number/],
    ['10³', worth(10, 'points'), /^'³' has no number/],
    ['3,5%', worth(0.05, 'ratio'), /without a unit/],
    ['2 trillion', worth(2, 'points'), /does not hold/],
    ['two hundred points', worth(2, 'points'), /^'two' counts nothing that is understood/],
    ['9.9% of 20%', worth(0.099, 'ratio'), /^'20%' does not hold/],
  );
});
