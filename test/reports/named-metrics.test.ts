import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { type Context, evaluateAt } from '../../src/metrics/evaluate.ts';
import { calendar, july2024 } from '../support/metrics.ts';

const named = new Map([
  ['pair', { title: 'Pair', shortTitle: 'Pair', metric: '(rebase(rut, 100, since 2023-12-29) + rebase(spx, 100, since 2023-12-29)) / 2' }],
]);
const context: Context = { snapshot: july2024, calendar, named, asOf: dayOf('2024-07-16') };
const at = dayOf('2024-07-16');

describe('a named metric stands in expressions as a series does', () => {
  it('return(pair, ytd) is the mean of both returns, as both start at 100', () => {
    const both = ['return(rut, ytd)', 'return(spx, ytd)'].map((metric) => evaluateAt(metric, at, context).value);
    expect(evaluateAt('return(pair, ytd)', at, context).value).toBeCloseTo((both[0] + both[1]) / 2, 12);
  });

  it('is named by its title, and its inputs are those of its series', () => {
    const { words, inputs } = evaluateAt('return(pair, 5d)', at, context);
    expect(words).toBe('Pair, return over 5 sessions');
    expect(inputs.map((input) => input.series.id)).toEqual(['rut', 'spx']);
  });

  it('can’t be built of itself', () => {
    const circular = { ...context, named: new Map([['a', { title: 'A', shortTitle: 'A', metric: 'a + rut' }]]) };
    expect(() => evaluateAt('a', at, circular)).toThrow("unknown series 'a'");
  });
});
