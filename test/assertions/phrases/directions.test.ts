import { describe } from 'vitest';
import { daily, on, table, tableOf, tableOn, worth } from '../../support/subject.ts';

describe('the sign comes from the verb', () => {
  tableOf(
    'ratio',
    ['rose 3.5%', 0.035, 'holds'],
    ['closed up 3.5%', 0.035, 'holds'],
    ['gained 3.5%', 0.035, 'holds'],
    ['a gain of 3.5%', 0.035, 'holds'],
    ['3.5% higher', 0.035, 'holds'],
    ['fell 0.9%', -0.00876, 'holds'],
    ['was down 0.9%', -0.00876, 'holds'],
    ['a loss of 0.9%', -0.00876, 'holds'],
    ['0.9% lower', -0.00876, 'holds'],
    ['was off 0.9%', -0.00876, 'holds'],
    ['ROSE 3.5%', 0.035, 'holds'],
    ['rose', 0.0000001, 'holds'],
    ['fell', -0.0000001, 'holds'],
    ['fell 3.5%', 0.035, "'fell' does not hold. The data say +3.500% (return(s, 1d) on 2024-07-16): it rose. Write 'rose 3.5%'."],
    ['rose 0.9%', -0.00876, "'rose' does not hold. The data say −0.876% (return(s, 1d) on 2024-07-16): it fell. Write 'fell 0.9%'."],
    ['rose 0.0%', 0, "'rose' does not hold. The data say 0.000% (return(s, 1d) on 2024-07-16): it did not change. Write 'unchanged'."],
    ['fell', 0, /it did not change\. Write 'unchanged'\.$/],
    ['rose 3.6%', 0.035, /^'3\.6%' does not hold\. .* Write 'rose 3\.5%'\.$/],
    ['down -3%', -0.03, "'down' already gives the sign. Write 'down 3%'."],
    ['fell −3%', -0.03, /already gives the sign/],
    ['rose minus 3%', -0.03, /already gives the sign. Write 'rose 3%'/],
    ['rose and fell 3%', 0.03, "'rose' and 'fell' contradict each other. Give each its own Fact."],
  );
});

describe('a state says where it stands: up, down, above, below', () => {
  tableOn(daily('drawdown(s)', [100, 110, 99]), {
    'down 10.0%': 'holds',
    '10.0% below its high': 'holds',
    'off by 10.0%': 'holds',
    'up 10.0%': /^'up' does not hold\. .*: it stands below\. Write 'down 10\.0%'\.$/,
    '10.0% above': /stands below/,
    'fell 10.0%':
      "'fell' says that something moved, and drawdown(s) says where it stands. Write 'up', 'down', 'above' or 'below', or 'rose to' and 'fell to'.",
    'lost 10.0%': /says where it stands/,
    'down 10.1%': /^'10\.1%' does not hold\. .* Write 'down 10\.0%'\.$/,
  });
  tableOn(daily('distance(s, 2)', [100, 102]), {
    'above its average': 'holds',
    'below its average': /stands above/,
    rose: /says where it stands/,
  });
});

describe('a level has no direction, but a verb with `to` or `at` tells how it got there', () => {
  const yields = daily('s', [4, 4.05], { unit: 'percent' });
  tableOn(yields, {
    'rose to 4.05%': 'holds',
    'up at 4.05%': 'holds',
    'fell to 4.05%': "'fell' does not hold. The data say 4.050%, before it 4.000% (s on 2024-07-16): it rose. Write 'rose to 4.05%'.",
    'rose to 4.06%': /^'4\.06%' does not hold\. .* Write 4\.05%\.$/,
    'rose to 4.05% from 4.00%': 'holds',
    'rose to 4.05% from 4.01%': /^'4\.01%' does not hold\. .* Write 4\.00%\.$/,
    'rose at least 4%': /is a level, not a movement/,
    'rose 4.05%':
      "'rose' can't be checked: s on 2024-07-16 is a level, not a movement. Write 'rose to' or 'fell to' the level, or use change(…) or return(…).",
    rose: /is a level, not a movement/,
  });
  table(
    ['rose to 4.05%', daily('s', [4.05, 4.05], { unit: 'percent' }), /it did not change\. Write 'unchanged'\.$/],
    ['rose to 4.05%', daily('s', [4.05], { unit: 'percent' }), "'rose' wants a value before, and s has none before 2024-07-16."],
  );
});

describe('of a change, what stands after `to` or `at` is the level that was reached', () => {
  const change = daily('change(s, 1d)', [4.18, 4.23], { unit: 'percent' });
  tableOn(change, {
    'rose 5 basis points to 4.23%': 'holds',
    'rose to 4.23%': 'holds',
    '5 basis points higher at 4.23%': 'holds',
    'rose 5 basis points to 4.24%': "'4.24%' does not hold. The data say 4.230% (s on 2024-07-16). Write 4.23%.",
    'rose 6 basis points to 4.23%': /^'6 basis points' does not hold/,
    'fell 5 basis points to 4.23%': /^'fell' does not hold/,
    'fell to 4.23%': /^'fell' does not hold/,
  });
  tableOn(daily('return(s, 1d)', [100, 103.5]), {
    'rose 3.5% to 103.50': 'holds',
    'rose 3.5% to 103.51': /Write 103\.50\.$/,
    'rose to 103.50': 'holds',
    'rose 3.5% from 100': 'holds',
    'rose 3.5% from 99': /^'99' does not hold\. The data say 100\.000/,
  });
});

describe('units without a direction', () => {
  tableOf('times', ['up 3 times', 3, /is a level, not a movement/]);
  tableOf('rank', ['rose', 3, /is a level, not a movement/]);
});

/** A year of sessions that alternate between up and down 1%, and a last move. Their sample deviation is 1.002%, their mean nearly 0. */
const afterCalmYear = (sessions: number, last: number) => {
  const values = [100];
  for (let i = 0; i < sessions; i++) values.push(values[i] * (i % 2 === 0 ? 1.01 : 0.99));
  return daily('return(s, 1d)', [...values, values[sessions] * (1 + last)]);
};

describe('surged and plunged: a move of two standard deviations of the 252 sessions before, else a warning', () => {
  table(
    ['surged 2.01%', afterCalmYear(252, 0.02005), 'holds'],
    [
      'surged 1.99%',
      afterCalmYear(252, 0.0199),
      "holds; unusual: 'surged' is a strong word: the move is 2.0 standard deviations of the 252 sessions before. Write 'rose'.",
    ],
    ['plunged 2.01%', afterCalmYear(252, -0.02005), 'holds'],
    ['plunged 1.9%', afterCalmYear(252, -0.019), /^holds; unusual: .* the move is 1\.9 standard deviations .* Write 'fell'\.$/],
    ['rose 1.9%', afterCalmYear(252, 0.019), 'holds'],
    ['surged 1.9%', afterCalmYear(251, 0.019), 'holds'],
    ['soared 3.5%', on('return(rut, 1d)'), 'holds'],
    ['soared 0.6%', on('return(spx, 1d)'), /^holds; unusual/],
    ['surged 3.5%', worth(-0.035, 'ratio'), /^'surged' does not hold/],
    ['tumbled 3.5%', worth(0.035, 'ratio'), /^'tumbled' does not hold/],
  );
});

describe('flat, unchanged, little changed: less than 0.1% either way', () => {
  tableOf(
    'ratio',
    ['flat', 0.00099, 'holds'],
    ['flat', -0.00099, 'holds'],
    [
      'flat',
      0.001,
      "'flat' does not hold: it stands for less than 0.1%. The data say +0.100% (return(s, 1d) on 2024-07-16). Write 'rose 0.1%'.",
    ],
    ['flat', -0.001, /Write 'fell 0\.1%'\.$/],
    ['unchanged', 0, 'holds'],
    ['little changed', 0.0005, 'holds'],
    ['barely changed', 0.0005, 'holds'],
  );
  tableOf('percentage points', ['flat', 0.00099, 'holds'], ['flat', 0.001, /does not hold/]);
  table(
    ['flat', daily('s', [100, 100.099]), 'holds'],
    ['flat', daily('s', [100, 100.1]), /less than 0\.1%.* Write 'rose to 100\.1'\.$/],
    ['little changed at 100', daily('s', [100, 100.05]), 'holds'],
    ['little changed at 101', daily('s', [100, 100.05]), /^'101' does not hold/],
    ['flat', daily('s', [100]), "'flat' wants a value before, and s has none before 2024-07-16."],
    ['unchanged', daily('change(s, 1d)', [100, 100.099]), 'holds'],
    ['unchanged', daily('change(s, 1d)', [100, 100.1]), /does not hold/],
  );
});

describe('of a rate, unchanged is less than half a basis point', () => {
  tableOf(
    'basis points',
    ['unchanged', 0.49, 'holds'],
    ['unchanged', 0.5, /stands for less than half a basis point/],
    ['unchanged', -0.5, /stands for less than half a basis point/],
  );
  table(
    ['unchanged', daily('s', [4, 4.0049], { unit: 'percent' }), 'holds'],
    ['unchanged', daily('s', [4, 4.005], { unit: 'percent' }), /stands for less than half a basis point/],
    ['unchanged at 4.05%', daily('change(s, 1d)', [4.05, 4.05], { unit: 'percent' }), 'holds'],
    ['flat', worth(3, 'sessions'), "'flat' is said of a return, a level or a rate. The metric is in sessions."],
  );
});
