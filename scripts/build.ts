/**
 * `npm run build`: check, then the site, built aside and put in place only when all of it is there and every link inside it leads somewhere.
 * A build that fails leaves the old `dist/` as it was. What is not as it was is built again, and nothing else.
 */
import { resolve } from 'node:path';
import { fingerprintOf, fingerprintOfFiles, fingerprintOfProgram } from '../src/memory/fingerprint.ts';
import { forgetAll } from '../src/memory/shelf.ts';
import { checkDesk, heldBack } from '../src/reports/check.ts';
import { type Folders, foldersFrom, untilFrom } from '../src/reports/desk.ts';
import { trimDrawings } from '../src/reports/drawing-shelf.ts';
import { summariesOf } from '../src/reports/report-summary.ts';
import { buildSite } from '../src/site/build-site.ts';
import { endInterrupted } from '../src/site/put-in-place.ts';
import { readSiteMemory } from '../src/site/site-memory.ts';
import { anewOption, deskCommand, finish, run, untilOption } from './command.ts';
import { writeSearchIndex } from './search-index.ts';

const program = deskCommand('build', 'Check everything, then build the site.')
  .option('--out <folder>', 'where the site goes', 'dist')
  .addOption(untilOption())
  .addOption(anewOption());

interface Options {
  json?: boolean;
  out: string;
  anew?: boolean;
  until?: string;
  content?: string;
  data?: string;
}

await run(program, async () => {
  const { json = false, out, anew, ...options } = program.opts<Options>();
  const target = resolve(out);
  if (anew) forgetAll();
  endInterrupted(target);
  const folders = foldersFrom(options);
  const until = untilFrom(options);
  const environment = environmentOf(folders, until);
  const inputs = inputsOf(folders, environment);
  const before = readSiteMemory(target);
  if (before?.inputs === inputs) {
    const { findings, summaries, held } = before.told;
    return finish(program, findings, summaries, held);
  }
  const result = checkDesk(folders, until, true);
  const { reports, findings } = result;
  const [summaries, held] = [summariesOf(reports), heldBack(result)];
  if (findings.some((finding) => finding.severity === 'error')) return finish(program, findings, summaries);

  const of = { inputs, told: { findings, summaries, held } };
  const { dead, made, all } = await buildSite({ folders, target, environment, quiet: json, of, index: writeSearchIndex });
  if (dead.length > 0) return finish(program, [...findings, ...dead], summaries);
  trimDrawings();
  if (!json) console.log(`${out}: ${made} of ${all} files made`);
  finish(program, findings, summaries, held);
});

/** What the pages are made in. */
function environmentOf({ content, data }: Folders, until: string | null): NodeJS.ProcessEnv {
  // What a test runner sets for itself would reach the pages as import.meta.env: 'PROD' is empty there, and the policy is left out.
  const { NODE_ENV, MODE, PROD, DEV, SSR, BASE_URL, ...environment } = process.env;
  return {
    ...environment,
    NODE_ENV: 'production',
    MTM_CONTENT: content,
    MTM_DATA: data,
    MTM_UNTIL: until ?? '',
    MTM_PROGRAM: fingerprintOfProgram(),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/** Of everything that a site is built of, and the check looks at. */
function inputsOf({ content, data }: Folders, { SITE = '', BASE = '', MTM_UNTIL = '' }: NodeJS.ProcessEnv): string {
  return fingerprintOf(
    fingerprintOfProgram(),
    fingerprintOfFiles('astro.config.mjs'),
    fingerprintOfFiles('public'),
    content,
    data,
    fingerprintOfFiles(content),
    fingerprintOfFiles(data),
    SITE,
    BASE,
    MTM_UNTIL,
  );
}
