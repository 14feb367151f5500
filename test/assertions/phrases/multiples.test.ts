import { describe } from 'vitest';
import { daily, table, tableOf } from '../../support/subject.ts';

describe('a multiple holds within 2.5%, both ends included', () => {
  tableOf(
    'times',
    ['double', 2.05, 'holds'],
    ['double', 1.95, 'holds'],
    ['double', 2.0501, "'double' does not hold. The data say 2.050× (s / t on 2024-07-16). Write 'more than double', or 2.1 times."],
    ['double', 1.9499, "'double' does not hold. The data say 1.950× (s / t on 2024-07-16). Write 1.9 times."],
    ['twice', 2, 'holds'],
    ['triple', 3.075, 'holds'],
    ['triple', 3.0751, /Write 'more than triple', or 3\.1 times\.$/],
    ['quadruple', 4.1, 'holds'],
    ['quadruple', 4.1001, /does not hold/],
    ['half', 0.5125, 'holds'],
    ['half', 0.5126, /does not hold/],
    ['a third', 0.325, 'holds'],
    ['a third', 0.3249, /does not hold/],
    ['two-thirds', 0.667, 'holds'],
    ['two-thirds', 0.7, /does not hold/],
    ['three-quarters', 0.75, 'holds'],
  );
});

describe('a bound before a multiple moves its ends', () => {
  tableOf(
    'times',
    [
      'more than triple',
      3,
      "'more than triple' does not hold. The data say 3.000× (s / t on 2024-07-16). Write 'more than double', or 3.0 times.",
    ],
    ['more than triple', 3.0001, 'holds'],
    ['at least triple', 3, 'holds'],
    ['at least triple', 2.9999, /does not hold/],
    ['less than double', 2, /does not hold/],
    ['less than double', 1.9999, 'holds'],
    ['at most double', 2, 'holds'],
    ['at most double', 2.0001, /does not hold/],
    ['nearly double', 1.9999, 'holds'],
    ['nearly double', 2, /does not hold/],
    ['about double', 2.1, 'holds'],
    ['about double', 2.1001, /does not hold/],
  );
});

describe('of a return, what there is beside what there was; of a fall, the fall itself', () => {
  tableOf(
    'ratio',
    ['doubled', 1, 'holds'],
    ['doubled', 0.95, 'holds'],
    ['doubled', 0.9499, /^'doubled' does not hold/],
    [
      'more than tripled',
      2,
      "'more than tripled' does not hold. The data say +200.000% (return(s, 1d) on 2024-07-16). Write 'more than doubled', or 200.0%.",
    ],
    ['more than tripled', 2.0001, 'holds'],
    ['halved', -0.5, 'holds'],
    ['fell by half', -0.5, 'holds'],
    ['lost a third', -0.3334, 'holds'],
    ['lost a third', -0.35, /does not hold/],
    ['rose by half', 0.5, 'holds'],
    ['rose by half', -0.5, /^'rose' does not hold/],
  );
  table(['more than tripled', daily('return(s, 1d)', [110, 330]), /does not hold/]);
});

describe('times', () => {
  tableOf(
    'times',
    ['1.3 times', 1.35, 'holds'],
    ['1.3 times', 1.3501, /Write 1\.4 times, or more than 1\.3 times\.$/],
    ['3x', 3.2, 'holds'],
    ['3×', 3.6, /^'3×' is truncated/],
    ['more than 3 times', 3, /does not hold/],
    ['three times', 3, 'holds'],
  );
});

describe('what can be read in two ways is refused', () => {
  tableOf(
    'times',
    ['three times more', 3, "'times more' can be read in two ways. Write 'at most', 'rose to', or a multiple such as '4 times'."],
    ['3 times higher', 3, /can be read in two ways/],
    ['threefold', 3, /^'threefold' can be read in two ways/],
    ['3-fold', 3, /can be read in two ways/],
    ['up to 3 times', 3, /^'up to' can be read in two ways/],
  );
  tableOf('ratio', [
    'rose and doubled',
    1,
    "'rose' and 'doubled' can be read in two ways. Write the multiple alone: 'more than doubled', or the change in percent.",
  ]);
  tableOf('basis points', [
    'double',
    2,
    "'double' is a multiple. The metric is in basis points. Use return(…) over the time in which it grew, or multiple(…).",
  ]);
});
