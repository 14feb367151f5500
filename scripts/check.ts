/** `npm run check`: everything a reviewer would want checked, writing nothing. */
import { checkDesk, countStatuses, heldBack } from '../src/reports/check.ts';
import { foldersFrom, untilFrom } from '../src/reports/desk.ts';
import { deskCommand, finish, run, untilOption } from './command.ts';

const program = deskCommand('check', 'Check snapshots, reports, assertions, links and records. Writes nothing.').addOption(untilOption());

await run(program, () => {
  const result = checkDesk(foldersFrom(program.opts()), untilFrom(program.opts()));
  finish(
    program,
    result.findings,
    Object.fromEntries(result.reports.map((report) => [report.slug, countStatuses(report)])),
    heldBack(result),
  );
});
