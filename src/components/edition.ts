/** The edition of a report: the first digits of a hash of all that its page says, and of its address. */
import { site } from 'astro:config/client';
import { sha256 } from '../data/hash.ts';
import { library, type Report } from '../reports/library.ts';
import type { Printed } from '../reports/printed.ts';
import { formatRecord } from '../reports/record.ts';
import { reportAddress } from './addresses.ts';

/** The record has the hashes of the text and of the snapshot, the marks what became of it since; who is named in it, and from where, stands on cards of their own. */
export function editionOf({ slug, record, marks }: Report): string {
  const { people, sources } = library();
  const cards = record.assertions.flatMap((assertion) =>
    assertion.kind === 'fact' ? [] : [people.get(assertion.by), sources.get(assertion.source)],
  );
  return sha256(JSON.stringify([formatRecord(record), marks, cards, site, reportAddress(slug)])).slice(
    'sha256:'.length,
    'sha256:'.length + 8,
  );
}

/** The report as `npm run pdf` printed it; null where it was not, or where its page has changed since. */
export function printedOf(report: Report): Printed | null {
  return library().printed(report.slug, editionOf(report));
}
