/** The project's own desk, and its snapshots with single values changed. */
import { dayOf, isoOf } from '../../src/data/day.ts';
import { sha256 } from '../../src/data/hash.ts';
import { indexOnOrBefore, type Series, seriesUntil } from '../../src/data/series.ts';
import type { Snapshot } from '../../src/data/snapshot.ts';
import type { Desk } from '../../src/reports/compile.ts';
import { compileReport } from '../../src/reports/compile.ts';
import { openDesk, publishedReports } from '../../src/reports/desk.ts';
import { type AssertionMarks, type Marks, markReports, type Published } from '../../src/reports/marks.ts';
import { all, july2024 } from './metrics.ts';

const open = openDesk({ content: 'content', data: 'data' });

/** The desk with the two snapshots that the tests have read already. */
export const desk: Desk = { ...open, snapshot: (id) => (id === all.id ? all : july2024) };

/** The two reports of July 2024. */
export const published: readonly Published[] = publishedReports(open).filter(({ file }) => file.slug.startsWith('2024-07-'));

/** The marks of the two reports of July 2024 on a snapshot. */
export const marksOn = (snapshot: Snapshot): Marks => markReports(desk, published, snapshot);

/** A snapshot with other values on some days, and an id of its own. */
export function revised(
  snapshot: Snapshot,
  values: Readonly<Record<string, Readonly<Record<string, number>>>>,
  id = '2026-08-22',
): Snapshot {
  const change = (series: Series): Series => {
    const changes = Object.entries(values[series.id] ?? {});
    if (changes.length === 0) return series;
    const copy = series.values.slice();
    for (const [date, value] of changes) copy[indexOnOrBefore(series.days, dayOf(date))] = value;
    return { ...series, values: copy };
  };
  return withSeries(snapshot, id, change);
}

/** A snapshot that ends on a day, as its manifest says too. */
export function until(snapshot: Snapshot, date: string, id = snapshot.id): Snapshot {
  const cut = withSeries(snapshot, id, (series) => seriesUntil(series, dayOf(date)));
  const resources = cut.manifest.resources.map((resource) => {
    const days = [...cut.series.values()].filter((one) => one.resource.name === resource.name).map(({ days }) => days.at(-1) ?? 0);
    return { ...resource, provenance: { ...resource.provenance, lastSession: isoOf(Math.max(...days)) } };
  });
  return { ...cut, manifest: { ...cut.manifest, resources } };
}

function withSeries(snapshot: Snapshot, id: string, change: (series: Series) => Series): Snapshot {
  const series = new Map([...snapshot.series].map(([name, one]) => [name, change(one)]));
  return { ...snapshot, id, hash: sha256(id), series };
}

/** A report of the day after, written in a test, with its record. */
export function written(body: string): Published {
  const text = `---\ntitle: A\ndescription: B\npublished: 2024-07-17\nasOf: 2024-07-16\nsnapshot: 2024-07-17\nauthors: [The desk]\ntopics: [Tests]\n---\n${body}\n`;
  const file = { slug: '2024-07-17-a', path: 'content/reports/2024-07-17-a/index.mdx', text };
  const { record, findings } = compileReport(file, desk);
  if (!record) throw new Error(findings.map(({ message }) => message).join('\n'));
  return { file, record };
}

/** The marks of the assertions in a body, on a snapshot. */
export function marked(body: string, snapshot: Snapshot): AssertionMarks[] {
  return markReports(desk, [written(body)], snapshot).reports.flatMap(({ assertions }) => assertions);
}
