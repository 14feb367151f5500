/** `npm run check`: everything a reviewer would want checked, writing nothing. */
import { checkDesk, countStatuses } from '../src/reports/check.ts';
import { foldersFrom } from '../src/reports/desk.ts';
import { deskCommand, finish, run } from './command.ts';

const program = deskCommand('check', 'Check snapshots, reports, assertions, links and records. Writes nothing.');

await run(program, () => {
  const { reports, findings } = checkDesk(foldersFrom(program.opts()));
  finish(program, findings, Object.fromEntries(reports.map((report) => [report.slug, countStatuses(report)])));
});
