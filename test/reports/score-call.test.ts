import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../src/data/day.ts';
import type { Series } from '../../src/data/series.ts';
import type { Snapshot } from '../../src/data/snapshot.ts';
import type { CallMark } from '../../src/reports/call-mark.ts';
import { atAnyTime, sinceMade } from '../../src/reports/call-windows.ts';
import { markReports } from '../../src/reports/marks.ts';
import { desk, until, written } from '../support/marks.ts';
import { all, calendar } from '../support/metrics.ts';
import { projectTable } from '../support/tables.ts';

/** The closes of a table as they stand in the file, with no word of the engine. */
function closes(table: string, column: string): [string, number][] {
  const [header, ...rows] = projectTable(table).map((row) => row.split(','));
  const at = header.indexOf(column);
  return rows.map((row) => [row[0], Number(row[at])]);
}

const [rut, spx] = ['rut', 'spx'].map((column) => closes('us-equity-indices', column));
const [iwo, iwn] = ['iwo', 'iwn'].map((column) => closes('russell-2000-etfs', column));
const on = (series: readonly [string, number][], day: string): number => series.find(([date]) => date === day)?.[1] ?? Number.NaN;
const gain = (series: readonly [string, number][], from: string, to: string): number => on(series, to) / on(series, from) - 1;

interface Terms {
  m?: string;
  expects?: string;
  due: string;
  besides?: string;
}

/** What becomes on a snapshot of a call of July 16, 2024. */
function marked({ m = 'return(rut, since 2024-07-16)', expects = '> 0', due, besides = '' }: Terms, snapshot: Snapshot = all): CallMark {
  const body = `It <Call by="mandy-xu" source="note-2024-07-17" made="2024-07-16" m="${m}" expects="${expects}" due="${due}" ${besides}>will rise</Call>.`;
  const [{ calls }] = markReports(desk, [written(body)], snapshot).reports;
  return calls[0].mark;
}

describe('a call is scored', () => {
  it.each([
    ['2024-07-19', -0.035],
    ['2024-08-05', -0.099],
    ['2024-12-31', -0.015],
  ])('by what the small caps did until %s, of which the desk knows the gain: %d', (due, about) => {
    const { status, value } = marked({ due });
    expect(status).toBe('wrong');
    expect(value).toMatchObject({ at: due, value: gain(rut, '2024-07-16', due) });
    expect(value?.value).toBeCloseTo(about, 3);
  });

  it('and the naive alternative beside it, by the same condition on the same day', () => {
    const { naive } = marked({ due: '2024-12-31', besides: 'instead="return(spx, since 2024-07-16)"' });
    expect(naive).toMatchObject({ status: 'right', value: { at: '2024-12-31', value: gain(spx, '2024-07-16', '2024-12-31') } });
    expect(naive?.value?.value).toBeCloseTo(0.038, 3);
  });

  it('as small growth over small value was, with every other day told from the day it was made', () => {
    const apart = (to: string): number => gain(iwo, '2024-07-16', to) - gain(iwn, '2024-07-16', to);
    const { status, value, alternatives } = marked({
      m: 'return(iwo, 6mo) - return(iwn, 6mo)',
      due: '2025-01-16',
      besides: 'also="2024-12-31, 2024-08-16, 2024-10-16, 2025-07-16" why="No day is named."',
    });
    expect(status).toBe('right');
    expect(value).toMatchObject({ at: '2025-01-16', unit: 'percentage points', exact: '+2.810\u00A0pp' });
    expect(value?.value).toBeCloseTo(apart('2025-01-16'), 12);
    expect(alternatives.map(({ due, status: other, value: found }) => [due, other, found?.value ?? null])).toEqual([
      ['2024-08-16', 'wrong', expect.closeTo(apart('2024-08-16'), 12)],
      ['2024-10-16', 'wrong', expect.closeTo(apart('2024-10-16'), 12)],
      ['2024-12-31', 'right', expect.closeTo(apart('2024-12-31'), 12)],
      ['2025-07-16', 'void', null],
    ]);
  });

  it('with every pair of a metric and a day but its own as an alternative', () => {
    const { alternatives } = marked({
      due: '2024-08-16',
      besides: 'also="2024-07-23" or="return(rut, since 2024-07-16) - return(spx, since 2024-07-16)" why="No day is named."',
    });
    const [small, apart] = ['return(rut, since 2024-07-16)', 'return(rut, since 2024-07-16) - return(spx, since 2024-07-16)'];
    expect(alternatives.map(({ metric, due, status }) => [metric, due, status])).toEqual([
      [small, '2024-07-23', 'wrong'],
      [apart, '2024-07-23', gain(rut, '2024-07-16', '2024-07-23') > gain(spx, '2024-07-16', '2024-07-23') ? 'right' : 'wrong'],
      [apart, '2024-08-16', 'wrong'],
    ]);
  });

  it('on the next session where it is due on a Saturday', () =>
    expect(marked({ due: '2024-07-20' })).toMatchObject({ status: 'wrong', value: { at: '2024-07-22' } }));

  it.each([
    ['> -3.5%', 'wrong'],
    ['>= −3.6%', 'right'],
    ['< 0', 'right'],
    ['<= -3 %', 'right'],
  ])('by a condition with its unit: %s', (expects, status) => expect(marked({ due: '2024-07-19', expects }).status).toBe(status));

  it('with the way to that day: how often its condition held', () => {
    const way = rut.filter(([date]) => date > '2024-07-16' && date <= '2024-08-16');
    expect(marked({ due: '2024-08-16', expects: '> -5%' }).path).toMatchObject({
      from: '2024-07-16',
      to: '2024-08-16',
      sessions: way.length,
      held: way.filter(([, close]) => close / on(rut, '2024-07-16') - 1 > -0.05).length,
    });
  });

  it('the same whatever comes after the day it was scored on', () => {
    const terms = { due: '2024-10-16', besides: 'instead="return(spx, since 2024-07-16)" also="2024-08-16" why="No day."' };
    const known = ({ status, value, alternatives, path, naive }: CallMark) => ({ status, value, alternatives, path, naive: naive?.value });
    const clean = known(marked(terms));
    fc.assert(
      fc.property(fc.constantFrom(0.01, -5, 1e12, Number.NaN), (poison) => {
        const poisoned = (one: Series): Series => ({
          ...one,
          values: one.values.map((value, i) => (one.days[i] > dayOf('2024-10-16') ? poison : value)),
        });
        const series = new Map([...all.series].map(([id, one]) => [id, poisoned(one)]));
        expect(known(marked(terms, { ...all, series }))).toEqual(clean);
      }),
      { numRuns: 4, seed: 1 },
    );
  });
});

describe('a call without a day to score it by', () => {
  it.each([
    ['is open until the data reach the day', { due: '2025-01-16' }, until(all, '2025-01-15'), 'open'],
    ['is scored on that day', { due: '2025-01-16' }, until(all, '2025-01-16'), 'right'],
    ['is void where its data ended before', { due: '2025-07-16', m: 'return(iwo, since 2024-07-16)' }, all, 'void'],
    // Twenty sessions after June 30, 2025, and twenty-one.
    [
      'is open while its data may only be late',
      { due: '2025-07-16', m: 'return(iwo, since 2024-07-16)' },
      until(all, '2025-07-29'),
      'open',
    ],
    ['is void after a month without data', { due: '2025-07-16', m: 'return(iwo, since 2024-07-16)' }, until(all, '2025-07-30'), 'void'],
    ['is not void before it is due', { due: '2027-07-16', m: 'return(iwo, since 2024-07-16)' }, all, 'open'],
  ])('%s', (_what, terms, snapshot, status) => expect(marked(terms, snapshot).status).toBe(status));

  it('is unscorable where it has none', () => {
    const [{ calls }] = markReports(
      desk,
      [written('It <Call by="mandy-xu" source="note-2024-07-17" made="2024-07-16">will rise</Call>.')],
      all,
    ).reports;
    expect(calls[0].mark).toEqual({ id: 'c1', status: 'unscorable', value: null, alternatives: [], path: null, base: null, naive: null });
  });
});

describe('the base rate', () => {
  it('is that of all windows of as many sessions, as a loop over the file has it', () => {
    const sessions = rut.filter(([date]) => date > '2024-07-16' && date <= '2024-08-16').length;
    let [days, held] = [0, 0];
    for (let i = sessions; i < rut.length; i++) {
      days++;
      if (rut[i][1] / rut[i - sessions][1] > 1) held++;
    }
    expect(marked({ due: '2024-08-16' }).base).toEqual({
      metric: `return(rut, ${sessions}d)`,
      days,
      held,
      separate: Math.floor((rut.length - 1) / sessions),
      from: rut[sessions][0],
      to: '2026-08-21',
      share: `${Math.round((100 * held) / days)}%`,
    });
  });

  it('is told in counts where fewer than ten windows share no session', () => {
    const { base } = marked({ m: 'return(iwo, 6mo) - return(iwn, 6mo)', due: '2025-01-16' });
    expect(base).toMatchObject({ separate: 2, share: null, to: '2025-06-30' });
    const days = iwo.filter(([date]) => date >= '2024-07-01');
    const back = ([date]: [string, number]): string => {
      const [year, month, day] = date.split('-').map(Number);
      const before = new Date(Date.UTC(year, month - 7, 1));
      const last = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate();
      return `${before.toISOString().slice(0, 8)}${String(Math.min(day, last)).padStart(2, '0')}`;
    };
    const held = days.filter((one) => {
      const from = iwo.findLast(([date]) => date <= back(one))?.[0] ?? '';
      return gain(iwo, from, one[0]) > gain(iwn, from, one[0]);
    });
    expect([base?.days, base?.held]).toEqual([days.length, held.length]);
  });

  it('is none for a level', () => expect(marked({ m: 'rut', expects: '> 2,300', due: '2024-08-16' }).base).toBe(null));
});

describe('the windows of a call', () => {
  const [made, due] = ['2024-07-16', '2025-01-16'].map(dayOf);
  it.each([
    ['return(rut, 6mo)', 'return(rut, since 2024-07-16)'],
    ['return(iwo, 6mo) - return(iwn, 6mo)', 'return(iwo, since 2024-07-16) - return(iwn, since 2024-07-16)'],
    ['return(rut, since 2024-07-16)', 'return(rut, since 2024-07-16)'],
    // Not from the day it was made, and no move.
    ['return(rut, 5d)', 'return(rut, 5d)'],
    ['rut', 'rut'],
  ])('%s is on another day %s', (metric, other) => expect(sinceMade(metric, made, due, calendar)).toBe(other));

  it.each([
    ['return(rut, since 2024-07-16)', 127],
    ['return(rut, from 2024-07-16 to 2024-07-23)', 5],
  ])('%s is at any time one of %i sessions', (metric, sessions) => {
    expect(rut.filter(([date]) => date > '2024-07-16' && date <= (sessions === 5 ? '2024-07-23' : isoOf(due)))).toHaveLength(sessions);
    expect(atAnyTime(metric, due, calendar)).toBe(`return(rut, ${sessions}d)`);
  });
});
