/** What Linux tells of a process and all it started, at one moment. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface ProcessState {
  id: number;
  /** When it began, in ticks since the machine did: an id is given again, an id and this are not. */
  started: number;
  /** The file of its program. */
  program: string;
  /** Where its stack begins, which is drawn at random as a program begins: the same in a process and in one that was only forked from it. */
  stack: number;
  /** Memory of its own and pages of files, in KB. The latter are there once, however many processes of a program there are. */
  own: number;
  ofFiles: number;
  /** The most memory it ever had, in KB. */
  most: number;
  /** Processor time in ticks: its own, and that of those it started which are over and were waited for. */
  ticks: number;
  waitedTicks: number;
}

/** Ticks in a second of processor time: the same on every Linux that Node runs on. */
export const TICKS = 100;

/** A process and its descendants. Those that end while they are read are left out. */
export function processTree(root: number): ProcessState[] {
  const states: ProcessState[] = [];
  for (const ids = [root]; ids.length > 0; ) {
    const id = ids.pop() as number;
    const state = processState(id);
    if (state) states.push(state);
    ids.push(...childrenOf(id));
  }
  return states;
}

/** Null where there is no such process any more. */
export function processState(id: number): ProcessState | null {
  try {
    // The name stands in parentheses and can hold spaces and parentheses. What follows counts from the third field.
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system, waitedUser, waitedSystem] = fields.slice(11, 15).map(Number);
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const kilobytes = (key: string): number => Number(new RegExp(`^${key}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
    return {
      id,
      started: Number(fields[19]),
      program: fields[0] === 'Z' ? '' : readlinkSync(`/proc/${id}/exe`),
      stack: Number(fields[25]),
      own: kilobytes('RssAnon'),
      ofFiles: kilobytes('RssFile') + kilobytes('RssShmem'),
      most: kilobytes('VmHWM'),
      ticks: user + system,
      waitedTicks: waitedUser + waitedSystem,
    };
  } catch (fault) {
    if (isGone(fault)) return null;
    throw fault;
  }
}

/** Each of its threads has children of its own. */
function childrenOf(id: number): number[] {
  try {
    return readdirSync(`/proc/${id}/task`).flatMap((thread) =>
      readFileSync(`/proc/${id}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch (fault) {
    if (isGone(fault)) return [];
    throw fault;
  }
}

const isGone = (fault: unknown): boolean => ['ENOENT', 'ESRCH'].includes((fault as NodeJS.ErrnoException).code ?? '');

/** Memory of processes together, in KB: what is shared is counted once. */
export function memoryOf(states: readonly ProcessState[]): number {
  const own = new Map<number, number>();
  const ofFiles = new Map<string, number>();
  for (const state of states) {
    own.set(state.stack, Math.max(own.get(state.stack) ?? 0, state.own));
    ofFiles.set(state.program, Math.max(ofFiles.get(state.program) ?? 0, state.ofFiles));
  }
  return [...own.values(), ...ofFiles.values()].reduce((sum, kilobytes) => sum + kilobytes, 0);
}
