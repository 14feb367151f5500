import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { evaluateAt } from '../../src/metrics/evaluate.ts';
import { measures } from '../../src/metrics/measures/index.ts';
import { openDesk } from '../../src/reports/desk.ts';
import { foundByWords, nearestByWords } from '../../src/reports/found-by-words.ts';
import { listMeasures, textsOfMeasure } from '../../src/reports/measure-list.ts';
import { listSeries, textsOfSeries } from '../../src/reports/series-list.ts';
import { textColumns, together } from '../../src/reports/text-columns.ts';
import { all, calendar } from '../support/metrics.ts';

const { named, names } = openDesk({ content: 'content', data: 'data' }).content;
const desk = { snapshot: all, calendar, named, names };
const context = { ...desk, asOf: dayOf('2026-08-21') };

describe('the list of series', () => {
  const listed = listSeries(desk);

  it('has every series of the snapshot and every named metric, in their order', () => {
    expect(listed.map(({ id }) => id)).toEqual([...all.series.keys(), ...named.keys()]);
  });

  it.each([
    ['us-equity-indices', 'rut'],
    ['treasury-yields', 'ust2y'],
    ['fed-decisions', 'fed_upper'],
    ['cboe-option-volume', 'etp_puts'],
  ])('from the rows of %s: %s', (table, id) => {
    const [header, ...lines] = readFileSync(`data/snapshots/2026-08-21/${table}.csv`, 'utf8').trimEnd().split('\n');
    const column = header.split(',').indexOf(id);
    const rows = lines.map((line) => line.split(',')).filter((cells) => cells[column] !== '');
    expect(listed.find((one) => one.id === id)).toMatchObject({
      tables: [table],
      first: rows[0][0],
      last: rows.at(-1)?.[0],
      rows: rows.length,
      value: Number(rows.at(-1)?.[column]),
    });
  });

  it('each with an example that has a value on its last day', () => {
    for (const { id, last, example } of listed) {
      expect(example, id).not.toBe(null);
      expect(example?.expression).toContain(`(${id}, `);
      expect(Number.isFinite(evaluateAt(example?.expression ?? '', dayOf(last), context).value)).toBe(true);
    }
  });

  it.each([
    ['russell value', ['iwn']],
    ['small caps', ['rut', 'iwm']],
    ['Treasury', ['ust2y', 'ust10y']],
    ['magnificent 7', ['m7']],
    ['CBOE volatility', ['vix']],
    ['', listed.map(({ id }) => id)],
    ['russell yield', []],
  ])("'%s' finds %o", (words, ids) => {
    expect(foundByWords(listed, words.split(' ').filter(Boolean), textsOfSeries).map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['tresury', 'ust2y'],
    ['rutt', 'rut'],
    ['nasdak', 'ixic'],
  ])("nearest to '%s' is %s", (word, id) => {
    expect(foundByWords(listed, [word], textsOfSeries)).toEqual([]);
    expect(nearestByWords(listed, [word], textsOfSeries)[0].id).toBe(id);
  });
});

describe('the list of measures', () => {
  const listed = listMeasures(desk);

  it('has every measure, each with an example of itself on the data of this desk', () => {
    expect(listed.map(({ name }) => name)).toEqual([...measures.keys()]);
    for (const { name, example } of listed) {
      expect(example, name).not.toBe(null);
      if (!example) continue;
      expect(example.expression).toMatch(new RegExp(`\\b${name}\\(`));
      const { value, unit } = evaluateAt(example.expression, dayOf(example.at), context);
      expect([value, unit]).toEqual([example.value, example.unit]);
      expect(example.meaning).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  it('shows none where the desk has no series that fits', () => {
    const small = openDesk({ content: 'test/cases/desk/content', data: 'test/cases/desk/data' });
    const few = listMeasures({ snapshot: small.snapshot('2024-07-17'), calendar, named: new Map() });
    const without = few.filter(({ example }) => example === null).map(({ name }) => name);
    // Eighteen days hold fewer than ten separate cases.
    expect(without.sort()).toEqual(['afterHitRate', 'cutProbability', 'cutsPriced', 'impliedRate', 'putCall']);
  });

  it("is found by what a measure is: 'deviation returns'", () => {
    const found = foundByWords(listed, ['deviation', 'returns'], textsOfMeasure).map(({ name }) => name);
    expect(found).toContain('volatility');
    expect(found).not.toContain('average');
  });
});

describe('columns', () => {
  const head = ['id', 'value', 'what it is'];
  const rows = [
    ['rut', '3,017.87', `Russell 2000, ${together('return(rut, 5d) = −1.65%')}`],
    ['spx', '7.1', 'S&P 500'],
  ];

  it('stand below each other, numbers to the right, the last one in what is left', () => {
    expect(textColumns(head, rows, 80, [1])).toEqual([
      'id      value  what it is',
      'rut  3,017.87  Russell 2000, return(rut, 5d) = −1.65%',
      'spx       7.1  S&P 500',
    ]);
  });

  it('the last one goes on below itself, and keeps together what belongs together', () => {
    const long = rows.map(([id, value, text]) => [id, value, `an index of shares ${text}`]);
    expect(textColumns(head, long, 58, [1]).slice(1)).toEqual([
      'rut  3,017.87  an index of shares Russell 2000,',
      '               return(rut, 5d) = −1.65%',
      'spx       7.1  an index of shares S&P 500',
    ]);
  });

  it('where little is left, the last one stands under the others', () => {
    expect(textColumns(head, rows, 40, [1])).toEqual([
      'id      value',
      'rut  3,017.87',
      '    Russell 2000,',
      '    return(rut, 5d) = −1.65%',
      'spx       7.1',
      '    S&P 500',
    ]);
  });
});
