/** Opening what questions are asked of: a snapshot, and the names that the desk has given. Its settings are in force from here on; reports are not compiled. */
import { join } from 'node:path';
import { calendarOfDesk } from '../data/bond-sessions.ts';
import { readCalendar } from '../data/calendar.ts';
import { listSnapshots, readSnapshot } from '../data/snapshot.ts';
import { error, Fault } from '../finding.ts';
import { putInForce } from '../settings.ts';
import { readSettings } from '../settings-file.ts';
import type { AskDesk } from './ask.ts';
import { readContent } from './content.ts';
import type { Folders } from './folders.ts';

/**
 * @param id of the snapshot; null for the newest
 * @throws Fault where there is none, or it was touched
 */
export function openAskDesk({ content, data }: Folders, id: string | null): AskDesk {
  const wanted = id ?? listSnapshots(data).at(-1);
  if (wanted === undefined)
    throw new Fault(error('snapshot-missing', { path: join(data, 'snapshots') }, `there is no snapshot. Make one with 'npm run refresh'.`));
  const { named, names } = readContent(content);
  const snapshot = readSnapshot(data, wanted);
  putInForce(readSettings(content, [...snapshot.series.keys()]).settings);
  return { snapshot, calendar: calendarOfDesk(readCalendar(data), snapshot), named, names };
}
