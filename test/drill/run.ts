/** Running `npm run refresh` under a fault, without holding up the test: a server may have to answer it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type Desk } from './desk.ts';

export interface Ended {
  /** null where a signal ended it. */
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** What a drill sets beside the arguments. */
export interface Conditions {
  /** As in fault.ts. */
  fault?: string;
  log?: string;
  /** The time the command believes it is. */
  clock?: string;
  http?: object;
  uid?: number;
}

/** Asked for once, without a pause, with half a minute for an answer. */
const impatient = { interval: 0, retries: 0, timeout: 30_000 };

/** What is compiled once is not compiled again in each of many runs. */
const compiled = join(tmpdir(), 'mtm-drill-compiled');

/** Begins a refresh as of the day of the new snapshot. */
export function begin(desk: Pick<Desk, 'content' | 'data'>, args: readonly string[], conditions: Conditions = {}): Running {
  const { fault, log, clock, http, uid } = conditions;
  const child = spawn(
    process.execPath,
    ['--import', './test/drill/fault.ts', 'scripts/refresh.ts', '--content', desk.content, '--data', desk.data, ...args],
    {
      uid,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: compiled,
        MTM_HTTP_OPTIONS: JSON.stringify({ ...impatient, ...http }),
        DRILL_FAULT: fault ?? '',
        DRILL_LOG: log ?? '',
        DRILL_CLOCK: clock ?? '',
      },
    },
  );
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name]?.setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...texts }));
  });
  return { child, ended };
}

/** A whole refresh as of the day of the new snapshot. */
export function refresh(desk: Pick<Desk, 'content' | 'data'>, args: readonly string[] = [], conditions: Conditions = {}): Promise<Ended> {
  return begin(desk, ['--retrieved', after, ...args], conditions).ended;
}

/** Does something with each item, two at a time, in order. */
export async function twoAtATime<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await act(items[index]);
    }
  };
  await Promise.all([work(), work()]);
  return results;
}
