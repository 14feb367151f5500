/**
 * Loaded before a command (`node --import ./test/drill/fault.ts …`): one fault at the nth call that changes the disk, the first being 1.
 * `DRILL_FAULT` says which: `kill:5` kills the process before the fifth call, `torn:5` in its middle, with half of the text written;
 * `SIGINT:5` is Ctrl-C before it; `ENOSPC:5` is a disk that is full from it on; any other name of an error is thrown by it alone.
 * `DRILL_LOG` names a file that gets a line a call; `DRILL_CLOCK` is a time that the clock is set to.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';

type Call = (...args: unknown[]) => unknown;

const takeRoom = ['mkdir', 'mkdtemp', 'writeFile', 'appendFile', 'open', 'write', 'copyFile', 'cp', 'rename', 'symlink', 'link'];
const takeNone = ['rm', 'rmdir', 'unlink', 'chmod', 'utimes', 'truncate', 'fsync'];
const said: Record<string, string> = { ENOSPC: 'no space left on device', EACCES: 'permission denied', EPERM: 'operation not permitted' };

const [fault, at] = (process.env.DRILL_FAULT ?? 'none:0').split(':');
const log = process.env.DRILL_LOG;
const { appendFileSync, writeFileSync } = fs;
let calls = 0;
/** True within a call: one that it makes itself is not counted. */
let within = false;

/** Counts the call, and does what was asked for. */
function before(name: string, args: unknown[]): void {
  calls += 1;
  if (log) uncounted(() => appendFileSync(log, `${name} ${args[0]}\n`));
  const now = calls === Number(at);
  if (fault === 'kill' && now) process.kill(process.pid, 'SIGKILL');
  if (fault === 'SIGINT' && now) process.kill(process.pid, 'SIGINT');
  if (fault === 'torn' && now) {
    half(name, args);
    process.kill(process.pid, 'SIGKILL');
  }
  if (!/^E[A-Z]+$/.test(fault)) return;
  const full = fault === 'ENOSPC' && calls > Number(at) && takeRoom.includes(name);
  if (!now && !full) return;
  if (fault === 'ENOSPC') half(name, args);
  throw Object.assign(new Error(`${fault}: ${said[fault] ?? 'fault'}, ${name} '${args[0]}'`), {
    code: fault,
    errno: -(constants.errno as Record<string, number>)[fault],
    syscall: name,
    path: args[0],
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

for (const name of [...takeRoom, ...takeNone]) {
  const sync = fs as unknown as Record<string, Call>;
  const original = sync[`${name}Sync`];
  sync[`${name}Sync`] = (...args) => {
    if (within || isHarmless(name, args)) return original(...args);
    before(name, args);
    return uncounted(() => original(...args));
  };
  const promised = fs.promises as unknown as Record<string, Call | undefined>;
  const asynchronous = promised[name];
  if (!asynchronous) continue;
  promised[name] = async (...args) => {
    if (!isHarmless(name, args)) before(name, args);
    return asynchronous(...args);
  };
}
syncBuiltinESMExports();

if (process.env.DRILL_CLOCK) {
  const shift = Date.parse(process.env.DRILL_CLOCK) - Date.now();
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
