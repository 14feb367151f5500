import { describe } from 'vitest';
import { daily, on, table, tableOf, tableOn, worth } from '../../support/subject.ts';

describe('outperformed, beat, led; trailed, lagged: the sign of a difference and its size', () => {
  tableOf(
    'percentage points',
    ['outperformed', 0.0001, 'holds'],
    ['outperformed', -0.0001, /: it trailed\. Write 'trailed'\.$/],
    ['outperformed', 0, /it did not change/],
    ['beat', 0.03, 'holds'],
    ['led by 3.0 percentage points', 0.03, 'holds'],
    ['led by 3.0 percentage points', 0.0305, 'holds'],
    ['led by 3.0 percentage points', 0.0306, /^'3\.0 percentage points' is truncated.* Write 'led by 3\.1 percentage points'/],
    ['outperformed by 3 points', 0.03, 'holds'],
    ['trailed by 3.0 percentage points', -0.03, 'holds'],
    ['lagged by more than 2 percentage points', -0.021, 'holds'],
    [
      'lagged by more than 2 percentage points',
      -0.02,
      /^'more than 2 percentage points' does not hold\. .* Write 'lagged by 2 percentage points'\.$/,
    ],
    ['ahead by 3.0 percentage points', 0.03, 'holds'],
    ['behind by 3.0 percentage points', -0.03, 'holds'],
    [
      'trailed by 3.0 percentage points',
      0.03,
      "'trailed' does not hold. The data say +3.000 pp (return(s, 1d) - return(t, 1d) on 2024-07-16): it led. Write 'led by 3.0 percentage points'.",
    ],
    ['3.0 percentage points', -0.03, /Write 'trailed by 3\.0 percentage points', or −3\.0 percentage points\.$/],
    ['trailed by -3.0 percentage points', -0.03, "'trailed' already gives the sign. Write 'trailed by 3.0 percentage points'."],
  );
});

describe('the side of the name before the verb is the side that is spoken of', () => {
  tableOn(worth(0.03, 'percentage points'), {
    'the Small Index beat the Large Index': 'holds',
    'the Small Index beat the Large Index by 3.0 percentage points': 'holds',
    'beat the Large Index': 'holds',
    'the Large Index trailed': 'holds',
    'the Large Index trailed the Small Index by 3.0 percentage points': 'holds',
    'THE LARGE INDEX TRAILED': 'holds',
    'the large index trailed': 'holds',
    'the Large Index was behind by 3.0 percentage points': 'holds',
    'the Large Index beat the Small Index':
      "'beat' does not hold. The data say +3.000 pp (return(s, 1d) - return(t, 1d) on 2024-07-16): it led. Write 'trailed'.",
    'the large index beat the small index': /does not hold/,
    'the Small Index trailed': /Write 'led'\.$/,
    'the Large Index 3.0 percentage points ahead': /^'ahead' does not hold/,
    'the Large Index lost to the Small Index': /compares two things/,
  });
});

describe('a curve has two sides as well', () => {
  tableOn(on('curve(ust10y, ust2y)'), {
    'the ten-year Treasury yield is 26 basis points below the two-year Treasury yield': 'holds',
    'the two-year Treasury yield is 26 basis points above the ten-year Treasury yield': 'holds',
    'the two-year Treasury yield is 26 basis points below the ten-year Treasury yield': /^'below' does not hold/,
    'the ten-year Treasury yield is 26 basis points above the two-year Treasury yield': /^'above' does not hold/,
    '26 basis points': /Write 'down 26 basis points', or −26 basis points\.$/,
  });
});

describe('the passive turns it round, and is refused', () => {
  tableOn(worth(0.03, 'percentage points'), {
    'was beaten': "'beaten' can be read in two ways here. Say which of the two led, and by how much: 'led by 0.9 percentage points'.",
    'the Small Index was beaten by the Large Index': /can be read in two ways/,
    'beaten by the Large Index': /can be read in two ways/,
    'is led by the Large Index': /can be read in two ways/,
    'beaten by the Large Index by 3.0 percentage points': /can be read in two ways/,
    'was leading': 'holds',
    'led by 3.0 percentage points': 'holds',
    'led by the most since July 15': /can't be shown/,
  });
});

describe('a comparison wants a difference, and a difference says where it stands', () => {
  table(
    [
      'outperformed',
      worth(0.03, 'ratio'),
      "'outperformed' compares two things, and the metric is one. Use a difference: return(rut, 5d) - return(spx, 5d).",
    ],
    [
      'rose 3.0 percentage points',
      worth(0.03, 'percentage points'),
      "'rose' says that something moved, and return(s, 1d) - return(t, 1d) compares two things. Write 'led', 'trailed', 'ahead' or 'behind'.",
    ],
    ['up 3.0 percentage points', worth(0.03, 'percentage points'), 'holds'],
    ['led the rally', worth(0.03, 'percentage points'), 'holds'],
    ['led the rally', worth(-0.03, 'percentage points'), /^'led' does not hold/],
    ['led the sell-off', worth(0.03, 'percentage points'), /^'led' and 'sell-off' contradict each other/],
    ['a lead of 3.0 percentage points', worth(0.03, 'percentage points'), 'holds'],
    ['down 3.0 percentage points', worth(0.03, 'percentage points'), /stands above\. Write 'up 3\.0 percentage points'\.$/],
    ['above the Large Index', daily('s - t', [100, 103], { other: [100, 100] }), 'holds'],
    ['below the Large Index', daily('s - t', [100, 103], { other: [100, 100] }), /does not hold/],
  );
});

describe('a series that is not in the metric may not be named', () => {
  table(
    [
      'outperformed the Third Index',
      worth(0.03, 'percentage points'),
      "'Third Index' is not in the metric, return(s, 1d) - return(t, 1d). Name what is measured, or put the name outside the Fact.",
    ],
    ['the third index rose 3%', worth(0.03, 'ratio'), /^'Third Index' is not in the metric/],
    ['the Large Index rose 3%', worth(0.03, 'ratio'), /^'Large Index' is not in the metric/],
    ['the Small Index rose 3%', worth(0.03, 'ratio'), 'holds'],
    ['the Russell 2000 rose 3.5%', on('return(rut, 1d)'), 'holds'],
    ['the Russell\u00A02000 rose 3.5%', on('return(rut, 1d)'), 'holds'],
    ['the S&P 500 rose 3.5%', on('return(rut, 1d)'), /^'S&P 500' is not in the metric/],
    ['led the S&P 500 by 9.9 percentage points', on('return(rut, 5d) - return(spx, 5d)'), 'holds'],
    ['the S&P 500 trailed the Russell 2000 by 9.9 percentage points', on('return(rut, 5d) - return(spx, 5d)'), 'holds'],
    ['the S&P 500 led the Russell 2000 by 9.9 percentage points', on('return(rut, 5d) - return(spx, 5d)'), /does not hold/],
    ['the iShares Russell 2000 Value ETF rose 3.5%', on('return(rut, 1d)'), /is not in the metric/],
  );
});
