/** Small tables for the checks: written by hand on real sessions, or cut from the project's own. */
import { readFileSync } from 'node:fs';
import { readCalendar } from '../../src/data/calendar.ts';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { parseTable, type Table } from '../../src/data/table.ts';
import { formatFinding } from '../../src/finding.ts';
import type { CheckOptions } from '../../src/publishers/checks/checked-table.ts';
import { type ResourceDeclaration, readPublishers } from '../../src/publishers/declaration.ts';
import { validateTable } from '../../src/publishers/validate.ts';

const calendar = readCalendar('data');
const declared = new Map(readPublishers('data').flatMap((publisher) => publisher.resources.map((resource) => [resource.name, resource])));

/** The names of all the project's tables. */
export const resourceNames = [...declared.keys()];

/** A declaration of the project's, changed where the test says so. */
export function resource(name: string, changes: Partial<ResourceDeclaration> = {}): ResourceDeclaration {
  const found = declared.get(name);
  if (!found) throw new Error(`no resource '${name}'`);
  return { ...found, ...changes };
}

/** What the checks find in a text, one line a finding as a person sees it. The file is called x.csv. */
export function findings(of: string | ResourceDeclaration, text: string, options: CheckOptions = {}): string[] {
  const declaration = typeof of === 'string' ? resource(of) : of;
  return validateTable(parse(text), declaration, calendar, 'x.csv', options).map(formatFinding);
}

/** The rules and lines alone, 'unit 3'. */
export function rulesIn(of: string | ResourceDeclaration, text: string, options: CheckOptions = {}): string[] {
  return findings(of, text, options).map((finding) => finding.replace(/^x\.csv(?::(\d+))?(?::\d+)? {2}\w+ ([a-z-]+).*$/, '$2 $1').trim());
}

export function parse(text: string): Table {
  return parseTable(text, 'x.csv');
}

/** A CSV with these rows on the sessions from a day on. */
export function csv(series: string, from: string, rows: readonly (number | string)[]): string {
  const sessions = calendar.sessions(dayOf(from), dayOf(from) + 2 * rows.length + 10);
  return `date,${series}\n${rows.map((cells, row) => `${isoOf(sessions[row])},${cells}\n`).join('')}`;
}

/** The rows of one of the project's tables in the newest snapshot, from one day to another. */
export function stretch(name: string, from: string, to: string): string {
  const [header, ...rows] = projectTable(name);
  return `${[header, ...rows.filter((row) => from <= row.slice(0, 10) && row.slice(0, 10) <= to)].join('\n')}\n`;
}

/** The lines of one of the project's tables in a snapshot, header first. */
export function projectTable(name: string, snapshot = '2026-08-21'): string[] {
  return readFileSync(`data/snapshots/${snapshot}/${name}.csv`, 'utf8').trimEnd().split('\n');
}
