import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/data/day.ts';
import type { Snapshot } from '../../src/data/snapshot.ts';
import { library } from '../../src/reports/library.ts';
import { formatLevel, seriesIds } from '../../src/reports/series-examples.ts';
import { type Point, seriesView } from '../../src/reports/series-view.ts';
import { all, calendar } from '../support/metrics.ts';

const { named } = library();
const desk = { snapshot: all, calendar, named };
const dated = ({ day, value }: Point): [string, number] => [isoOf(day), value];

/** The rows of a table as they stand in the file, read without any code of ours. */
function rowsOf(table: string, column: string): [string, number][] {
  const [header, ...lines] = readFileSync(`data/snapshots/2026-08-21/${table}.csv`, 'utf8').trimEnd().split('\n');
  const index = header.split(',').indexOf(column);
  return lines
    .map((line) => line.split(','))
    .flatMap((cells) => (cells[index] === '' ? [] : [[cells[0], Number(cells[index])] as [string, number]]));
}

describe.each([
  ['us-equity-indices', 'rut', (now: number, before: number) => now / before - 1],
  ['treasury-yields', 'ust2y', (now: number, before: number) => (now - before) * 100],
  ['cboe-option-volume', 'etp_calls', (now: number, before: number) => now / before - 1],
] as const)('the page of a series, from the rows of %s, %s', (table, id, move) => {
  const view = seriesView(id, desk);
  const rows = rowsOf(table, id);

  it('its ends and extremes, each on the first day that had it', () => {
    const values = rows.map(([, value]) => value);
    expect(view.observations).toBe(rows.length);
    expect([view.first, view.last].map(isoOf)).toEqual([rows[0][0], rows.at(-1)?.[0]]);
    expect(view.values && dated(view.values.last)).toEqual(rows.at(-1));
    expect(view.values && dated(view.values.highest)).toEqual(rows.find(([, value]) => value === Math.max(...values)));
    expect(view.values && dated(view.values.lowest)).toEqual(rows.find(([, value]) => value === Math.min(...values)));
  });

  it('its largest moves', () => {
    const moves = rows.slice(1).map(([day, value], i): [string, number] => [day, move(value, rows[i][1])]);
    const largest = (sign: number): [string, number][] => moves.toSorted((a, b) => sign * (b[1] - a[1])).slice(0, 5);
    for (const [found, expected] of [
      [view.moves.rises, largest(1)],
      [view.moves.falls, largest(-1)],
    ] as const) {
      expect(found.map(({ value }) => value.toFixed(9))).toEqual(expected.map(([, value]) => value.toFixed(9)));
      expect(found.map(({ day }) => isoOf(day)).sort()).toEqual(expected.map(([day]) => day).sort());
    }
  });
});

describe('the figure of a series', () => {
  it('has what it finds as its title', () => {
    expect(seriesView('rut', desk).values?.figure?.spec.title).toEqual([
      'Last at 3,017.87, between 327.04 and 3,068.42 since January 1999',
    ]);
    expect(seriesView('zqz24', desk).values?.figure?.spec.title).toEqual(['Last at 95.23, the highest since May 2024']);
    expect(seriesView('etp_calls', desk).values?.figure?.spec.title).toEqual([
      'Last at 0.89\u00A0million, between 0.33\u00A0million and 2.28\u00A0million since July 2022',
    ]);
  });

  it('draws every observation, and one of events a value a session', () => {
    const points = (id: string): number => seriesView(id, desk).values?.figure?.data.lines[0].days.length ?? 0;
    expect(points('rut')).toBe(6951);
    const { first, last } = seriesView('fed_upper', desk);
    expect(points('fed_upper')).toBe(calendar.sessions(first, last).length);
  });
});

describe('a desk with odd series', () => {
  const withRows = (rows: readonly [number, number][]): Snapshot => {
    const vix = all.series.get('vix') ?? Array.from(all.series.values())[0];
    const odd = { ...vix, days: Int32Array.from(rows, ([day]) => day), values: Float64Array.from(rows, ([, value]) => value) };
    return { ...all, series: new Map([['vix', odd]]) };
  };

  it('one that never moved has its values and no figure', () => {
    const view = seriesView('vix', {
      ...desk,
      snapshot: withRows([
        [19900, 5],
        [19901, 5],
        [19902, 5],
      ]),
    });
    expect([view.values?.figure, view.values?.last.value, view.moves.rises, view.moves.falls]).toEqual([null, 5, [], []]);
  });

  it('one of a single day too', () => {
    const view = seriesView('vix', { ...desk, snapshot: withRows([[19900, 5]]) });
    expect([view.observations, view.values?.figure]).toEqual([1, null]);
  });

  it('one without a value has no page', () => expect(seriesIds({ ...desk, snapshot: withRows([]) })).toEqual([]));
});

describe('series and named metrics', () => {
  it('all have a page, series first', () => {
    const ids = seriesIds(desk);
    expect(ids).toEqual([...all.series.keys(), 'm7']);
  });

  it('a series goes before a metric of its name, and a metric of series that are not there has no page', () => {
    const names = new Map([
      ['rut', { title: 'Other', shortTitle: 'Other', metric: 'spx' }],
      ['far', { title: 'Far', shortTitle: 'Far', metric: 'nikkei' }],
    ]);
    expect(seriesIds({ ...desk, named: names })).toEqual([...all.series.keys()]);
    expect(seriesView('rut', { ...desk, named: names }).title).toBe('Russell 2000');
  });

  it('a named metric comes from the resources of its series', () => {
    const view = seriesView('m7', desk);
    expect(view.resources.map(({ name }) => name)).toEqual(['magnificent-seven']);
    expect(view.redistribution).toBe('extract');
    expect(view.values && dated(view.values.last)).toEqual(['2024-07-31', expect.closeTo(133.8, 0)]);
  });
});

describe('a private series', () => {
  const asPrivate = (snapshot: Snapshot, name: string): Snapshot => {
    const resources = snapshot.manifest.resources.map((resource) =>
      resource.name === name ? { ...resource, provenance: { ...resource.provenance, redistribution: 'private' as const } } : resource,
    );
    return { ...snapshot, manifest: { ...snapshot.manifest, resources } };
  };

  it.each(['nvda', 'm7'])('%s has no values, no chart and no level among its examples', (id) => {
    const view = seriesView(id, { ...desk, snapshot: asPrivate(all, 'magnificent-seven') });
    expect(view.values).toBe(null);
    expect(view.examples.map(({ expression }) => expression)).toEqual([`return(${id}, 5d)`, `return(${id}, ytd)`, `drawdown(${id})`]);
  });
});

describe('a level', () => {
  it.each([
    [3017.87, 'points', '3,017.87'],
    [95.195, 'points', '95.195'],
    [4.4, 'percent', '4.40%'],
    [-0.25, 'percent', '−0.25%'],
    [222.08, 'USD', '$222.08'],
    [165, 'USD', '$165.00'],
    [891534, 'contracts', '891,534'],
    [133.8412, 'index', '133.8'],
  ] as const)('%d in %s is %s', (value, unit, text) => expect(formatLevel(value, unit)).toBe(text));
});
