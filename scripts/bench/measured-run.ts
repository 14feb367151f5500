/** A command as a benchmark runs it: how long it takes, and what it and all it starts use of the machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { error, Fault } from '../../src/finding.ts';
import { memoryOf, type ProcessState, processState, processTree, TICKS } from './process-tree.ts';

export interface MeasuredRun {
  /** From the start to the end of the command, on the clock. */
  seconds: number;
  /** Processor time of the command and of all it started, user and system. */
  cpuSeconds: number;
  /** The most memory that all of them held at one moment, in MB of a million bytes. Pages of files that they share are counted once. */
  peakMegabytes: number;
  /** Null where a signal ended it. */
  status: number | null;
  /** What it printed, on both streams. */
  output: string;
}

export interface MeasuredRunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Milliseconds between two looks at its processes. */
  every?: number;
}

/**
 * Runs a command to its end. One at a time: processor time is that of all child processes of this one.
 * @throws Fault on a system other than Linux, which alone has /proc
 * @throws Error where there is no such command
 */
export async function measuredRun(
  command: string,
  args: readonly string[],
  { cwd, env, every = 50 }: MeasuredRunOptions = {},
): Promise<MeasuredRun> {
  if (process.platform !== 'linux')
    throw new Fault(error('system', { path: 'scripts/bench' }, 'memory and processor time are read from /proc. Run this on Linux.'));
  const waitedBefore = waitedTicks();
  const start = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk));
  let seconds = 0;
  child.once('exit', () => {
    seconds = (performance.now() - start) / 1000;
  });
  const watch = watchTree(child.pid);
  const timer = setInterval(watch.look, every);
  try {
    const [status] = (await once(child, 'close')) as [number | null];
    return {
      seconds,
      // Waited for is all but what outlived its parent; of that, the looks tell, to their last.
      cpuSeconds: Math.max(waitedTicks() - waitedBefore, watch.ticks()) / TICKS,
      peakMegabytes: (watch.kilobytes() * 1024) / 1e6,
      status,
      output: Buffer.concat(printed).toString(),
    };
  } finally {
    clearInterval(timer);
  }
}

const waitedTicks = (): number => processState(process.pid)?.waitedTicks ?? 0;

/** Looks at a tree of processes, again and again. One that was once seen in it stays, though its parent may end before it does. */
function watchTree(root: number | undefined): { look(): void; ticks(): number; kilobytes(): number } {
  let known: readonly ProcessState[] = [];
  let [ticks, kilobytes] = [0, 0];
  return {
    look() {
      if (root === undefined) return;
      const states = new Map(processTree(root).map((state) => [state.id, state]));
      for (const { id, started } of known) {
        const state = states.has(id) ? null : processState(id);
        if (state?.started === started) states.set(id, state);
      }
      known = [...states.values()];
      ticks = Math.max(
        ticks,
        known.reduce((sum, state) => sum + state.ticks + state.waitedTicks, 0),
      );
      // What was there between two looks is known of each process alone.
      kilobytes = Math.max(kilobytes, memoryOf(known), ...known.map(({ most }) => most));
    },
    ticks: () => ticks,
    kilobytes: () => kilobytes,
  };
}
