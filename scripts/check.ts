/** `npm run check`: everything a reviewer would want checked, writing nothing. */
import { forgetAll } from '../src/memory/shelf.ts';
import { checkDesk, checkReports, heldBack } from '../src/reports/check.ts';
import { foldersFrom, untilFrom } from '../src/reports/desk.ts';
import { summariesOf } from '../src/reports/report-summary.ts';
import { anewOption, deskCommand, finish, run, untilOption } from './command.ts';

const program = deskCommand('check', 'Check snapshots, reports, assertions, links and records, or only the reports named. Writes nothing.')
  .argument('[slugs...]', 'reports (default: the whole desk)')
  .addOption(untilOption())
  .addOption(anewOption());

await run(program, () => {
  if (program.opts().anew) forgetAll();
  const [folders, until] = [foldersFrom(program.opts()), untilFrom(program.opts())];
  const result = program.args.length > 0 ? checkReports(folders, program.args, until) : checkDesk(folders, until, true);
  finish(program, result.findings, summariesOf(result.reports), heldBack(result));
});
