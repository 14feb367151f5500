/**
 * One fault at the nth call that changes the disk, the first being 1: `strike` sets it in this process. Loaded before a command
 * (`node --import ./test/drill/fault.ts …`) it sets the one of `DRILL_FAULT`.
 * `kill:5` kills the process before the fifth call, `torn:5` in its middle, with half of the text written;
 * `SIGINT:5` is Ctrl-C before it; `wait:5` waits before it until there is a file `DRILL_GO`; `ENOSPC:5` is a disk that is full from it on; any other name of an error is thrown by it alone.
 * `DRILL_LOG` names a file that gets a line a call; `DRILL_CLOCK` is a time that the clock is set to.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';

type Call = (...args: unknown[]) => unknown;

const takeRoom = ['mkdir', 'mkdtemp', 'writeFile', 'appendFile', 'open', 'write', 'copyFile', 'cp', 'rename', 'symlink', 'link'];
const takeNone = ['rm', 'rmdir', 'unlink', 'chmod', 'utimes', 'truncate', 'fsync'];
const said: Record<string, string> = { ENOSPC: 'no space left on device', EACCES: 'permission denied', EPERM: 'operation not permitted' };

const { appendFileSync, writeFileSync } = fs;
const { DRILL_FAULT, DRILL_LOG, DRILL_GO, DRILL_CLOCK } = process.env;
let [fault, at] = ['none', 0];
let calls = 0;
/** True within a call: one that it makes itself is not counted. */
let within = false;

/** Counts the call, and does what was asked for. */
function before(name: string, args: unknown[]): void {
  calls += 1;
  if (DRILL_LOG) uncounted(() => appendFileSync(DRILL_LOG, `${name} ${args[0]}\n`));
  const now = calls === at;
  if (fault === 'kill' && now) process.kill(process.pid, 'SIGKILL');
  if (fault === 'wait' && now) while (!fs.existsSync(String(DRILL_GO))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  if (fault === 'SIGINT' && now) process.kill(process.pid, 'SIGINT');
  if (fault === 'torn' && now) {
    half(name, args);
    process.kill(process.pid, 'SIGKILL');
  }
  if (!/^E[A-Z]+$/.test(fault)) return;
  const full = fault === 'ENOSPC' && calls > at && takeRoom.includes(name);
  if (!now && !full) return;
  if (fault === 'ENOSPC') half(name, args);
  throw Object.assign(new Error(`${fault}: ${said[fault] ?? 'fault'}, ${name} '${args[0]}'`), {
    code: fault,
    errno: -(constants.errno as Record<string, number>)[fault],
    syscall: name,
    path: args[0],
    ...(name === 'rename' ? { dest: args[1] } : {}),
  });
}

/** Writes half of what was to be written. */
function half(name: string, [path, content]: unknown[]): void {
  if (name !== 'writeFile') return;
  const bytes = Buffer.from(content as string);
  uncounted(() => writeFileSync(path as string, bytes.subarray(0, bytes.length / 2)));
}

/** Does what counts as no call of its own. */
function uncounted<T>(act: () => T): T {
  within = true;
  try {
    return act();
  } finally {
    within = false;
  }
}

/** True for what changes nothing: opening a file to read it, printing. */
function isHarmless(name: string, [first, flags]: unknown[]): boolean {
  if (name === 'write') return first === 1 || first === 2;
  return name === 'open' && (flags === undefined || flags === 'r' || flags === fs.constants.O_RDONLY);
}

/** Sets a fault. What is given back takes it away. */
export function strike(which: string): () => void {
  const [name, number] = which.split(':');
  [fault, at, calls] = [name, Number(number), 0];
  const sync = fs as unknown as Record<string, Call>;
  const promised = fs.promises as unknown as Record<string, Call>;
  const undo = [...takeRoom, ...takeNone].flatMap((name) => [
    replace(sync, `${name}Sync`, (original, args) => {
      if (within || isHarmless(name, args)) return original(...args);
      before(name, args);
      return uncounted(() => original(...args));
    }),
    replace(promised, name, async (original, args) => {
      if (!isHarmless(name, args)) before(name, args);
      return original(...args);
    }),
  ]);
  syncBuiltinESMExports();
  return () => {
    for (const restore of undo) restore();
    syncBuiltinESMExports();
  };
}

/** Puts something in the place of a function, where there is one. */
function replace(calls: Record<string, Call>, name: string, by: (original: Call, args: unknown[]) => unknown): () => void {
  const original = calls[name];
  if (!original) return () => {};
  calls[name] = (...args) => by(original, args);
  return () => {
    calls[name] = original;
  };
}

if (DRILL_FAULT || DRILL_LOG) strike(DRILL_FAULT || 'none:0');

if (DRILL_CLOCK) {
  const shift = Date.parse(DRILL_CLOCK) - Date.now();
  const { now } = Date;
  globalThis.Date = class extends Date {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now() + shift] : args) as [number]));
    }
    static override now(): number {
      return now() + shift;
    }
  } as DateConstructor;
}
