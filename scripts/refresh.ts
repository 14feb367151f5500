/** `npm run refresh`: a new snapshot from the publishers or from a folder of tables, and what it changes. */
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../src/data/day.ts';
import type { NewYorkHour } from '../src/publishers/checks/checked-table.ts';
import { type HttpOptions, httpClient } from '../src/publishers/http.ts';
import { reportPath } from '../src/refresh/effects.ts';
import { noProgress, progressOn } from '../src/refresh/progress.ts';
import { type RefreshResult, refresh } from '../src/refresh/refresh.ts';
import { foldersFrom } from '../src/reports/desk.ts';
import { refreshLines } from '../src/reports/refresh-lines.ts';
import { deskCommand, isoDate, printFindings, run } from './command.ts';

const program = deskCommand('refresh', 'Make a new snapshot from the publishers, and tell what it changes.')
  .option('--from <folder>', 'take the tables from this folder: one CSV a resource, named as the resource')
  .option('--fetch', 'with --from: ask the publishers for the tables that the folder does not have')
  .option('--only <names>', 'renew only these resources (a,b) and carry the others over')
  .option('--id <date>', 'id of the new snapshot, YYYY-MM-DD (default: today in New York)', isoDate)
  .option('--until <date>', 'leave out all rows after this day', isoDate)
  .option('--retrieved <date>', 'the day the figures were retrieved (default: today in New York)', isoDate)
  .option('--accept-revisions', 'let revised closes of indices pass, after a look at them')
  .option('--dry-run', 'tell what would change, and change nothing')
  .option('--quiet', 'print nothing but findings');

interface Options {
  from?: string;
  fetch?: boolean;
  only?: string;
  id?: string;
  until?: string;
  retrieved?: string;
  acceptRevisions?: boolean;
  dryRun?: boolean;
  quiet?: boolean;
  json?: boolean;
}

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());

await run(program, async () => {
  const options = program.opts<Options>();
  const { from, fetch = false, only, id, until, retrieved, acceptRevisions = false, dryRun = false, quiet, json } = options;
  try {
    const folders = foldersFrom(program.opts());
    const result = await refresh({
      folders,
      from,
      fetchRest: fetch,
      only: only?.split(',').map((name) => name.trim()),
      id,
      until: until === undefined ? undefined : dayOf(until),
      today: retrievedIn(retrieved),
      acceptRevisions,
      dryRun,
      client: httpClient(JSON.parse(process.env.MTM_HTTP_OPTIONS ?? '{}') as Partial<HttpOptions>),
      progress: quiet || json ? noProgress : progressOn(),
      signal: interrupt.signal,
    });
    const ok = result.findings.every(({ severity }) => severity !== 'error');
    if (!ok) process.exitCode = 1;
    if (json) process.stdout.write(`${JSON.stringify({ ok, ...result })}\n`);
    else tell(result, folders.data, quiet ?? false);
  } catch (thrown) {
    if (!interrupt.signal.aborted) throw thrown;
    console.error('Interrupted. Nothing was changed.');
    process.exitCode = 130;
  }
});

function tell({ outcome, id, report, findings }: RefreshResult, data: string, quiet: boolean): void {
  printFindings(findings);
  if (quiet) return;
  if (outcome === 'nothing-new') {
    console.log(`Nothing is new since the snapshot ${id}.`);
    return;
  }
  console.log(outcome === 'promoted' ? `The snapshot ${id} is in place.` : `The snapshot ${id} would be made; nothing was changed.`);
  if (!report) return;
  for (const line of refreshLines(report)) console.log(line);
  if (outcome === 'promoted') console.log(`The whole report: ${reportPath(data, id)}.md`);
}

/** When the figures were retrieved, in New York: now, or the end of an earlier day that was named. */
function retrievedIn(retrieved?: string): NewYorkHour {
  const now = Temporal.Now.zonedDateTimeISO('America/New_York');
  const today = { day: dayOf(now.toPlainDate().toString()), hour: now.hour };
  return retrieved === undefined || dayOf(retrieved) === today.day ? today : { day: dayOf(retrieved), hour: 23 };
}
