import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { indexOnOrBefore } from '../../src/data/series.ts';
import type { Snapshot } from '../../src/data/snapshot.ts';
import { onOneLine } from '../../src/metrics/formula.ts';
import { metricView } from '../../src/reports/metric-view.ts';
import { revised } from '../support/marks.ts';
import { deskWith, pageOf, viewOf } from '../support/metric-pages.ts';
import { july2024 } from '../support/metrics.ts';

const DIFFERENCE = 'return(rut, 5d) - return(spx, 5d)';
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

/** What was chosen otherwise, with the result. */
const choices = (statement: string): Record<string, number> =>
  Object.fromEntries(viewOf(statement).choices.map(({ words, value }) => [words, value]));

const calls = july2024.series.get('etp_calls')?.values ?? new Float64Array();
const i = indexOnOrBefore(july2024.series.get('etp_calls')?.days ?? new Int32Array(), dayOf('2024-07-12'));
const meanOfPrior = (n: number): number => calls.subarray(i - n, i).reduce((sum, value) => sum + value, 0) / n;

describe('the value', () => {
  it.each([
    ['return(rut, 5d)', 2263.67 / 2029.47 - 1, '+11.5%'],
    [DIFFERENCE, 2263.67 / 2029.47 - 5667.2 / 5576.98, '+9.9 pp'],
    ['streak(return(rut, 1d) - return(spx, 1d))', 5, '5 sessions'],
    ['drawdown(rut)', 2263.67 / 2442.74 - 1, '−7.3%'],
    ['cutsPriced(zqz24, 5.33)', (5.33 - (100 - 95.195)) * 100, '+52.5 bp'],
    ['high(rut, from 2022-01-20 to 2024-07-10)', 2133.1, '2,133.1'],
    ['low(rut, from 2022-01-20 to 2024-07-10)', 1636.94, '1,636.9'],
    ['multiple(etp_calls, 500) at 2024-07-12', 1318353 / meanOfPrior(500), '1.5×'],
    ['return(rut, 1d) - return(spx, 1d) at 2024-07-10', 2051.75 / 2029.47 - 5633.91 / 5576.98, '+0.08 pp'],
  ])('of %s is that of the arithmetic, and its head shows %s', (statement, value, shown) => {
    const view = viewOf(statement);
    expect(view.value).toBeCloseTo(value, 10);
    expect(plain(view.shown)).toBe(shown);
  });

  it('is refused where a report states another', () => {
    const other = revised(july2024, { rut: { '2024-07-16': 2263.68 } }, july2024.id);
    expect(() => metricView(pageOf('return(rut, 5d)'), deskWith(other))).toThrow(
      'states 0.11539958708431275 for return(rut, 5d) on 2024-07-16 (f1), and its snapshot has 0.115404',
    );
  });
});

describe('the inputs', () => {
  it('of a return are every close from its base to its end, with the way between', () => {
    const [{ rows, count }] = viewOf('return(rut, 5d)').inputs.tables;
    const shown = rows.filter((row) => typeof row !== 'number');
    expect([count, rows.length]).toEqual([6, 6]);
    expect(shown.map(({ day, value, role }) => [isoOf(day), value, role])).toEqual([
      ['2024-07-09', 2029.47, 'base'],
      ['2024-07-10', 2051.75, null],
      ['2024-07-11', 2125.04, null],
      ['2024-07-12', 2148.27, null],
      ['2024-07-15', 2187.02, null],
      ['2024-07-16', 2263.67, 'end'],
    ]);
    expect(shown.map(({ move }) => move?.toFixed(6))).toEqual([undefined, '0.010978', '0.035721', '0.010932', '0.018038', '0.035048']);
    expect(shown[5].cumulative).toBeCloseTo(2263.67 / 2029.47 - 1, 12);
  });

  it('of a long window are its ends and the row that decides, with the number of those between', () => {
    const [{ rows, count }] = viewOf('high(rut, from 2022-01-20 to 2024-07-10)').inputs.tables;
    expect(count).toBe(620);
    const left = rows.filter((row) => typeof row === 'number');
    expect(rows.length - left.length + left.reduce((sum, row) => sum + row, 0)).toBe(620);
    const highest = rows.find((row) => typeof row !== 'number' && row.role === 'highest');
    expect(highest).toMatchObject({ day: dayOf('2022-03-29'), value: 2133.1 });
  });

  it('of a streak are its daily values too', () => {
    const [step] = viewOf('streak(return(rut, 1d) - return(spx, 1d))').inputs.steps;
    const values = step.rows.map((row) => (typeof row === 'number' ? row : Number((row.value * 100).toFixed(3))));
    expect([step.title, values]).toEqual(['Russell 2000 minus S&P 500, return over one session', [0.077, 4.448, 0.541, 1.521, 2.866]]);
  });

  it('of many series are told on the days that decide', () => {
    const { summary, tables } = viewOf('return(m7, 5d)').inputs;
    expect(tables).toEqual([]);
    expect(summary?.days.map(isoOf)).toEqual(['2023-12-29', '2024-07-09', '2024-07-16']);
    expect(summary?.rows.find(({ title }) => title === 'Tesla')?.values).toEqual([248.48, 262.33, 256.56]);
  });

  it('of a private table are not shown, nor the numbers of the formula', () => {
    const { tables, steps, withheld } = viewOf('return(rut, 5d)', deskWith(withPrivate('us-equity-indices'))).inputs;
    expect([tables, steps, withheld]).toEqual([[], [], ['US equity indices']]);
    expect(viewOf('return(rut, 5d)', deskWith(withPrivate('us-equity-indices'))).numbers).toEqual([]);
    expect(viewOf('rut', deskWith(withPrivate('us-equity-indices'))).choices).toEqual([]);
    expect(viewOf('return(rut, 5d)', deskWith(withPrivate('treasury-yields'))).inputs.tables).toHaveLength(1);
  });
});

function withPrivate(name: string): Snapshot {
  const series = new Map(
    [...july2024.series].map(([id, one]) => {
      const { resource } = one;
      const provenance = {
        ...resource.provenance,
        redistribution: resource.name === name ? ('private' as const) : resource.provenance.redistribution,
      };
      return [id, { ...one, resource: { ...resource, provenance } }];
    }),
  );
  return { ...july2024, series };
}

describe('the choices', () => {
  it('of five sessions are four, six, the calendar week, the fund, and the day before, each on the same closes', () => {
    expect(choices('return(rut, 5d)')).toEqual({
      'over 4 sessions': 2263.67 / 2051.75 - 1,
      'over 6 sessions': 2263.67 / 2038.67 - 1,
      'over the calendar week': 2263.67 / 2148.27 - 1,
      'iShares Russell 2000 ETF for Russell 2000': 224.6 / 201.4 - 1,
      'read one session earlier': 2187.02 / 2038.67 - 1,
    });
  });

  it('of a difference change both sides', () =>
    expect(choices(DIFFERENCE)['over 4 sessions']).toBeCloseTo(2263.67 / 2051.75 - 5667.2 / 5633.91, 12));

  it('of a year to date are a quarter, half a year and a year', () =>
    expect(Object.keys(choices('return(spx, ytd)'))).toEqual([
      'quarter to date',
      'over 6 months',
      'over one year',
      'read one session earlier',
    ]));

  it('of a fixed window move its ends by a session, never past the day', () => {
    const statement = 'return(rut, from 2023-11-01 to 2024-07-16)';
    expect(viewOf(statement).choices.map(({ words }) => words)).toEqual([
      'from 2023-10-31 to 2024-07-16',
      'from 2023-11-02 to 2024-07-16',
      'from 2023-11-01 to 2024-07-15',
    ]);
  });

  it('of a long count are half and double, where the data reach', () =>
    expect(choices('multiple(etp_calls, 250) at 2024-07-12')).toMatchObject({
      'over 125 sessions': calls[i] / meanOfPrior(125),
      'over 500 sessions': calls[i] / meanOfPrior(500),
    }));

  it('no fund stands for an index whose value rests on days before the fund’s first', () =>
    expect(Object.keys(choices('drawdown(rut)'))).toEqual(['read one session earlier']));

  it('the difference is told in points of a ratio, in basis points of a rate', () => {
    const [[ratio], [rate]] = [viewOf('return(rut, 5d)').choices, viewOf('ust2y').choices];
    expect([ratio.difference?.unit, rate.difference?.unit]).toEqual(['percentage points', 'basis points']);
    expect(rate.difference?.value).toBeCloseTo(1, 9);
  });
});

describe('the value by snapshot', () => {
  it('is the published one, or says by how much it differs', () => {
    const newer = revised(july2024, { rut: { '2024-07-09': 2029.57 } });
    const desk = { ...deskWith(), snapshots: [july2024.id, newer.id], snapshot: (id: string) => (id === newer.id ? newer : july2024) };
    const [pinned, other] = viewOf('return(rut, 5d)', desk).snapshots;
    expect([pinned.difference, other.difference?.unit]).toEqual([null, 'percentage points']);
    expect(other.difference?.value).toBeCloseTo(2263.67 / 2029.57 - 2263.67 / 2029.47, 12);
  });

  it('leaves out a snapshot that has no answer', () => {
    const without = { ...july2024, id: 'none', series: new Map() };
    const desk = { ...deskWith(), snapshots: [july2024.id, 'none'], snapshot: (id: string) => (id === 'none' ? without : july2024) };
    expect(viewOf('rut', desk).snapshots.map(({ id }) => id)).toEqual([july2024.id]);
  });
});

describe('nothing after the day', () => {
  /** Every later value is another. */
  const poisoned = (snapshot: Snapshot, date: string): Snapshot => {
    const series = new Map(
      [...snapshot.series].map(([id, one]) => {
        const kept = indexOnOrBefore(one.days, dayOf(date)) + 1;
        return [id, { ...one, values: one.values.map((value, k) => (k < kept ? value : 7 * value + 1)) }];
      }),
    );
    return { ...snapshot, series };
  };
  const told = (statement: string, snapshot: Snapshot): string => {
    const {
      symbolic,
      numbers,
      inputs,
      choices: other,
      history,
      shown,
    } = viewOf(statement, {
      ...deskWith(snapshot),
      snapshots: [july2024.id],
    });
    const formulas = [symbolic.formula, ...numbers].map(onOneLine);
    const line = 'why' in history ? history.why : [...history.line.values].join();
    return JSON.stringify([formulas, inputs.tables.map(({ rows }) => rows), inputs.steps.map(({ rows }) => rows), other, line, shown]);
  };

  it.each([
    'return(rut, 1w) at 2024-07-10',
    `${DIFFERENCE} at 2024-07-11`,
    'streak(rut) at 2024-07-12',
    'drawdown(rut) at 2024-07-10',
    'change(ust10y, 5d) at 2024-07-11',
    'return(m7, ytd) at 2024-07-09',
    'return(rut, from 2023-11-01 to 2023-12-08) at 2024-07-10',
  ])('moves %s', (statement) => {
    const [, date] = statement.split(' at ');
    expect(told(statement, poisoned(july2024, date))).toBe(told(statement, july2024));
  });
});
