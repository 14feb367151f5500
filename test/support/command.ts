/** Running a command of the project as a user would, and working on copies of the small desk. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { format } from 'node:util';
import { onTestFinished } from 'vitest';
import { putInForce, settings } from '../../src/settings.ts';

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

let runs: Promise<unknown> = Promise.resolve();
let count = 0;

/**
 * The same in this process, which has loaded what the command needs: a tenth of the time. The script itself is run from its first
 * line, one at a time. Not for what concerns a process: signals, its user, its time zone and locale, several at once.
 */
export function runHere(name: string, args: readonly string[] = [], env: Record<string, string> = {}): Promise<Ran> {
  const ran = runs.then(() => runNow(name, args, env));
  runs = ran;
  return ran;
}

async function runNow(name: string, args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const { argv, stdout, stderr } = process;
  const { log, error } = console;
  const before = { settings: settings(), listeners: process.listeners('SIGINT') };
  const writes = [stdout.write, stderr.write];
  const variables = Object.keys(env).map((key) => [key, process.env[key]] as const);
  const said = { stdout: '', stderr: '' };
  const hear = (stream: keyof typeof said) => (part: unknown) => {
    said[stream] += part;
    return true;
  };
  Object.assign(stdout, { write: hear('stdout') });
  Object.assign(stderr, { write: hear('stderr') });
  console.log = (...parts) => stdout.write(`${format(...parts)}\n`);
  console.error = (...parts) => stderr.write(`${format(...parts)}\n`);
  Object.assign(process.env, env);
  const script = join(process.cwd(), 'scripts', `${name}.ts`);
  process.argv = [process.execPath, script, ...args];
  try {
    await import(`${script}?run=${++count}`);
  } catch (defect) {
    // As Node ends a process: with the stack.
    console.error(defect);
    process.exitCode = 1;
  }
  const status = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  process.argv = argv;
  for (const [key, value] of variables) {
    if (value === undefined) delete process.env[key];
    else process.env[key] = value;
  }
  Object.assign(console, { log, error });
  for (const [index, stream] of [stdout, stderr].entries()) Object.assign(stream, { write: writes[index] });
  putInForce(before.settings);
  for (const listener of process.listeners('SIGINT')) if (!before.listeners.includes(listener)) process.off('SIGINT', listener);
  return { status, ...said };
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
