import { describe } from 'vitest';
import { daily, tableOn, worth } from '../../support/subject.ts';

const hedged = (word: string) =>
  `'${word}' changes what is claimed, in a way that is not checked. Say what is, or leave it outside the Fact.`;

describe('a word that changes what is claimed is refused, wherever it stands', () => {
  tableOn(worth(0.035, 'ratio'), {
    'did not rise 3.5%': hedged('did not'),
    "didn't rise 3.5%": hedged("didn't"),
    'didn’t rise 3.5%': hedged('didn’t'),
    'not 3.5%': hedged('not'),
    'failed to rise 3.5%': hedged('failed'),
    'hardly rose': hedged('hardly'),
    'rose slightly more than 3%': hedged('slightly'),
    'rose 3.5% on average': hedged('on average'),
    'rose 3.5% before July': hedged('before'),
    'rose 3.5% annualized': hedged('annualized'),
    'rose as much as 3.5%': hedged('as much as'),
    'rose 3.5%-plus': hedged('plus'),
    'rose 3.5%+': hedged('+'),
    'rose ±3.5%': hedged('±'),
    'rose 3.5% or so': hedged('or so'),
    'rose close to 3.5%': hedged('close to'),
    'rose toward 3.5%': hedged('toward'),
    'rose 3.5% a year ago': hedged('ago'),
    'rose 3.5% a year earlier': hedged('earlier'),
    'rose 3.5% intraday': hedged('intraday'),
    'rose 3.5% each day': hedged('each day'),
    'rose 3.5% late on Tuesday': hedged('late'),
    'one of the best days since July 15': hedged('one of the'),
    'one of its best days since July 15': hedged('one of its'),
    'among the best days since July 15': hedged('among the'),
    'anything but flat': hedged('anything but'),
  });
});

describe('a unit, a bound or a number word that belongs to no number is refused', () => {
  tableOn(worth(0.035, 'ratio'), {
    'rose a percent': "'percent' has no number that is understood before it. Write digits and a unit that the metric has.",
    'rose percentage points': /^'percentage points' has no number/,
    'rose 3.5 million yen': /^'yen' has no number/,
    'rose a million': /^'million' has no number/,
    'rose more than expected': "'more than' stands before no number. Write it before the number it bounds, or leave it outside the Fact.",
    'rose at least': /^'at least' stands before no number/,
    'rose nearly': /^'nearly' stands before no number/,
    'two of three rose': "'two' counts nothing that is understood. Write it before what it counts, or leave it outside the Fact.",
    'rose by a negative amount': /^'negative' counts nothing/,
    'one of them rose 3.5%': 'holds',
    'rose 3.5% over the hump': 'holds',
    'rose 3.5% about then': 'holds',
  });
});

describe('nothing checkable', () => {
  tableOn(worth(0.035, 'ratio'), {
    'moved strongly': /^nothing to check in 'moved strongly'\. Understood: a number with its unit/,
    '': /^nothing to check in ''/,
    'the S&P 500': /^nothing to check/,
    'small caps': /^nothing to check/,
    uptown: /^nothing to check/,
  });
});

describe('words that say only when say nothing of the value', () => {
  tableOn(worth(0.035, 'ratio'), {
    'on Tuesday': /^'on Tuesday' says when, and nothing of the value\. Understood:/,
    'on July 16': /says when, and nothing of the value/,
    yesterday: /says when, and nothing of the value/,
    'in a day': /says when, and nothing of the value/,
    'rose on Tuesday': 'holds',
  });
});

describe('a metric that is a date must be told', () => {
  tableOn(daily('since(s)', [100, 101, 99, 100]), { 'a month': /says when, and nothing of the value/, 'July 12': 'holds' });
});

describe('of two readings neither is chosen', () => {
  tableOn(worth(0.035, 'ratio'), {
    'up to 3.5%': "'up to' can be read in two ways. Write 'at most', 'rose to', or a multiple such as '4 times'.",
    'rose up to 3.5%': /can be read in two ways/,
    'rose 3.5% and fell': "'rose' and 'fell' contradict each other. Give each its own Fact.",
  });
});

describe('what is not understood comes before what fails, and of several only the first', () => {
  tableOn(daily('return(s, 1d)', [100, 103.5]), {
    'fell 3.6% in a week': /^'week' does not fit the metric/,
    'not 3.5 yen': /^'not' changes/,
    'fell 3.6% on Monday': /^'fell' does not hold\. [^/]* \/ 'Monday' does not hold: [^/]*$/,
  });
});
