/** Builds of a project of Observable Framework: its packages, its cache, and a build that is measured. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { error, Fault } from '../../src/finding.ts';
import { type MeasuredRun, measuredRun } from './measured-run.ts';

const CACHE = 'src/.observablehq/cache';
/** What Framework asked the network for: the versions of what its own runtime could load. It stays, as installed packages do. */
const FROM_NETWORK = '_npm';

/** Nothing is told to its maker, and its data loaders run on the Node that runs this. */
const environment = {
  ...process.env,
  OBSERVABLE_TELEMETRY_DISABLE: 'true',
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
};

/** @throws Fault where the packages can't be had */
export function install(project: string): void {
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: project, env: environment, encoding: 'utf8' });
  if (status === 0) return;
  const said = stderr?.split('\n').find((line) => line.startsWith('npm error')) ?? 'npm could not be started';
  throw new Fault(
    error(
      'registry',
      { path: 'scripts/bench/framework-project.ts' },
      `Observable Framework could not be installed: ${said}. Run this where npm reaches its registry.`,
    ),
  );
}

/** @throws Error where it does not build */
export async function build(project: string): Promise<MeasuredRun> {
  const program = join(project, 'node_modules/@observablehq/framework/dist/bin/observable.js');
  const run = await measuredRun(process.execPath, [program, 'build'], { cwd: project, env: environment });
  if (run.status !== 0) throw new Error(`Framework did not build:\n${run.output.slice(-2000)}`);
  return run;
}

/** As after a checkout and an installation. */
export function clearCache(project: string): void {
  rmSync(join(project, 'dist'), { recursive: true, force: true });
  for (const name of readdirSync(join(project, CACHE))) if (name !== FROM_NETWORK) rmSync(join(project, CACHE, name), { recursive: true });
}

/** Framework keeps what a data loader gave, and doesn't know which files the loader read: who changes these removes it. */
export function clearLoaded(project: string): void {
  rmSync(join(project, CACHE, 'data'), { recursive: true });
}
