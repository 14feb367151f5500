/**
 * Fetches the first table that a file of a publisher declares, as a refresh does, and prints it with the seconds it took and the most
 * memory this process ever had. A process of its own, so that the memory is that of the fetch: `node one-fetch.ts <file> <until>`.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseCheckedYaml } from '../../src/checked-yaml.ts';
import { readCalendar } from '../../src/data/calendar.ts';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { formatTable, parseTable } from '../../src/data/table.ts';
import { publisherSchema } from '../../src/publishers/declaration.ts';
import { fetchTable } from '../../src/publishers/fetch-table.ts';
import { httpClient } from '../../src/publishers/http.ts';

/** What is printed, as JSON. */
export interface OneFetch {
  table: string;
  seconds: number;
  /** In MB of a million bytes. */
  memory: number;
}

const [file, until, previous] = process.argv.slice(2);
const publisher = parseCheckedYaml(readFileSync(file, 'utf8'), file, publisherSchema).value;
const start = performance.now();
const { table } = await fetchTable(publisher, publisher.resources[0], {
  client: httpClient(),
  calendar: readCalendar('data'),
  until: dayOf(until),
  previous: previous === undefined ? undefined : parseTable(readFileSync(previous, 'utf8'), previous),
});
const seconds = (performance.now() - start) / 1000;
const told: OneFetch = { table: formatTable(table, isoOf), seconds, memory: (process.resourceUsage().maxRSS * 1024) / 1e6 };
process.stdout.write(JSON.stringify(told));
