import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { filledAt } from '../../src/metrics/evaluate.ts';
import { formulaInWords, onOneLine } from '../../src/metrics/formula.ts';
import { symbolic } from '../../src/metrics/symbols.ts';
import { all, at, calendar } from '../support/metrics.ts';

const day = dayOf('2024-07-16');
const context = { snapshot: all, calendar, asOf: day };
const symbols = (metric: string): string => onOneLine(symbolic(metric, day, context).formula);
const numbers = (metric: string): string => {
  const { column } = at(metric, '2024-07-16');
  return onOneLine(filledAt(column, column.days.length - 1));
};

describe('a formula in symbols', () => {
  it.each([
    ['rut', 'rut(t)'],
    ['return(rut, 5d)', 'rut(t) ÷ rut(t − 5) − 1'],
    ['return(rut, ytd)', 'rut(t) ÷ rut(a) − 1'],
    ['return(rut, from 2023-11-01 to 2023-12-08)', 'rut(b) ÷ rut(a) − 1'],
    ['return(rut, 5d) - return(spx, 5d)', '(rut(t) ÷ rut(t − 5) − 1) − (spx(t) ÷ spx(t − 5) − 1)'],
    ['return(rut, 5d) / return(spx, 5d)', '(rut(t) ÷ rut(t − 5) − 1) ÷ (spx(t) ÷ spx(t − 5) − 1)'],
    ['-change(ust10y, 1d)', '−(ust10y(t) − ust10y(t − 1))'],
    ['cutsPriced(zqz24, 5.33)', '5.33 − (100 − zqz24(t))'],
    ['change(impliedRate(zqz24), 5d)', 'x(t) − x(t − 5)'],
    ['share(etp_calls, etp_puts)', 'etp_calls(t) ÷ (etp_calls(t) + etp_puts(t))'],
    ['high(rut, from 2022-01-20 to 2024-07-10)', 'max(rut(a), …, rut(b))'],
    ['drawdown(rut)', 'rut(t) ÷ max(rut(a), …, rut(t)) − 1'],
    ['multiple(etp_calls, 250)', 'etp_calls(t) ÷ mean(etp_calls(t − 250), …, etp_calls(t − 1))'],
  ])('of %s is %s', (metric, formula) => expect(symbols(metric)).toBe(formula));

  it('of a step stands in the legend', () => {
    const { legend } = symbolic('streak(return(rut, 1d) - return(spx, 1d))', day, context);
    const [x] = legend;
    expect([x.symbol, x.formula && onOneLine(x.formula)]).toEqual(['x', '(rut(t) ÷ rut(t − 1) − 1) − (spx(t) ÷ spx(t − 1) − 1)']);
  });

  it('tells the day of each observation: five yields back is another day than five closes back after a bond holiday', () => {
    const columbus = dayOf('2023-10-10');
    const { legend } = symbolic('correlation(rut, ust10y, 5)', columbus, { ...context, asOf: columbus });
    expect(legend.map(({ symbol, words }) => `${symbol}: ${words}`)).toContain('t − 4: Oct\u00A03, 2023');
  });

  it('is read out in words', () => {
    expect(formulaInWords(symbolic('return(rut, 5d)', day, context).formula)).toBe(
      'Russell 2000 on Jul\u00A016, 2024 divided by Russell 2000 on Jul\u00A09, 2024 minus 1',
    );
  });
});

describe('a formula with its numbers', () => {
  it.each([
    ['return(rut, 5d)', '2,263.67 ÷ 2,029.47 − 1'],
    ['return(rut, 5d) - return(spx, 5d)', '(2,263.67 ÷ 2,029.47 − 1) − (5,667.20 ÷ 5,576.98 − 1)'],
    ['streak(return(rut, 1d) - return(spx, 1d))', 'count(+0.077\u00A0pp, +4.448\u00A0pp, +0.541\u00A0pp, +1.521\u00A0pp, +2.866\u00A0pp)'],
    ['high(rut, from 2022-01-20 to 2024-07-10)', 'max(2,024.04, …, 2,133.10, …, 2,051.75)'],
    ['average(rut, 2)', '4,450.69 ÷ 2'],
    ['-change(impliedRate(zqz24), 5d)', '−(4.805 − 4.945)'],
  ])('%s', (metric, formula) => expect(numbers(metric)).toBe(formula));
});
