/** What a table must satisfy before it may enter a snapshot: all the checks, in two steps. The rules are listed in docs/checks.md. */
import type { Calendar } from '../data/calendar.ts';
import type { Table } from '../data/table.ts';
import type { Finding } from '../finding.ts';
import { type CheckOptions, checkedTable } from './checks/checked-table.ts';
import { checkHeader } from './checks/header.ts';
import { checksOfRows, checksOfTables } from './checks/index.ts';
import type { ResourceDeclaration } from './declaration.ts';

/**
 * All faults of one table. A table whose header is wrong is not read on, and one whose rows have faults is not
 * compared with anything: what would follow from them is not told as well.
 * @param path names the file in findings; rows are counted from the header, line 1
 * @param options the same table in the snapshot before, the day and hour in New York, whether revisions are accepted
 * @returns errors, which keep the table out, and warnings, which are to be shown
 */
export function validateTable(
  table: Table,
  resource: ResourceDeclaration,
  calendar: Calendar,
  path: string,
  options: CheckOptions = {},
): Finding[] {
  const header = checkHeader(table, resource, path);
  if (header.length > 0) return header;
  const checked = checkedTable(table, resource, calendar, path, options);
  const ofRows = checksOfRows.flatMap((check) => check.findings(checked));
  return ofRows.length > 0 ? ofRows : checksOfTables.flatMap((check) => check.findings(checked));
}
