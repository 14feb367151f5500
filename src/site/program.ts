/**
 * The program that makes pages: what Astro builds of src/pages, without a text of a report in it. It depends on the code and on the desk's
 * settings alone, so it is built once for them and kept.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { error, Fault } from '../finding.ts';
import { fingerprintOf, fingerprintOfFiles, fingerprintOfProgram } from '../memory/fingerprint.ts';
import { settingsPath } from '../settings-file.ts';

/** Under the project, so that the program finds its packages; MTM_PROGRAMS says another place there. */
const programsFolder = (): string => process.env.MTM_PROGRAMS || 'node_modules/.cache/marked-to-market/program';
/** Programs that are kept beside the one in use: of another desk, or of the code before. */
const KEPT = 3;

/** What Astro tells its pages beside their code: what each page links to. */
export interface ProgramManifest {
  /** The file in `server/` that is loaded first. */
  entry: string;
  /** By key: the styles of each page. */
  pages: [string, unknown][];
}

export interface Program {
  /** Of the code and the settings. */
  fingerprint: string;
  /** Holds `server/`, the code; `client/`, files that are part of the site as they are; and `manifest.json`. */
  folder: string;
}

/** The names of what is set for the program by the command that builds: where it goes. */
export const PROGRAM_OUT = 'MTM_PROGRAM_OUT';

/**
 * The program for a desk, built where there is none yet.
 * @param quiet whether Astro says nothing
 * @throws Fault where it can't be built
 */
export function programFor(content: string, environment: NodeJS.ProcessEnv, quiet: boolean): Program {
  const fingerprint = fingerprintOf(
    fingerprintOfProgram(),
    fingerprintOfFiles('astro.config.mjs'),
    fingerprintOfFiles('tsconfig.json'),
    fingerprintOfFiles('public'),
    fingerprintOfFiles(settingsPath(content)),
    environment.SITE ?? '',
    environment.BASE ?? '',
  );
  const folder = resolve(programsFolder(), fingerprint);
  if (!existsSync(folder)) {
    build(folder, environment, quiet);
    forgetOthers(fingerprint);
  }
  return { fingerprint, folder };
}

/** Everything is made beside its place, and renamed. */
function build(folder: string, environment: NodeJS.ProcessEnv, quiet: boolean): void {
  const staging = `${folder}.${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  const client = join(staging, 'client');
  const { status } = spawnSync('astro', ['build', '--force', '--outDir', client, ...(quiet ? ['--silent'] : [])], {
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    env: { ...environment, [PROGRAM_OUT]: staging },
  });
  if (status !== 0 || !existsSync(join(staging, 'manifest.json'))) {
    rmSync(staging, { recursive: true, force: true });
    throw new Fault(error('site', { path: 'astro.config.mjs' }, 'the site could not be built. The reason stands above.'));
  }
  try {
    renameSync(staging, folder);
  } catch (fault) {
    // Another build has made the same.
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw fault;
  }
}

export function readProgramManifest({ folder }: Pick<Program, 'folder'>): ProgramManifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as ProgramManifest;
}

function forgetOthers(own: string): void {
  const others = readdirSync(programsFolder()).filter((name) => name !== own && !name.includes('.'));
  for (const name of others.slice(0, Math.max(0, others.length - KEPT)))
    rmSync(join(programsFolder(), name), { recursive: true, force: true });
}
