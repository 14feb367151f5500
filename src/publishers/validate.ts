/** What a table must satisfy before it may enter a snapshot. Each rule has a name; a finding names file, row and value. */
import type { Calendar } from '../data/calendar.ts';
import { dayOf, isoOf, weekdayOf } from '../data/day.ts';
import type { Table } from '../data/table.ts';
import { error, type Finding } from '../finding.ts';
import type { ResourceDeclaration } from './declaration.ts';

/** All faults of one table. `path` names the file in findings; rows are counted from the header, line 1. */
export function validateTable(table: Table, resource: ResourceDeclaration, calendar: Calendar, path: string): Finding[] {
  const header = checkHeader(table, resource, path);
  if (header.length > 0) return header;
  return [...checkOrder(table, path), ...checkSessions(table, resource, calendar, path), ...checkValues(table, resource, path)];
}

function checkHeader(table: Table, resource: ResourceDeclaration, path: string): Finding[] {
  const expected = resource.fields.map((field) => field.name);
  if (table.columns.join() !== expected.join()) {
    return [
      error(
        'header',
        { path, line: 1 },
        `the columns are 'date,${table.columns.join()}'. ${resource.name} is declared with 'date,${expected.join()}'.`,
      ),
    ];
  }
  return table.days.length === 0 ? [error('empty', { path }, 'the table has no rows.')] : [];
}

function checkOrder(table: Table, path: string): Finding[] {
  const findings: Finding[] = [];
  for (let row = 1; row < table.days.length; row++) {
    const [before, day] = [table.days[row - 1], table.days[row]];
    const place = { path, line: row + 2, column: 1 };
    if (day === before) findings.push(error('duplicate-date', place, `${isoOf(day)} stands twice. Keep one row a day.`));
    else if (day < before)
      findings.push(error('unordered-date', place, `${isoOf(day)} comes after ${isoOf(before)}. Rows must ascend in time.`));
  }
  return findings;
}

function checkSessions(table: Table, resource: ResourceDeclaration, calendar: Calendar, path: string): Finding[] {
  if (resource.calendar === 'events') return [];
  const findings: Finding[] = [];
  for (const [row, day] of table.days.entries()) {
    const place = { path, line: row + 2, column: 1 };
    if (weekdayOf(day) > 5) findings.push(error('weekend', place, `${isoOf(day)} is a weekend day.`));
    else if (resource.calendar === 'nyse' && !calendar.isSession(day))
      findings.push(error('closed-day', place, `the New York Stock Exchange was closed on ${isoOf(day)}.`));
  }
  if (resource.calendar !== 'nyse') return findings;
  const present = new Set([...table.days, ...resource.missing.map(dayOf)]);
  for (const session of calendar.sessions(table.days[0], table.days[table.days.length - 1])) {
    if (!present.has(session)) {
      findings.push(
        error(
          'missing-session',
          { path },
          `there is no row for ${isoOf(session)}, a session of the New York Stock Exchange. Add it, or list the day under 'missing' of ${resource.name}.`,
        ),
      );
    }
  }
  return findings;
}

function checkValues(table: Table, resource: ResourceDeclaration, path: string): Finding[] {
  const findings: Finding[] = [];
  for (const [row, cells] of table.cells.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell === '') continue;
      const { name, minimum, maximum, unit } = resource.fields[column];
      const value = Number(cell);
      const place = { path, line: row + 2 };
      if (minimum !== undefined && (value < minimum || (value === 0 && unit !== 'percent' && unit !== 'contracts'))) {
        findings.push(
          error(
            'range',
            place,
            `${name} is ${cell} on ${isoOf(table.days[row])}. It can't be ${value === 0 ? 'zero' : `under ${minimum}`}.`,
          ),
        );
      }
      if (maximum !== undefined && value > maximum)
        findings.push(error('range', place, `${name} is ${cell} on ${isoOf(table.days[row])}. It can't be over ${maximum}.`));
    }
  }
  return findings;
}
