/**
 * `npm run build`: check, then the site, built aside and swapped in only when all of it is there and every link inside it leads somewhere.
 * A build that fails leaves the old `dist/` as it was.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { linksOf } from '../src/built-site/links.ts';
import { error, Fault } from '../src/finding.ts';
import { forgetAll } from '../src/memory/shelf.ts';
import { checkDesk, heldBack } from '../src/reports/check.ts';
import { foldersFrom, untilFrom } from '../src/reports/desk.ts';
import { summariesOf } from '../src/reports/report-summary.ts';
import { readBuiltSite } from './built-site.ts';
import { anewOption, deskCommand, finish, run, untilOption } from './command.ts';
import { writeSearchIndex } from './search-index.ts';
import { bringBack, swapIn } from './swap-folder.ts';

const program = deskCommand('build', 'Check everything, then build the site.')
  .option('--out <folder>', 'where the site goes', 'dist')
  .addOption(untilOption())
  .addOption(anewOption());

await run(program, async () => {
  const { json, out, anew, ...options } = program.opts<{
    json?: boolean;
    out: string;
    anew?: boolean;
    until?: string;
    content?: string;
    data?: string;
  }>();
  if (anew) forgetAll();
  const target = resolve(out);
  bringBack(target);
  const folders = foldersFrom(options);
  const until = untilFrom(options);
  const result = checkDesk(folders, until, true);
  const { reports, findings } = result;
  const summaries = summariesOf(reports);
  if (findings.some((finding) => finding.severity === 'error')) return finish(program, findings, summaries);

  // Inside of the project, wherever the site goes: its pages are run from there and find what they import in node_modules above them.
  const staging = join(import.meta.dirname, '../.astro/site');
  rmSync(staging, { recursive: true, force: true });
  // What a test runner sets for itself would reach the pages as import.meta.env: 'PROD' is empty there, and the policy is left out.
  const { NODE_ENV, MODE, PROD, DEV, SSR, BASE_URL, ...environment } = process.env;
  // From nothing: what Astro kept of a build of other folders is of no use.
  const built = spawnSync('astro', ['build', '--force', '--outDir', staging, ...(json ? ['--silent'] : [])], {
    stdio: json ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    env: {
      ...environment,
      NODE_ENV: 'production',
      MTM_CONTENT: resolve(folders.content),
      MTM_DATA: resolve(folders.data),
      MTM_UNTIL: until ?? '',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  if (built.status !== 0 || !existsSync(staging)) {
    rmSync(staging, { recursive: true, force: true });
    throw new Fault(
      error('site', { path: 'astro.config.mjs' }, `the site could not be built; ${out} is as it was. The reason stands above.`),
    );
  }
  const { dead } = linksOf(readBuiltSite(staging));
  if (dead.length > 0) {
    rmSync(staging, { recursive: true, force: true });
    return finish(program, [...findings, ...dead], summaries);
  }
  await writeSearchIndex(staging);
  swapIn(staging, target);
  return finish(program, findings, summaries, heldBack(result));
});
