/** The commands of this program on a generated desk, measured, with a memory of their own that knows nothing at first. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Folders } from '../../src/reports/desk.ts';
import { type MeasuredRun, measuredRun } from './measured-run.ts';

export interface DeskCommands {
  /** @throws Error where it fails */
  run(name: string, ...options: string[]): Promise<MeasuredRun>;
  build(): Promise<MeasuredRun>;
  /** Everything that was computed is forgotten, Astro's program included. */
  forget(): void;
  /** The memory itself goes. */
  end(): void;
}

/** @param out where the site goes */
export function deskCommands({ content, data }: Folders, out: string): DeskCommands {
  const cache = join(process.cwd(), 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const memory = mkdtempSync(join(cache, 'bench-'));
  const env = { ...process.env, MTM_MEMORY: memory, MTM_PROGRAMS: join(memory, 'program') };
  const run = async (name: string, ...options: string[]): Promise<MeasuredRun> => {
    const measured = await measuredRun(process.execPath, [`scripts/${name}.ts`, '--content', content, '--data', data, ...options], { env });
    if (measured.status !== 0) throw new Error(`${name} failed:\n${measured.output}`);
    return measured;
  };
  return {
    run,
    build: () => run('build', '--out', out),
    forget() {
      for (const name of readdirSync(memory)) rmSync(join(memory, name), { recursive: true });
    },
    end: () => rmSync(memory, { recursive: true, force: true }),
  };
}
