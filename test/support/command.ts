/** Running a command of the project as a user would, and working on copies of the small desk. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** `node scripts/<name>.ts …` with this environment added. */
export function runCommand(name: string, args: readonly string[] = [], env: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

/** The same while this process goes on, which a server in it needs. */
export async function runCommandBeside(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(process.execPath, [`scripts/${name}.ts`, ...args], { env: { ...process.env, ...env } });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { status, stdout, stderr };
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mtm-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the small desk: its folders, and the options that name them. */
export function copyDesk(): { content: string; data: string; options: string[]; report: string; record: string } {
  const folder = temporaryFolder();
  cpSync('test/cases/desk', folder, { recursive: true });
  const [content, data] = [join(folder, 'content'), join(folder, 'data')];
  const slug = '2024-07-17-a-small-desk';
  return {
    content,
    data,
    options: ['--content', content, '--data', data],
    report: join(content, 'reports', slug, 'index.mdx'),
    record: join(data, 'metrics', `${slug}.json`),
  };
}
