/** `npm run check`: everything a reviewer would want checked, writing nothing. */
import { checkDesk, checkReports, heldBack } from '../src/reports/check.ts';
import { foldersFrom, untilFrom } from '../src/reports/desk.ts';
import { summariesOf } from '../src/reports/report-summary.ts';
import { deskCommand, finish, run, untilOption } from './command.ts';

const program = deskCommand('check', 'Check snapshots, reports, assertions, links and records, or only the reports named. Writes nothing.')
  .argument('[slugs...]', 'reports (default: the whole desk)')
  .addOption(untilOption());

await run(program, () => {
  const [folders, until] = [foldersFrom(program.opts()), untilFrom(program.opts())];
  const result = program.args.length > 0 ? checkReports(folders, program.args, until) : checkDesk(folders, until);
  finish(program, result.findings, summariesOf(result.reports), heldBack(result));
});
