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

const wrap = (metric: string, date: string, published?: string) => on(metric, date, { snapshot: all, published, names });

describe('what a superlative after a level ranks', () => {
  tableOn(wrap('return(spx, 1d)', '2025-04-09'), {
    'soared 9.5% to 5,456.90, its best day since October 2008': 'holds',
    'soared 9.5% to 5,456.90, its best day since April 2': /Write 'best day since October 28, 2008'/,
    'soared 9.5% to 5,456.90, its best since April 2': /^'best' of what\?/,
  });
  tableOn(wrap('return(spx, 1d)', '2024-08-05'), {
    'fell 3.0% to 5,186.33, its worst day since September 2022': 'holds',
    'tumbled 3.0% to its lowest since May': 'holds',
    'tumbled 3.0% to its lowest since September 2022': /Write 'lowest since May 2024'/,
  });
  tableOn(wrap('return(rut, 1d)', '2024-07-16'), {
    'rose 3.5% to its highest since January 2022': 'holds',
    'rose 3.5% to its highest since July 11': /does not hold/,
  });
});

describe('what is of another day is refused', () => {
  tableOn(wrap('return(spx, 1d)', '2024-08-06'), {
    'rebounded 1.0% after its worst day since September 2022': /^'after … worst' speaks of another day/,
    'bounced 1.0% from its lowest close since May': /^'from … lowest' speaks of another day/,
  });
  tableOn(wrap('return(rut, 1d)', '2024-07-16'), {
    'rose 3.5%, snapping a five-day losing streak': /contradict each other|says that the run is over/,
    'rose 3.5%, a five-day losing streak': "'rose' and 'losing streak' contradict each other. Say which of them it is.",
    'rose 3.5%, a five-day winning streak': 'holds',
  });
  tableOn(wrap('streak(spx)', '2025-04-08'), {
    'a four-day losing streak': 'holds',
    'ended a four-day losing streak': /says that the run is over/,
    'escaped a four-day losing streak': /says that the run is over/,
  });
});

describe('verbs of a newsroom have a sign', () => {
  tableOn(wrap('return(rut, 1d)', '2025-04-03'), {
    'tanked 6.6%': 'holds',
    'dipped 6.6%': 'holds',
    'sold off 6.6%': 'holds',
    'a 6.6% pullback': 'holds',
  });
  tableOn(wrap('return(rut, 1d)', '2024-07-16'), {
    'dipped 3.5%': /does not hold/,
    'pulled back 3.5%': /does not hold/,
    'will rise 3.5%': /^'will' changes/,
  });
  tableOn(wrap('ust2y', '2024-08-02'), { 'held at 3.88%': /does not hold/, 'fell to 3.88%': 'holds' });
});

describe('every way to name a maturity is a name', () => {
  tableOn(wrap('ust2y', '2024-08-02'), {
    'the 10-year Treasury yield fell to 3.88%': /is not in the metric/,
    'the two-year note fell to 3.88%': 'holds',
    'the 30-year yield fell to 3.88%': /is not in the metric/,
  });
  tableOn(wrap('curve(ust10y, ust2y)', '2024-09-18'), { 'ten-year yields stood 9 basis points above two-year yields': 'holds' });
  tableOn(wrap('return(rut, 1d)', '2024-07-16'), {
    'the Russell 1000 rose 3.5%': /is not in the metric/,
    'the S&P 600 rose 3.5%': /is not in the metric/,
  });
});

describe('a drawdown is no move over a time', () => {
  tableOn(wrap('drawdown(ixic)', '2024-08-05'), {
    'down 13.1% from its high': 'holds',
    'down 13.1% on Monday': /says where it stands, not what it did in a time/,
    'down 13.1% this month': /says where it stands/,
    '13.1% below its highest close since August 2': /ranks the index|speaks of another day/,
    'in a bear market, 13.1% below its high': /^'bear market' changes/,
  });
});
