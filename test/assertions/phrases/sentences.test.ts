import { describe } from 'vitest';
import { readContent } from '../../../src/reports/content.ts';
import { all } from '../../support/metrics.ts';
import { on, tableOn } from '../../support/subject.ts';

const { names } = readContent('content');

/** The slide of August 2024: what a newsroom would write of it. */
const slide = (metric: string) => on(metric, '2024-08-05', { snapshot: all, published: '2024-08-06', names });

describe('a move with what came of it', () => {
  tableOn(slide('return(rut, 1d)'), {
    'fell 3.3% for a third straight day': 'holds',
    'fell 3.3%, its third straight loss': 'holds',
    'fell 3.2%, its third straight loss': /^'3\.2%' does not hold/,
    'fell 3.3% to 2,039 on Monday, its lowest close since July 9': 'holds',
    'fell 3.3% to 2,039, its lowest since August 2': /Write 'lowest since July 9, 2024'/,
  });
  tableOn(slide('change(ust2y, from 2024-07-16 to 2024-08-05)'), {
    'down 54 basis points, from 4.43% to 3.89%': 'holds',
    'down 54 basis points, from 4.44% to 3.89%': /^'4\.44%' does not hold\. The data say 4\.430% \(ust2y on 2024-07-16\)/,
    'fell to 3.89% from 4.43%': 'holds',
  });
});

describe('where a drawdown is counted from', () => {
  tableOn(slide('drawdown(ixic)'), {
    '13.1% below its high of July 10': 'holds',
    '13.1% below its July 10 high': 'holds',
    '13.1% below its high of August 5, 2024': /is not where the metric begins, which is Wednesday, July 10, 2024/,
    '13.1% below its August high': /is not where the metric begins/,
  });
});

describe('only some of the days, and what did not happen, are refused', () => {
  tableOn(slide('return(spx, 1d)'), {
    'worst day since September 2022': 'holds',
    'worst single day since September 2022': 'holds',
    'worst Monday since June 2022': "'worst … Monday' compares only some of the days, and the metric has them all. Leave 'Monday' out.",
    'worst summer day since September 2022': /compares only some of the days/,
    'worst August day since 2011': /compares only some of the days/,
    'avoided a 3.0% loss': /^'avoided' changes what is claimed/,
    'could have fallen 3.0%': /^'could' changes what is claimed/,
    'opened down 3.0%': /^'opened' changes what is claimed/,
    'fell 3.0% overnight': /^'overnight' changes what is claimed/,
  });
});

describe('what the desk calls its series counts as a name', () => {
  tableOn(slide('ust2y'), {
    'the two-year yield stands at 3.89%': 'holds',
    'the ten-year yield stands at 3.89%': /^'ten-year yield' is not in the metric/,
  });
  tableOn(slide('return(rut, 1d)'), {
    'small caps fell 3.3%': 'holds',
    'the Nasdaq fell 3.3%': /^'Nasdaq' is not in the metric/,
    'the Nikkei fell 3.3%': /^'Nikkei' is not in the metric/,
  });
  tableOn(slide('return(iwn, from 2024-07-16 to 2024-08-05) - return(iwo, from 2024-07-16 to 2024-08-05)'), {
    'value beat growth by 2.7 points': 'holds',
    'growth beat value by 2.7 points': /does not hold/,
    'beat growth by 2.7 points': 'holds',
    'beat value by 2.7 points': /does not hold/,
  });
});
