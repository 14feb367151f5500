import { describe, expect, it } from 'vitest';
import { parseExpression, seriesIn } from '../../src/metrics/expression.ts';
import { at, message } from '../support/metrics.ts';

/** The expression again, fully in parentheses. */
function shape(text: string): string {
  const write = (node: ReturnType<typeof parseExpression>): string => {
    switch (node.kind) {
      case 'number':
        return String(node.value);
      case 'series':
        return node.id;
      case 'day':
        return `day${node.day}`;
      case 'window':
        return `<${node.window.text}>`;
      case 'negate':
        return `-${write(node.operand)}`;
      case 'binary':
        return `(${write(node.left)} ${node.operator} ${write(node.right)})`;
      case 'comparison':
        return `(${write(node.left)} ${node.comparator} ${node.threshold.number}${node.threshold.mark ?? ''})`;
      case 'call':
        return `${node.name}(${node.args.map(write).join(', ')})`;
    }
  };
  return write(parseExpression(text));
}

describe('parseExpression', () => {
  it.each([
    ['return(rut, 5d)', 'return(rut, <5d>)'],
    ['a - b - c', '((a - b) - c)'],
    ['a + b * c', '(a + (b * c))'],
    ['(a + b) * c', '((a + b) * c)'],
    ['-a / 2', '(-a / 2)'],
    ['a − b', '(a - b)'],
    ['f(a, 1w)', 'f(a, <1w>)'],
    ['f(a, 6mo)', 'f(a, <6mo>)'],
    ['f(a, 1y)', 'f(a, <1y>)'],
    ['f(a, 12mo)', 'f(a, <1y>)'],
    ['f(a, ytd)', 'f(a, <ytd>)'],
    ['f(a, all)', 'f(a, <all>)'],
    ['f(a, since 2022-01-04)', 'f(a, <since 2022-01-04>)'],
    ['f(a, from 2023-11-01 to 2023-12-08)', 'f(a, <from 2023-11-01 to 2023-12-08>)'],
    ['f(a, 2024-09-18, 5.33)', 'f(a, day19984, 5.33)'],
    ['since(a)', 'since(a)'],
    ['f(ust10y, 20)', 'f(ust10y, 20)'],
    ['f(a,b)', 'f(a, b)'],
    ['allowance + today', '(allowance + today)'],
    ['a - b >= 5%', '((a - b) >= 5%)'],
    ['a ≥ 5 pp', '(a >= 5pp)'],
    ['a <= −25bp', '(a <= -25bp)'],
    ['a<0', '(a < 0)'],
    ['f(a - b > 2.5%, 20)', 'f(((a - b) > 2.5%), 20)'],
    ['(a > 1)', '(a > 1)'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('names its series once, in order', () => {
    expect(seriesIn(parseExpression('return(rut, 1d) - beta(rut, spx, 60) * return(spx, 1d)'))).toEqual(['rut', 'spx']);
  });
});

describe('errors name the place in the expression and the nearest known name', () => {
  it.each([
    ['return(rtu, 5d)', "unknown-series at 7: unknown series 'rtu'. Did you mean 'rut'?"],
    ['retrun(rut, 5d)', "unknown-measure at 0: unknown measure 'retrun'. Did you mean 'return'? 'npm run measures' lists them."],
    ['streak', "unknown-series at 0: unknown series 'streak'. 'streak' is a measure: write streak(x)."],
    ['return(rut)', 'metric-arguments at 0: return takes 2 arguments, not 1: return(s, w)'],
    ['rank(rut, 1y, 2y)', 'metric-arguments at 0: rank takes 1 to 2 arguments, not 3: rank(x, [w])'],
    ['return(rut, 5)', "metric-arguments at 12: 'w' of return(s, w) must be a window such as 5d, 1w, ytd, 1y or since 2022-01-04"],
    ['return(return(rut, 1d), 5d)', "metric-arguments at 7: 's' of return(s, w) must be a series or another level, not one in ratio"],
    ['average(rut, 2.5)', "metric-arguments at 13: 'n' of average(x, n) must be a whole number of sessions"],
    ['rut + return(rut, 1d)', "metric-units at 4: points can't be added to ratio"],
    ['return(rut, 1d) - rut', "metric-units at 16: points can't be subtracted from ratio"],
    ['rut * spx', "metric-units at 4: points can't be multiplied by points"],
    ['rut / ust2y', "metric-units at 4: points can't be divided by percent"],
    ['since(rut) - 5', "metric-units at 11: number can't be subtracted from date"],
    ['return(rut, 5d', "metric-syntax at 14: the metric ends too early. A metric looks like 'return(rut, 5d) - return(spx, 5d)'"],
    ['return(rut 5d)', "metric-syntax at 11: '5d' is not expected here. A metric looks like 'return(rut, 5d) - return(spx, 5d)'"],
    ['return(rut, 5d))', "metric-syntax at 15: ')' is not expected here. A metric looks like 'return(rut, 5d) - return(spx, 5d)'"],
    ['', "metric-syntax at 0: the metric ends too early. A metric looks like 'return(rut, 5d) - return(spx, 5d)'"],
    [
      'rut > spx',
      "metric-comparison at 6: a comparison is of one metric with one number, such as 'return(rut, 5d) - return(spx, 5d) >= 5%'. Put what is subtracted on the left of the sign",
    ],
    [
      '0 < return(rut, 5d) < 5%',
      "metric-comparison at 4: a comparison is of one metric with one number, such as 'return(rut, 5d) - return(spx, 5d) >= 5%'. Put what is subtracted on the left of the sign",
    ],
    [
      'return(rut, 5d) > 0 < 5%',
      "metric-comparison at 20: a comparison is of one metric with one number, such as 'return(rut, 5d) - return(spx, 5d) >= 5%'. Put what is subtracted on the left of the sign",
    ],
    ['5 > 3', "metric-operand at 2: '>' wants a metric before it: 'return(rut, 5d) >= 5%'"],
    ['return(rut, 5d) - 5%', "metric-syntax at 18: '5%' has a unit, which only the number of a comparison has. Write 0.05"],
    ['return(rut, 5d) >= 5', 'metric-units at 19: 5 has no unit, and the metric is in ratio. Write 5%'],
    ['return(rut, 5d) >= 5bp', "metric-units at 19: '5bp' is of another unit, and the metric is in ratio. Write 5%"],
    ['return(rut, 5d) - return(spx, 5d) > 5', 'metric-units at 36: 5 has no unit, and the metric is in percentage points. Write 5% or 5pp'],
    ['change(ust2y, 5d) <= -25%', "metric-units at 21: '-25%' is of another unit, and the metric is in basis points. Write -25bp"],
    ['rut > 2200%', "metric-units at 6: '2200%' is of another unit, and the metric is in points. Write 2200"],
    ['since(rut) > 5', 'metric-units at 13: a date is not compared with a number'],
    ['(return(rut, 5d) > 0) + 1', "metric-units at 22: flag can't be added to number"],
    [
      'afterCases(return(rut, 5d), 20)',
      "metric-arguments at 11: 'trigger' of afterCases(trigger, n) must be a comparison such as 'return(rut, 5d) >= 5%', not a metric in ratio",
    ],
    [
      'baselineMean(return(rut, 1w))',
      "metric-arguments at 13: 'x' of baselineMean(x) must be a metric with a value each session, and one over a calendar week has it when the week is over. Take a window such as 20d",
    ],
    ['return(rut, 5d) & 1', "metric-syntax at 16: '&' does not belong in a metric"],
    ['return(rut, since 2024-02-30)', "metric-date at 18: there is no day '2024-02-30'"],
    ['return(rut, from 2024-02-03 to 2024-02-01)', 'metric-window at 17: the window ends on 2024-02-01, not after it begins on 2024-02-03'],
    ['return(rut, 0d)', "metric-window at 12: the window '0d' is empty"],
    ['5', "metric-not-a-column at 0: '5' is not a metric. A metric names at least one series: 'return(rut, 5d)'"],
    [
      'return(aapl, 1y)',
      "metric-no-value at 0: return(aapl, 1y) has no answer on 2024-07-16: the data don't reach back far enough, or a value is missing. They begin on 2023-12-29.",
    ],
  ])('%s', (metric, expected) => {
    expect(message(() => at(metric, '2024-07-16'))).toBe(expected);
  });

  it('a day without a value names the last one before', () => {
    expect(message(() => at('rut', '2024-07-13'))).toBe(
      'metric-no-day at 0: rut has no value on 2024-07-13. The last day before it is 2024-07-12.',
    );
  });
});
