import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { seriesUntil } from '../../src/data/series.ts';
import { type Context, evaluateColumn } from '../../src/metrics/evaluate.ts';
import { formulaInWords, onOneLine } from '../../src/metrics/formula.ts';
import { meaningOf } from '../../src/metrics/heading.ts';
import { testOf } from '../../src/metrics/measure-files.ts';
import { measures } from '../../src/metrics/measures/index.ts';
import { measuresIn } from '../../src/metrics/shape.ts';
import { symbolic } from '../../src/metrics/symbols.ts';
import { UNITS } from '../../src/metrics/units.ts';
import { all, calendar } from '../support/metrics.ts';

const day = dayOf('2024-07-16');
const context: Context = { snapshot: all, calendar, asOf: day };

/** The project's series with some of their values taken away. */
function without(isGone: (i: number, length: number) => boolean): Context {
  const series = new Map(
    [...all.series].map(([id, one]) => [
      id,
      { ...one, values: one.values.map((value, i) => (isGone(i, one.values.length) ? Number.NaN : value)) },
    ]),
  );
  return { ...context, snapshot: { series } };
}

// What holds for all: a new file in src/metrics/measures/ is tried here without another word.
describe.each([...measures.values()])('$name', (measure) => {
  const { name, example } = measure;

  it('has an example that uses it and has a value on July 16, 2024', () => {
    if (name !== 'level') expect(measuresIn(example)).toContain(name);
    const { column } = evaluateColumn(example, context);
    expect(column.days.at(-1)).toBe(day);
    expect(column.values.at(-1)).toEqual(expect.any(Number));
    expect(column.values.at(-1)).not.toBeNaN();
  });

  it('has a test of its convention where its page says', () => {
    const path = testOf(measure);
    const advice = `Write the test of ${name} in ${path}, or name the test it shares under 'test' of the measure`;
    expect(existsSync(path), advice).toBe(true);
    expect(readFileSync(path, 'utf8'), advice).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('has a value a day of its input, in a unit that is known, and rests on no day outside of it', () => {
    const { column } = evaluateColumn(example, context);
    expect(column.values).toHaveLength(column.days.length);
    expect(UNITS).toContain(column.unit);
    const known = [...column.values.keys()].filter((i) => !Number.isNaN(column.values[i]));
    for (const i of [known[0], known[known.length - 1]]) {
      const [from, to] = column.reach(i);
      expect(from).toBeLessThanOrEqual(to);
      expect(to).toBeLessThanOrEqual(column.days[i]);
    }
  });

  it('is at its beginning the same whether the data go on or end there', () => {
    for (const asOf of [day, dayOf('2024-03-28'), dayOf('2023-11-14')]) {
      const ended = new Map([...all.series].map(([id, one]) => [id, seriesUntil(one, asOf)]));
      const [whole, cut] = [all.series, ended].map((series) => evaluateColumn(example, { ...context, snapshot: { series }, asOf }));
      expect([...whole.column.days]).toEqual([...cut.column.days]);
      expect([...whole.column.values]).toEqual([...cut.column.values]);
      const last = whole.column.days.length - 1;
      if (last >= 0) expect(whole.column.reach(last)).toEqual(cut.column.reach(last));
    }
  });

  it('has no answer where there is no value, and none that is infinite where some are missing', () => {
    const { column } = evaluateColumn(
      example,
      without(() => true),
    );
    expect(column.values.filter((value) => !Number.isNaN(value))).toHaveLength(0);
    const holed = evaluateColumn(
      example,
      without((i) => i % 7 === 3),
    ).column;
    expect(holed.values).toHaveLength(holed.days.length);
    expect(holed.values.filter((value) => Math.abs(value) === Number.POSITIVE_INFINITY)).toHaveLength(0);
  });

  it('has a formula, whose symbols the legend tells, and a meaning', () => {
    const { formula, legend } = symbolic(example, day, context);
    const line = onOneLine(formula);
    const told = legend.map((entry) => entry.symbol);
    // Names stand before a bracket, days inside one.
    for (const [, column, time] of line.matchAll(/\b(rut|spx|vix|ust\w+|zq\w+|etp_\w+|fed_\w+|[xyz])\(([^()]+)\)/g)) {
      expect(told, line).toContain(column);
      if (!/^s − \d+$/.test(time)) expect(told, line).toContain(time);
    }
    expect(formulaInWords(formula)).not.toMatch(/[−×÷…]|undefined/);
    expect(meaningOf(example, context)).toMatch(/^[A-Z1].*\.$/);
  });
});
