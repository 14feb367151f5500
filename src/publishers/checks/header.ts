/** Whether a table has the columns that were declared, and rows. */
import type { Table } from '../../data/table.ts';
import type { Finding } from '../../finding.ts';
import type { ResourceDeclaration } from '../declaration.ts';
import { found, type Rule } from './rule.ts';

const header: Rule = {
  name: 'header',
  severity: 'error',
  trips: 'The columns are not `date` and the declared series, in their order.',
  threshold: '',
  remedy: 'Order and name the columns as in data/publishers, or declare the series there.',
};

const empty: Rule = {
  name: 'empty',
  severity: 'error',
  trips: 'The table has no rows.',
  threshold: '',
  remedy: 'Get the file again.',
};

export const headerRules = [header, empty];

/** Comes before the other checks, which read the columns as declared. */
export function checkHeader(table: Table, resource: ResourceDeclaration, path: string): Finding[] {
  const expected = resource.fields.map((field) => field.name);
  if (table.columns.join() !== expected.join()) {
    return [
      found(
        header,
        { path, line: 1 },
        `the columns are 'date,${table.columns.join()}'. ${resource.name} is declared with 'date,${expected.join()}'. Name and order them so, or change the declaration.`,
      ),
    ];
  }
  if (table.days.length > 0) return [];
  return [found(empty, { path }, 'the table has no rows. It must have one at least. Get the file again.')];
}
