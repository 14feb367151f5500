/** Running `npm run refresh` under a fault, without holding up the test: a server may have to answer it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type Ran, runHere } from '../support/command.ts';
import { after, type Desk } from './desk.ts';
import { strike } from './fault.ts';

export interface Running {
  child: ChildProcess;
  /** The status is null where a signal ended it. */
  ended: Promise<Ran>;
}

/** What a drill sets beside the arguments. */
export interface Conditions {
  /** As in fault.ts. */
  fault?: string;
  log?: string;
  /** The file that ends the fault `wait`. */
  go?: string;
  /** The time the command believes it is. */
  clock?: string;
  http?: object;
  uid?: number;
}

/** Asked for once, without a pause, with half a minute for an answer. */
const impatient = { interval: 0, retries: 0, timeout: 30_000 };

/** Begins a refresh as of the day of the new snapshot. */
export function begin(desk: Pick<Desk, 'content' | 'data'>, args: readonly string[], conditions: Conditions = {}): Running {
  const { fault, log, go, clock, http, uid } = conditions;
  const child = spawn(
    process.execPath,
    ['--import', './test/drill/fault.ts', 'scripts/refresh.ts', '--content', desk.content, '--data', desk.data, ...args],
    {
      uid,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        MTM_HTTP_OPTIONS: JSON.stringify({ ...impatient, ...http }),
        DRILL_FAULT: fault ?? '',
        DRILL_LOG: log ?? '',
        DRILL_GO: go ?? '',
        DRILL_CLOCK: clock ?? '',
      },
    },
  );
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name]?.setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...texts }));
  });
  return { child, ended };
}

/**
 * A whole refresh in this process, which has loaded it already: for what no process has to end, nor run as somebody else.
 * @param fault an error of the disk; then no other command may run in this process
 */
export async function refreshHere(
  { content, data }: Pick<Desk, 'content' | 'data'>,
  args: readonly string[] = [],
  { fault, http }: Pick<Conditions, 'fault' | 'http'> = {},
): Promise<Ran> {
  const calm = fault === undefined ? () => {} : strike(fault);
  try {
    return await runHere('refresh', ['--content', content, '--data', data, '--retrieved', after, ...args], {
      MTM_HTTP_OPTIONS: JSON.stringify({ ...impatient, ...http }),
    });
  } finally {
    calm();
  }
}

/** The same in a process of its own. */
export function refresh(desk: Pick<Desk, 'content' | 'data'>, args: readonly string[] = [], conditions: Conditions = {}): Promise<Ran> {
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
