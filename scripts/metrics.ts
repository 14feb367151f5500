/** `npm run metrics`: recompute the records, list the quotations that were found on the cards of their sources, enter new calls, and print what changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byPlace, type Finding } from '../src/finding.ts';
import { forgetAll } from '../src/memory/shelf.ts';
import { replaceFile } from '../src/replace-file.ts';
import { checkLedger, enterCalls } from '../src/reports/calls-file.ts';
import { refuseUnknown } from '../src/reports/check.ts';
import {
  compileAll,
  compileHome,
  compileMarks,
  type Folders,
  foldersFrom,
  HOME,
  MARKS,
  type OpenDesk,
  openDesk,
  parseRecord,
  readRecordText,
  writeChangedRecord,
  writeRecord,
} from '../src/reports/desk.ts';
import type { VersionedReport } from '../src/reports/history.ts';
import { unlistedQuotations, withQuotations } from '../src/reports/listed-quotations.ts';
import { formatMarks } from '../src/reports/marks-record.ts';
import { changesBetween } from '../src/reports/record-changes.ts';
import { summariesOf } from '../src/reports/report-summary.ts';
import { formatState } from '../src/reports/state.ts';
import { anewOption, deskCommand, finish, run } from './command.ts';

const program = deskCommand(
  'metrics',
  'Recompute the records of all reports, or of those named, list their quotations on the cards of the sources, enter new calls in the ledger, and print what changed.',
)
  .argument('[slugs...]', 'reports (default: all)')
  .addOption(anewOption());

await run(program, () => {
  if (program.opts().anew) forgetAll();
  const folders = foldersFrom(program.opts());
  const opened = openDesk(folders, { remembers: true });
  refuseUnknown(program.args, opened);

  const slugs = program.args.length > 0 ? program.args : undefined;
  const compiled = compileAll(opened, slugs);
  // Cards that list more are read anew.
  const [desk, reports] = listQuotations(opened, compiled) ? afresh(slugs) : [opened, compiled];
  const findings: Finding[] = [...desk.content.findings, ...reports.flatMap((report) => report.findings)];
  for (const report of reports) {
    const { slug, record } = report;
    const before = readRecordText(folders, slug);
    const written = writeRecord(folders, report);
    if (!record || !written || program.opts().json) continue;
    const kept = written.kept === null ? [] : [`version ${record.version}; the one before is kept in ${written.kept}`];
    console.log([`${slug}: record written`, ...kept, ...changesBetween(parseRecord(before), record)].join('\n  '));
  }
  const entered = enterCalls(desk, reports);
  for (const { report, id, text } of program.opts().json ? [] : entered) console.log(`${report}: call entered\n  ${id} '${text}'`);
  findings.push(...checkLedger(desk, reports, slugs === undefined));
  const home = program.args.length === 0 ? compileHome(desk) : null;
  findings.push(...(home?.findings ?? []));
  if (home && home.findings.length === 0) writeTogether(HOME, formatState(home.record), folders);
  // Of what can't be computed nothing can be said of what became of it.
  const marks = findings.some(({ severity }) => severity === 'error') ? null : compileMarks(desk);
  if (marks) writeTogether(MARKS, formatMarks(marks), folders);
  finish(program, byPlace(findings), summariesOf(reports));
});

/** A record that is of no one report. */
function writeTogether(name: string, text: string, folders: Folders): void {
  if (writeChangedRecord(folders, name, text) && !program.opts().json) console.log(`${name}: record written`);
}

/** Writes the hashes of quotations that were found into the cards of their sources; false where all are listed. */
function listQuotations(desk: OpenDesk, reports: readonly VersionedReport[]): boolean {
  const found = unlistedQuotations(reports, desk);
  for (const id of new Set(found.map(({ source }) => source))) {
    const path = join(desk.folders.content, 'sources', `${id}.yaml`);
    const own = found.filter(({ source }) => source === id);
    replaceFile(
      path,
      withQuotations(
        readFileSync(path, 'utf8'),
        own.map(({ hash }) => hash),
      ),
    );
    if (!program.opts().json) console.log([`${path}: quotations listed`, ...own.map(({ text, hash }) => `${hash} '${text}'`)].join('\n  '));
  }
  return found.length > 0;
}

function afresh(slugs: readonly string[] | undefined): [OpenDesk, VersionedReport[]] {
  const desk = openDesk(foldersFrom(program.opts()), { remembers: true });
  return [desk, compileAll(desk, slugs)];
}
