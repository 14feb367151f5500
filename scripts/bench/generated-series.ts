/** Series for the benchmarks: walks of a seeded generator, the same ones every time, with the publisher and the tables they come in. */
import { nyseCalendar } from '../../src/data/calendar.ts';
import { dayOf } from '../../src/data/day.ts';
import { type Manifest, manifestSchema, type Resource, type TableFormat } from '../../src/data/manifest.ts';
import type { Table } from '../../src/data/table.ts';
import { type Publisher, publisherSchema } from '../../src/publishers/declaration.ts';
import { snapshotFiles } from '../../src/publishers/snapshot-files.ts';

const SITE = 'https://example.com/';

/** Numbers in [0, 1) of the generator mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Closes with two decimals that drift up a little and move about 1% a day; they stay above 1. */
export function generatedCloses(seed: number, count: number): Float64Array {
  const random = randomOf(seed);
  const closes = new Float64Array(count);
  for (let i = 0, close = 100 + 900 * random(); i < count; i++) {
    close = Math.max(1, close * (1.0002 + 0.035 * (random() - 0.5)));
    closes[i] = Math.round(close * 100) / 100;
  }
  return closes;
}

/** The last sessions of New York up to a day, by its rules. */
export function generatedSessions(count: number, until = '2026-08-21'): Int32Array {
  const last = dayOf(until);
  return Int32Array.from(nyseCalendar([]).sessions(last - Math.ceil(count * 1.46) - 10, last)).slice(-count);
}

/** A publisher of so many tables, with so many series each: `t1` has `t1_s1`, `t1_s2` … */
export function generatedPublisher(tables: number, seriesEach: number, format: TableFormat = 'csv'): Publisher {
  return publisherSchema.parse({
    id: 'generated',
    name: 'Generated',
    url: SITE,
    licence: { name: 'CC0-1.0', title: 'Creative Commons Zero 1.0', path: SITE },
    resources: Array.from({ length: tables }, (_table, t) => ({
      name: `t${t + 1}`,
      title: `Table ${t + 1}`,
      description: 'Walks of a generator.',
      url: SITE,
      attribution: 'Nobody',
      termsUrl: SITE,
      redistribution: 'public',
      basis: 'price',
      timezone: 'America/New_York',
      calendar: 'nyse',
      format,
      fields: Array.from({ length: seriesEach }, (_field, s) => ({
        name: `t${t + 1}_s${s + 1}`,
        title: `Series ${s + 1} of table ${t + 1}`,
        shortTitle: `${t + 1}.${s + 1}`,
        unit: 'USD',
      })),
    })),
  });
}

/** A table of a generated publisher. @param seed another one gives other walks */
export function generatedTable({ fields }: Publisher['resources'][number], days: Int32Array, seed: number): Table {
  const walks = fields.map((_field, k) => generatedCloses(seed * fields.length + k + 1, days.length));
  return {
    columns: fields.map(({ name }) => name),
    days: [...days],
    cells: Array.from(days, (_day, row) => walks.map((walk) => walk[row].toFixed(2))),
  };
}

/** The files of a snapshot of generated tables, by their names. */
export function generatedSnapshot(publisher: Publisher, tables: ReadonlyMap<string, Table>, id: string): Map<string, string | Uint8Array> {
  const options = { name: 'generated', id, retrievedAt: id, retrievedBefore: () => null, previousHash: () => null };
  return snapshotFiles([publisher], tables, options);
}

/** What a manifest says of a generated table. */
export function generatedResource(): Resource {
  const publisher = generatedPublisher(1, 1);
  const [{ name }] = publisher.resources;
  const files = generatedSnapshot(
    publisher,
    new Map([[name, generatedTable(publisher.resources[0], generatedSessions(1), 0)]]),
    '2026-08-21',
  );
  const manifest: Manifest = manifestSchema.parse(JSON.parse(String(files.get('datapackage.json'))));
  return manifest.resources[0];
}
