import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/data/hash.ts';
import type { Resource } from '../../src/data/manifest.ts';
import { strictest } from '../../src/data/redistribution.ts';
import type { Snapshot } from '../../src/data/snapshot.ts';
import { type Archive, broughtBy, type Dataset, datasetsOf, isWhole, shownRevisions } from '../../src/reports/datasets.ts';
import { library } from '../../src/reports/library.ts';
import type { Marks } from '../../src/reports/marks.ts';
import { tableRows } from '../../src/reports/table-rows.ts';
import { usesOf } from '../../src/reports/uses.ts';
import { marksOn, revised } from '../support/marks.ts';
import { all, july2024 } from '../support/metrics.ts';
import { parse } from '../support/tables.ts';

const { reports } = library();
const EQUITY = 'us-equity-indices';

/** A snapshot in which the manifest of one resource is another; its hash is always a new one. */
function described(snapshot: Snapshot, name: string, changes: Partial<Resource['provenance']> = {}): Snapshot {
  const resources = snapshot.manifest.resources.map((resource) =>
    resource.name === name
      ? { ...resource, hash: sha256(snapshot.id + name), provenance: { ...resource.provenance, ...changes } }
      : resource,
  );
  return { ...snapshot, manifest: { ...snapshot.manifest, resources } };
}

/** A snapshot without one resource. */
function without(snapshot: Snapshot, name: string): Snapshot {
  return {
    ...snapshot,
    manifest: { ...snapshot.manifest, resources: snapshot.manifest.resources.filter((resource) => resource.name !== name) },
    series: new Map([...snapshot.series].filter(([, { resource }]) => resource.name !== name)),
  };
}

const marks = new Map<Snapshot, Marks>();

/** What pages read of these snapshots, oldest first. */
function archiveOf(...snapshots: Snapshot[]): Archive {
  const snapshot = (id: string): Snapshot => {
    const found = snapshots.find((one) => one.id === id);
    if (!found) throw new Error(`no snapshot ${id}`);
    return found;
  };
  return {
    reports,
    snapshots: snapshots.map(({ id }) => id),
    snapshot,
    newest: snapshots[snapshots.length - 1],
    marksOn(id) {
      const known = marks.get(snapshot(id)) ?? marksOn(snapshot(id));
      marks.set(snapshot(id), known);
      return known;
    },
  };
}

function dataset(name: string, ...snapshots: Snapshot[]): Dataset {
  return datasetIn(archiveOf(...snapshots), name);
}

function datasetIn(archive: Archive, name: string): Dataset {
  const found = datasetsOf(archive).find(({ resource }) => resource.name === name);
  if (!found) throw new Error(`no dataset ${name}`);
  return found;
}

// One close that statements rest on is another, one that none rests on too, and one of a day that is new to every report.
const restated = described(revised(all, { rut: { '2024-07-16': 2250.25, '2001-03-01': 480, '2025-01-02': 2200 } }), EQUITY);

describe('the vintages of a dataset', () => {
  it('are told newest first, with what each added to the one before', () => {
    const { vintages, isCurrent } = dataset(EQUITY, july2024, all);
    expect(vintages.map(({ snapshot, added, revised: values }) => [snapshot.id, added, values.length])).toEqual([
      ['2026-08-21', 527, 0],
      ['2024-07-17', 6424, 0],
    ]);
    expect(isCurrent).toBe(true);
  });

  it('know the reports that are pinned to them', () => {
    const { vintages } = dataset(EQUITY, july2024, all);
    expect(vintages.map(({ pinnedBy }) => pinnedBy.length)).toEqual([2, 2]);
    expect(dataset('volatility', july2024, all).vintages.map(({ pinnedBy }) => pinnedBy.length)).toEqual([0, 0]);
  });

  it('tell each value that is another now, with its day', () => {
    const [latest] = dataset(EQUITY, july2024, all, restated).vintages;
    expect([latest.snapshot.id, latest.added]).toEqual(['2026-08-22', 0]);
    expect(latest.revised.map(({ series, date, was, now }) => [series, date, was, now])).toEqual([
      ['rut', '2001-03-01', 473.3, 480],
      ['rut', '2024-07-16', 2263.67, 2250.25],
      ['rut', '2025-01-02', 2231.67, 2200],
    ]);
  });

  it('tell the claims that rest on revised values, and what became of them', () => {
    const [latest] = dataset(EQUITY, july2024, all, restated).vintages;
    const marks = latest.affected.map(({ claim, mark }) => [claim.assertion.text, mark]);
    // Rests on the close of July 16, and says what it was.
    expect(marks).toContainEqual(['2,263.67, its highest close since January 4, 2022', 'broken-by-revision']);
    // The same day, and still a day up.
    expect(marks).toContainEqual(['gained on all five in a row', 'unchanged']);
    // Another day: no revised value is among its rows.
    expect(marks.map(([text]) => text)).not.toContain('gained 3.6%, its best day since November 14, 2023');
    for (const { claim } of latest.affected) expect(claim.report.record.snapshot.id < '2026-08-22').toBe(true);
  });

  it('are compared with the last one there was, where a snapshot lacks the table', () => {
    const { vintages } = dataset(EQUITY, july2024, without(all, EQUITY), restated);
    expect(vintages.map(({ snapshot, added }) => [snapshot.id, added])).toEqual([
      ['2026-08-22', 527],
      ['2024-07-17', 6424],
    ]);
    expect(vintages[0].revised.map(({ date }) => date)).toEqual(['2001-03-01', '2024-07-16']);
  });

  it('stay where the newest snapshot has the table no more', () => {
    const gone = dataset(EQUITY, july2024, without(all, EQUITY));
    expect([gone.isCurrent, gone.vintages.map(({ snapshot }) => snapshot.id)]).toEqual([false, ['2024-07-17']]);
    const names = datasetsOf(archiveOf(july2024, without(all, EQUITY))).map(({ resource }) => resource.name);
    expect(names.at(-1)).toBe(EQUITY);
  });

  it('are not compared where the hash is the same', () => {
    const [latest] = dataset('volatility', july2024, all, restated).vintages;
    expect([latest.added, latest.revised]).toEqual([0, []]);
  });
});

describe('what may be shown and passed on', () => {
  const as = (redistribution: Resource['provenance']['redistribution'], snapshot = restated): Snapshot =>
    described(snapshot, EQUITY, { redistribution });

  it('of several terms the strictest holds', () => {
    expect(strictest(['public', 'extract'])).toBe('extract');
    expect(strictest(['private', 'public'])).toBe('private');
    expect(strictest(['public'])).toBe('public');
    expect(strictest([])).toBe('private');
  });

  it.each([
    ['public', 'public', true, 3],
    ['public', 'extract', false, 3],
    ['extract', 'public', false, 3],
    ['public', 'private', false, 0],
    ['private', 'public', false, 0],
  ] as const)('before %s, now %s', (before, now, whole, shown) => {
    const table = datasetIn({ ...archiveOf(as(before, all), as(now)), reports: [] }, EQUITY);
    const [latest, older] = table.vintages;
    expect(shownRevisions(latest)).toHaveLength(shown);
    expect(latest.revised).toHaveLength(3);
    // What was public once is not passed on when its terms are stricter today, nor the other way.
    expect(isWhole(table, older)).toBe(whole);
  });

  it('of a restated history of an extract twenty values are shown', () => {
    const days = july2024.series.get('rut')?.days.subarray(0, 30) ?? [];
    const values = Object.fromEntries(Array.from(days, (day) => [new Date(day * 86_400_000).toISOString().slice(0, 10), 1]));
    const history = described(revised(all, { rut: values }), EQUITY);
    const [latest] = datasetIn({ ...archiveOf(all, history), reports: [] }, EQUITY).vintages;
    expect([latest.revised.length, shownRevisions(latest).length]).toEqual([30, 20]);
  });
});

describe('a snapshot as a whole', () => {
  it('brought rows and revisions to its tables', () => {
    expect(
      broughtBy(archiveOf(july2024, all, restated)).map(({ snapshot, resources, rows, inResources, revised: values, pinnedBy }) => [
        snapshot.id,
        resources,
        rows,
        inResources,
        values,
        pinnedBy.length,
      ]),
    ).toEqual([
      ['2026-08-22', 9, 0, 0, 3, 0],
      ['2026-08-21', 9, 2132, 9, 0, 2],
      ['2024-07-17', 9, 15077, 9, 0, 2],
    ]);
  });
});

describe('the uses of series', () => {
  it('are by name in an expression, by rows under one, and through a named metric', () => {
    const texts = (id: string): string[] => usesOf(reports, new Set([id])).claims.map(({ assertion }) => assertion.text);
    expect(texts('tsla')).toContain('lost 8.4%');
    // 'Since then the seven have lost 3.0%' names m7, whose rows are those of seven shares.
    expect(texts('tsla')).toContain('lost 3.0%');
    expect(texts('m7')).toContain('lost 3.0%');
    expect(texts('m7')).not.toContain('lost 8.4%');
    // A call has a metric and no rows yet.
    expect(usesOf(reports, new Set(['iwo'])).claims.map(({ assertion }) => assertion.kind)).toContain('call');
    expect(usesOf(reports, new Set(['vix']))).toEqual({ claims: [], figures: [], metrics: [], reports: [] });
  });

  it('have each metric once a day', () => {
    const { metrics } = usesOf(reports, new Set(['rut']));
    const keys = metrics.map(({ metric, at }) => `${metric} ${at}`);
    expect(keys).toEqual([...new Set(keys)]);
  });
});

describe('the first and last rows of a table', () => {
  const table = (count: number): string =>
    `date,a\n${Array.from({ length: count }, (_unused, k) => `2024-07-${String(k + 1).padStart(2, '0')},${k}.50\n`).join('')}`;

  it('are as written, with the number between', () => {
    expect(tableRows(parse(table(9)), 2)).toEqual({
      columns: ['date', 'a'],
      first: [
        ['2024-07-01', '0.50'],
        ['2024-07-02', '1.50'],
      ],
      between: 5,
      last: [
        ['2024-07-08', '7.50'],
        ['2024-07-09', '8.50'],
      ],
    });
  });

  it('of a short table are all rows', () => {
    expect(tableRows(parse(table(4)), 2)).toMatchObject({ between: 0, last: [] });
    expect(tableRows(parse(table(4)), 2).first).toHaveLength(4);
  });
});
