/** What came and may not be used: the publishers' answers as they came, the tables read from them, and what is wrong, for a person to look at. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isoOf } from '../data/day.ts';
import { formatTable } from '../data/table.ts';
import { type Finding, formatFinding } from '../finding.ts';
import type { Collected } from './collect.ts';
import { moveInto, newStaging, writeFolder } from './folder.ts';

/** Writes `<data>/quarantine/<id>/` in one step, in place of an earlier one. @returns its path */
export function quarantine(data: string, id: string, { bodies, tables, ways, findings }: Collected): string {
  const files = new Map<string, string | Uint8Array>();
  for (const [name, bytes] of bodies) files.set(`answer.${name}`, bytes);
  for (const [name, table] of tables) if (ways.get(name) === 'fetched') files.set(`${name}.csv`, formatTable(table, isoOf));
  files.set('findings.txt', `${findings.map(formatFinding).join('\n')}\n`);
  files.set('findings.json', `${JSON.stringify(findings as Finding[], null, 2)}\n`);
  const target = join(data, 'quarantine', id);
  const staging = newStaging(data);
  try {
    const folder = join(staging, id);
    writeFolder(folder, files);
    rmSync(target, { recursive: true, force: true });
    moveInto(target, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return target;
}
