/** The files of a snapshot: tables cut at a day, and the manifest that binds them. Pure: no disk, no clock. */
import { isoOf } from '../data/day.ts';
import { sha256 } from '../data/hash.ts';
import { type Manifest, manifestSchema, type Resource, type ValueField } from '../data/manifest.ts';
import { tableFile } from '../data/resource-table.ts';
import type { Table } from '../data/table.ts';
import type { Publisher, ResourceDeclaration } from './declaration.ts';

export interface SnapshotOptions {
  /** Whose it is: lower-case letters, digits and hyphens. */
  name: string;
  /** Id of the snapshot, an ISO date. */
  id: string;
  /** Day the figures were retrieved, an ISO date. */
  retrievedAt: string;
  /** Day on which a table that is carried over was retrieved; null for one that is new. */
  retrievedBefore: (resource: string) => string | null;
  /** Hash of a resource in the snapshot before, if it has one. */
  previousHash: (resource: string) => string | null;
}

/** File names and contents of a snapshot with these tables (by resource name). Resources without a table are left out. */
export function snapshotFiles(
  publishers: readonly Publisher[],
  tables: ReadonlyMap<string, Table>,
  options: SnapshotOptions,
): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  const resources: Resource[] = [];
  const used: Publisher[] = [];
  for (const publisher of publishers) {
    for (const declaration of publisher.resources) {
      const table = tables.get(declaration.name);
      if (!table) continue;
      const file = tableFile(table, declaration.format);
      const resource = describe(publisher, declaration, table, file, options);
      files.set(resource.path, file);
      resources.push(resource);
      if (!used.includes(publisher)) used.push(publisher);
    }
  }
  const manifest: Manifest = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: options.name,
    version: options.id,
    created: `${options.retrievedAt}T00:00:00Z`,
    licenses: uniqueBy(
      used.map((publisher) => publisher.licence),
      (licence) => licence.path,
    ),
    sources: used.map((publisher) => ({ title: publisher.name, path: publisher.url })),
    resources,
  };
  files.set('datapackage.json', `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`);
  return files;
}

function describe(
  publisher: Publisher,
  declaration: ResourceDeclaration,
  table: Table,
  file: Uint8Array,
  options: SnapshotOptions,
): Resource {
  const { name, title, description, fields, format } = declaration;
  const first = isoOf(table.days[0]);
  const last = isoOf(table.days[table.days.length - 1]);
  return {
    name,
    title,
    description,
    path: `${name}.${format}`,
    type: 'table',
    ...(format === 'csv' ? { format, mediatype: 'text/csv', encoding: 'utf-8' } : { format, mediatype: 'application/vnd.apache.parquet' }),
    bytes: file.byteLength,
    hash: sha256(file),
    schema: {
      fieldsMatch: 'exact',
      missingValues: [''],
      primaryKey: ['date'],
      fields: [{ name: 'date', type: 'date', title: 'Date', constraints: { required: true, unique: true } }, ...fields.map(valueField)],
    },
    provenance: {
      publisher: publisher.id,
      publisherName: publisher.name,
      url: declaration.url,
      retrievedAt: options.retrievedBefore(name) ?? options.retrievedAt,
      lastSession: last,
      attribution: declaration.attribution,
      basis: declaration.basis,
      unit: fields[0].unit,
      timezone: declaration.timezone,
      calendar: declaration.calendar,
      coverage: {
        start: first,
        end: last,
        rows: table.days.length,
        inception: declaration.inception,
        missing: declaration.missing.filter((day) => first < day && day < last),
      },
      previous: options.previousHash(name),
      redistribution: declaration.redistribution,
      termsUrl: declaration.termsUrl,
      notes: declaration.notes,
    },
  };
}

function valueField({ name, type, title, shortTitle, unit, minimum, maximum }: ResourceDeclaration['fields'][number]): ValueField {
  return {
    name,
    type,
    title,
    shortTitle,
    unit,
    constraints: { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) },
  };
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
