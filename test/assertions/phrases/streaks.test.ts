import { describe } from 'vitest';
import { daily, on, table, tableOn, weekly, worth } from '../../support/subject.ts';

describe('the run that ends on the day is exactly that long', () => {
  tableOn(worth(3, 'sessions'), {
    'third straight gain': 'holds',
    'a third consecutive gain': 'holds',
    'three straight gains': 'holds',
    'three successive sessions': 'holds',
    'three-day winning streak': 'holds',
    'three days in a row': 'holds',
    'up three days in a row': 'holds',
    'rose three days running': 'holds',
    'rose for a third day': 'holds',
    'rose for a third straight session': 'holds',
    'a third day of gains': 'holds',
    '3rd straight gain': 'holds',
    'extends its winning streak to three days': 'holds',
    'a winning streak': 'holds',
    'second straight gain': /Write 'third straight gain'\.$/,
    'fourth straight gain':
      "'fourth straight gain' does not hold. The data say up 3 in a row, from 2024-07-12 (streak(s) on 2024-07-16). Write 'third straight gain'.",
    'two-day winning streak': /Write 'three-day winning streak'\.$/,
    'four days in a row': /Write 'three days in a row'\.$/,
    'twenty-first straight gain': /Write 'third straight gain'\.$/,
  });
});

describe('at least relaxes it', () => {
  tableOn(worth(3, 'sessions'), {
    'at least three straight gains': 'holds',
    'at least two straight gains': 'holds',
    'at least four straight gains': /Write 'at least three straight gains'\.$/,
    'three or more straight gains': 'holds',
    'more than two straight gains': 'holds',
    'more than three straight gains': /Write 'three straight gains'\.$/,
    'nearly three straight gains': "a streak has a length: 'nearly' is not understood before it. Write the number, or 'at least'.",
    'about three straight gains': /is not understood before it/,
    'less than four straight gains': /is not understood before it/,
  });
});

describe('the direction is that of the run', () => {
  tableOn(worth(-3, 'sessions'), {
    'third straight loss': 'holds',
    'three-day losing streak': 'holds',
    'fell for a third day': 'holds',
    'three days in a row': 'holds',
    'third straight gain': /down 3 in a row, .*Write 'three straight losses'\.$/,
    'three-day winning streak': /Write 'three straight losses'\.$/,
    'a winning streak': /does not hold/,
  });
  tableOn(worth(3, 'sessions'), { 'third straight loss': /Write 'three straight gains'\.$/, 'a losing streak': /does not hold/ });
});

describe('zero ends a run both ways', () => {
  tableOn(daily('streak(s)', [99, 100, 101, 101]), {
    'third straight gain': "'third straight gain' does not hold. The data say unchanged (streak(s) on 2024-07-16). There is no run.",
    'a winning streak': /There is no run\.$/,
    'a losing streak': /There is no run\.$/,
  });
  tableOn(daily('streak(s)', [98, 99, 99, 100, 101]), { 'second straight gain': 'holds', 'third straight gain': /does not hold/ });
  tableOn(worth(1, 'sessions'), {
    'a winning streak': /There is no run\.$/,
    'first straight gain': 'holds',
    'second straight gain': /There is no run/,
  });
});

describe('a run may reach back to the first row of the data', () => {
  tableOn(daily('streak(s)', [100, 101, 102]), { 'second straight gain': 'holds', 'third straight gain': /does not hold/ });
  tableOn(daily('return(s, 1d)', [100, 101, 102]), { 'second straight gain': 'holds', 'third straight gain': /does not hold/ });
});

describe('what is counted must be what the metric counts', () => {
  tableOn(weekly('streak(return(s, 1w))', [100, 101, 102, 103]), {
    'third straight weekly gain': 'holds',
    'three-week winning streak': 'holds',
    'third straight week': 'holds',
    'third straight gain': 'holds',
    'third straight day': "'third straight day' counts by the day, and streak(return(s, 1w)) by the week. Use streak(return(…, 1d)).",
    'three-day winning streak': /counts by the day/,
    'third straight monthly gain': /Use streak\(return\(…, mtd\)\)\.$/,
    'fourth straight weekly gain': /Write 'third straight weekly gain'\.$/,
  });
  table(
    ['three straight weeks', worth(3, 'sessions'), /counts by the week, and streak\(s\) by the day/],
    ['third straight gain', daily('s', [100, 99, 100, 101, 102]), 'holds'],
    ['fourth straight gain', daily('s', [100, 99, 100, 101, 102]), /Write 'third straight gain'\.$/],
    ['third straight gain', daily('return(s, 2d)', [100, 101, 102, 103, 104]), /looks over several sessions at once/],
  );
});

describe('a streak of a comparison', () => {
  tableOn(daily('streak(return(s, 1d) - return(t, 1d))', [100, 101, 102, 103], { other: [100, 100, 100, 100] }), {
    'beat the Large Index for a third straight session': 'holds',
    'have led for three straight sessions': 'holds',
    'trailed for a third straight session': /does not hold/,
    'the Large Index trailed for a third straight session': 'holds',
    'the Large Index outperformed for a third straight session': /does not hold/,
    'the Small Index was beaten for a third straight session': /can be read in two ways here/,
  });
  table(
    [
      'outperformed for a third straight session',
      worth(3, 'sessions'),
      "'outperformed' compares two things, and the metric is one. Use a difference inside streak(…).",
    ],
    ['led for five straight sessions', on('streak(return(rut, 1d) - return(spx, 1d))'), 'holds'],
    ['a fourth consecutive day', on('streak(return(rut, 1d) - return(spx, 1d))'), /Write 'fifth consecutive day'\.$/],
  );
});

describe('what is not counted is refused', () => {
  tableOn(worth(3, 'sessions'), {
    'straight gains': "'straight' of how many? Write the number: 'five days in a row', 'fifth straight gain'.",
    'third or fourth straight gain': /^'fourth' of what\?/,
    'three straight gains of more than 1%':
      "'1%' is asked of each day of the streak, and only the last is looked at. Give it a Fact of its own.",
    'snapped a three-day losing streak': /^'snapped' changes what is claimed/,
    'first gain in three sessions': /^'first' is not understood/,
    'third gain': /^'third' of what\?/,
    'three of the last four sessions': /counts nothing that is understood/,
  });
});
