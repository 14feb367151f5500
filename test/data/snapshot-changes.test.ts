import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/data/snapshot.ts';
import { snapshotChanges } from '../../src/data/snapshot-changes.ts';
import { revised } from '../support/marks.ts';
import { all, july2024 } from '../support/metrics.ts';

const without = (snapshot: Snapshot, id: string): Snapshot => ({
  ...snapshot,
  series: new Map([...snapshot.series].filter(([name]) => name !== id)),
});

describe('snapshotChanges', () => {
  it('counts new rows a table, with the first and the last', () => {
    const { rows, revised: values, resources, series } = snapshotChanges(july2024, all);
    expect(rows).toHaveLength(all.manifest.resources.length);
    expect(rows[0]).toEqual({
      resource: 'us-equity-indices',
      title: 'US equity indices',
      rows: 527,
      first: '2024-07-17',
      last: '2026-08-21',
    });
    expect([values, resources, series]).toEqual([[], { added: [], gone: [] }, { added: [], gone: [] }]);
  });

  it('tells each old value that is another now, and no new one', () => {
    expect(
      snapshotChanges(july2024, revised(all, { rut: { '2024-07-16': 2263.5, '2024-07-17': 1 }, ust2y: { '2024-07-15': 4.4 } })).revised,
    ).toEqual([
      {
        resource: 'us-equity-indices',
        series: 'rut',
        title: 'Russell 2000',
        publisher: 'Cboe Global Markets',
        unit: 'points',
        date: '2024-07-16',
        was: 2263.67,
        now: 2263.5,
      },
      expect.objectContaining({ series: 'ust2y', date: '2024-07-15', now: 4.4 }),
    ]);
  });

  it('tells a value that is gone and one that was not there', () => {
    const rut = july2024.series.get('rut');
    if (!rut) throw new Error('no rut');
    const shorter = new Map(july2024.series).set('rut', { ...rut, days: rut.days.subarray(0, -1), values: rut.values.subarray(0, -1) });
    const gap = { ...july2024, series: shorter };
    expect(snapshotChanges(july2024, gap).revised).toMatchObject([{ series: 'rut', date: '2024-07-16', was: 2263.67, now: null }]);
    expect(snapshotChanges(gap, july2024).revised).toMatchObject([{ series: 'rut', date: '2024-07-16', was: null, now: 2263.67 }]);
  });

  it('names series that came and went, and does not call them revised', () => {
    expect(snapshotChanges(july2024, without(july2024, 'spx'))).toMatchObject({ revised: [], series: { added: [], gone: ['spx'] } });
    expect(snapshotChanges(without(july2024, 'spx'), july2024)).toMatchObject({ revised: [], series: { added: ['spx'], gone: [] } });
  });

  it('of a snapshot with itself are none', () => {
    expect(snapshotChanges(all, all)).toMatchObject({ rows: [], revised: [] });
  });
});
