/** `npm run metrics`: recompute the records and print what changed. */
import { byPlace, type Finding } from '../src/finding.ts';
import { refuseUnknown } from '../src/reports/check.ts';
import { compileAll, compileHome, foldersFrom, HOME, openDesk, parseRecord, readRecordText, writeRecordText } from '../src/reports/desk.ts';
import { formatRecord } from '../src/reports/record.ts';
import { changesBetween } from '../src/reports/record-changes.ts';
import { summariesOf } from '../src/reports/report-summary.ts';
import { formatState } from '../src/reports/state.ts';
import { deskCommand, finish, run } from './command.ts';

const program = deskCommand('metrics', 'Recompute the records of all reports, or of those named, and print what changed.').argument(
  '[slugs...]',
  'reports (default: all)',
);

await run(program, () => {
  const folders = foldersFrom(program.opts());
  const desk = openDesk(folders);
  refuseUnknown(program.args, desk);

  const reports = compileAll(desk, program.args.length > 0 ? program.args : undefined);
  const findings: Finding[] = [...desk.content.findings, ...reports.flatMap((report) => report.findings)];
  for (const { slug, record } of reports) {
    const before = readRecordText(folders, slug);
    if (!record || formatRecord(record) === before) continue;
    writeRecordText(folders, slug, formatRecord(record));
    if (!program.opts().json) console.log([`${slug}: record written`, ...changesBetween(parseRecord(before), record)].join('\n  '));
  }
  const home = program.args.length === 0 ? compileHome(desk) : null;
  findings.push(...(home?.findings ?? []));
  if (home && home.findings.length === 0 && formatState(home.record) !== readRecordText(folders, HOME)) {
    writeRecordText(folders, HOME, formatState(home.record));
    if (!program.opts().json) console.log(`${HOME}: record written`);
  }
  finish(program, byPlace(findings), summariesOf(reports));
});
