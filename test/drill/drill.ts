/** One command, undisturbed and under each fault: what the fault left, and what the same command makes of that when it is run again. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ran } from '../support/command.ts';
import { after, type Desk, differences, filesIn, inFolder, leftovers, makeDesk, unreadable } from './desk.ts';
import { refresh, refreshHere } from './run.ts';

export interface Outcome {
  status: number | null;
  stderr: string;
  /** Files of the snapshots before that are gone or others. */
  harmed: string[];
  /** What stands among the snapshots and is none. */
  unreadable: string[];
  promoted: boolean;
  left: string[];
  /** The same command once more: its exit status, and the data where they are not those of an undisturbed run. */
  again: { status: number | null; differs: string[] };
}

export interface Call {
  /** 1 is the first. */
  number: number;
  name: string;
  /** Where, in the data folder, without the random part of a name. */
  path: string;
}

export interface Drill {
  ended: Ran;
  /** The calls of an undisturbed run that change the disk. */
  calls: Call[];
  /** The files of the data folder after an undisturbed run. */
  files: Record<string, string>;
  left: string[];
  /** Number of the call that brought the snapshot into place; 0 where none did. */
  promotedAt: number;
  under(fault: string): Promise<Outcome>;
}

/** @param prepare changes the desk before the command is run */
export async function drill(prepare: (desk: Desk) => void, args: (desk: Desk) => string[] = () => []): Promise<Drill> {
  const onDesk = <T>(act: (desk: Desk) => Promise<T>): Promise<T> =>
    inFolder((folder) => {
      const desk = makeDesk(folder);
      prepare(desk);
      return act(desk);
    });
  const undisturbed = await onDesk(async (desk) => {
    const log = join(desk.content, '../calls.txt');
    const start = filesIn(desk.data);
    const ended = await refresh(desk, args(desk), { log });
    return { start, ended, calls: callsOf(readFileSync(log, 'utf8'), desk.data), files: filesIn(desk.data), left: leftovers(desk.data) };
  });
  const { start, files, calls } = undisturbed;
  const promotedAt = calls.find(({ name, path }) => name === 'rename' && path.endsWith(`/snapshots/${after}`))?.number ?? 0;
  const isOld = (path: string): boolean => path.startsWith('snapshots/') && path in start;
  const known = new Map<string, Promise<Outcome['again']>>();
  /** What is left in a staging folder is swept unread: runs that left the same but for it are followed by one. */
  const once = (state: string, act: () => Promise<Outcome['again']>): Promise<Outcome['again']> => {
    const again = known.get(state) ?? act();
    known.set(state, again);
    return again;
  };
  const under = (fault: string): Promise<Outcome> =>
    onDesk(async (desk) => {
      const { status, stderr } = await (isThrown(fault) ? refreshHere : refresh)(desk, args(desk), { fault });
      const struck = filesIn(desk.data);
      const outcome = {
        status,
        stderr,
        harmed: differences(start, struck).filter(isOld),
        unreadable: unreadable(desk.data),
        promoted: existsSync(join(desk.data, 'snapshots', after)),
        left: leftovers(desk.data),
      };
      // Where the fault left everything as it was, the undisturbed run is the next one.
      if (differences(start, struck).length === 0) return { ...outcome, again: { status: undisturbed.ended.status, differs: [] } };
      const again = await once(JSON.stringify(withoutLeftovers(struck)), async () => {
        const { status } = await refreshHere(desk, args(desk));
        return { status, differs: differences(files, filesIn(desk.data)) };
      });
      return { ...outcome, again };
    });
  return { ...undisturbed, promotedAt, under };
}

/** Errors need no process of their own; kills and signals do. */
const isThrown = (fault: string): boolean => /^E[A-Z]+:/.test(fault);

/** Staging folders and the lock by no more than that they are there. */
function withoutLeftovers(files: Record<string, string>): string[][] {
  const told = Object.entries(files).map(([path, hash]) =>
    path.startsWith('.staging-') ? ['.staging'] : path === '.refresh.lock' ? [path] : [path, hash],
  );
  return told.filter(([path], index) => path !== '.staging' || told.findIndex(([other]) => other === path) === index);
}

function callsOf(log: string, data: string): Call[] {
  const lines = log.trimEnd().split('\n');
  return lines.map((line, index) => {
    const [name, path] = line.split(' ');
    return {
      number: index + 1,
      name,
      path: path
        .replace(data, 'data')
        .replace(/\.staging-\w+/, '.staging-…')
        .replace(/\.lock\.\d+/, '.lock.…'),
    };
  });
}
