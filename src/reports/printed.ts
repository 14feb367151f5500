/** Reports on paper: `data/pdf/<slug>.<edition>.pdf`, not committed. A PDF belongs to a report only while it is of the same edition. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countPages } from '../pdf-document.ts';
import { replaceFile } from '../replace-file.ts';
import type { Folders } from './desk.ts';

export interface Printed {
  pdf: Uint8Array;
  pages: number;
}

export function printedFolder({ data }: Folders): string {
  return join(data, 'pdf');
}

/** Null where this edition of the report has not been printed. */
export function readPrinted(folder: string, slug: string, edition: string): Printed | null {
  const path = join(folder, `${slug}.${edition}.pdf`);
  if (!existsSync(path)) return null;
  const pdf = readFileSync(path);
  return { pdf, pages: countPages(pdf) };
}

/** In one step, and in place of other editions. */
export function writePrinted(folder: string, slug: string, edition: string, pdf: Uint8Array): void {
  replaceFile(join(folder, `${slug}.${edition}.pdf`), pdf);
  removePrinted(folder, (other) => other.slug === slug && other.edition !== edition);
}

/** Removes the PDFs of these editions, and what a command that was killed left of them. */
export function removePrinted(folder: string, isStale: (printed: { slug: string; edition: string }) => boolean): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, slug, edition] = /^(.+)\.([0-9a-f]+)\.pdf(?:\.new)?$/.exec(name) ?? [];
    if (edition !== undefined && isStale({ slug, edition })) rmSync(join(folder, name));
  }
}
