import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The path of the newest report in a built site: its folder is named after its day. */
export function newestReport(out: string): string {
  const slug = readdirSync(join(out, 'reports'))
    .filter((name) => /^\d{4}-\d{2}-\d{2}-/.test(name))
    .sort()
    .at(-1);
  return `reports/${slug}/`;
}
