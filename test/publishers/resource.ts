import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoOf } from '../../src/data/day.ts';
import { formatTable, type Table } from '../../src/data/table.ts';
import { Fault, formatFinding } from '../../src/finding.ts';
import { type Publisher, publisherSchema, readPublishers } from '../../src/publishers/declaration.ts';
import type { Body, FetchBlock, Fetched, Form, PublisherKind } from '../../src/publishers/publisher-kind.ts';

/** A publisher 'nobody' with one resource 'figures', whose fields are the series of its `fetch`. */
export function publisherOf(fetch: { kind: string; series: object; [option: string]: unknown }, unit = 'points'): Publisher {
  return publisherSchema.parse({
    id: 'nobody',
    name: 'Nobody',
    url: 'https://example.org/',
    licence: { name: 'x', title: 'x', path: 'https://example.org/' },
    resources: [
      {
        name: 'figures',
        title: 'Figures',
        description: 'Figures.',
        url: 'https://example.org/',
        attribution: 'Nobody',
        termsUrl: 'https://example.org/',
        redistribution: 'private',
        basis: 'price',
        timezone: 'UTC',
        calendar: 'nyse',
        fields: Object.keys(fetch.series).map((name) => ({ name, title: name, shortTitle: name, unit })),
        fetch: { firstDay: '1999-01-01', ...fetch },
      },
    ],
  });
}

/** The resource of `publisherOf`, fetched in the way of a kind. */
export function resourceOf<F extends FetchBlock>(
  kind: PublisherKind<F>,
  fetch: { series: object; [option: string]: unknown },
  unit?: string,
): Fetched<F> {
  return publisherOf({ ...fetch, kind: kind.schema.shape.kind.value }, unit).resources[0] as Fetched<F>;
}

/** A resource of the project that is fetched in the way of a kind. */
export function ownResource<F extends FetchBlock>(kind: PublisherKind<F>, name: string): Fetched<F> {
  const found = readPublishers('data')
    .flatMap((publisher) => publisher.resources)
    .find((resource) => resource.name === name && resource.fetch?.kind === kind.schema.shape.kind.value);
  if (!found) throw new Error(name);
  return found as Fetched<F>;
}

/** The bytes of a file under test/cases/publishers. */
export function caseFile(...path: string[]): Buffer {
  return readFileSync(join('test/cases/publishers', ...path));
}

/** An answer, as the client gives it. */
export function bodyOf(key: string, content: string | Uint8Array, form: Form = 'csv'): Body {
  return { address: `${key}.${form}`, form, key, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

/** A table as its CSV. */
export function csvOf(table: Table): string {
  return formatTable(table, isoOf);
}

/** The findings of what must fail, one a line. */
export async function findingsOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return thrown.findings.map(formatFinding).join('\n');
  }
  throw new Error('nothing was found');
}
