import { describe } from 'vitest';
import { daily, on, tableOn, worth } from '../../support/subject.ts';

describe('both ends of a range round to the lowest and the highest of the window', () => {
  // 1%, 2% and 1% again
  const moves = daily('return(s, 1d)', [100, 101, 103.02, 104.0502], { over: '3d' });
  tableOn(moves, {
    'between 1% and 2%': 'holds',
    'from 1% to 2%': 'holds',
    '1% to 2%': 'holds',
    '1%-2%': 'holds',
    '1–2%': 'holds',
    '2% to 1%': 'holds',
    'between 1 and 2 percent': 'holds',
    'between one and two percent': 'holds',
    'between 1.0% and 2.0%': 'holds',
    'between 1% and 3%': "'1% to 3%' does not hold. The data say +1.000% to +2.000% (return(s, 1d)). Write 'between 1% and 2%'.",
    'between 0% and 2%': /does not hold/,
    'between 1.1% and 2.0%': /Write 'between 1\.0% and 2\.0%'\.$/,
    'between 1% and 2 basis points': /is in 'basis points'/,
    'between 1% and nearly 2%': /^'between' stands before no number/,
    'more than 1% to 2%': "'more than' bounds an end of a range, which is exact. Leave it out.",
    'between 1%': /^'between' stands before no number/,
  });
});

describe('each end stands for half a unit of its last place, both ends included', () => {
  const levels = (low: number, high: number) => daily('s', [low, high, high], { over: '2d' });
  tableOn(levels(200, 100.5), { '100 to 101': 'holds', '101 to 100': 'holds', '101 to 102': /does not hold/ });
  tableOn(daily('s', [0, 100.5, 102.4]), {
    '100 to 102':
      '\'100 to 102\' is a range, and the metric has one value. Say over which days: over="5d", or over="from … to …" with two dates.',
  });
  tableOn(daily('s', [0, 100.5, 102.5], { over: '2d' }), { '100 to 102': 'holds', '101 to 103': 'holds' });
  tableOn(daily('s', [0, 100.51, 102.5], { over: '2d' }), { '100 to 102': /does not hold/ });
  tableOn(daily('s', [0, 100.5, 102.51], { over: '2d' }), { '100 to 102': /does not hold/ });
});

describe('the window ends where `over` says: the session before it is not looked at', () => {
  tableOn(daily('s', [90, 100, 101, 102], { over: '3d' }), { '100 to 102': 'holds', '90 to 102': /does not hold/ });
  tableOn(daily('s', [90, 100, 101, 102], { over: '4d' }), { '100 to 102': /does not hold/, '90 to 102': 'holds' });
  tableOn(on('return(rut, 1d)', '2024-07-16', { over: '5d' }), {
    'between 1.1% and 3.6%': 'holds',
    'between 1.8% and 3.6%': /does not hold/,
  });
});

describe('one value has no range', () => {
  tableOn(worth(0.01, 'ratio'), { '1% to 2%': /is a range, and the metric has one value/ });
});
