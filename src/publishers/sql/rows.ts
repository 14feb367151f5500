/** The rows of an answer, each a day and its values; what is no day or no number is refused with its line. */
import { dayOf, isIsoDate } from '../../data/day.ts';
import { utf8Text } from '../csv-rows.ts';
import { isDecimal, plainDecimal, withDecimals } from '../decimal-text.ts';
import type { Body, Fetched } from '../publisher-kind.ts';
import type { Row } from '../table-of-rows.ts';
import { FIRST_LINE, parseAnswer } from './answer.ts';
import { columnPlaces, type Wanted } from './columns.ts';
import type { SqlFetch } from './fetch-block.ts';
import { type SqlAsked, sqlFault } from './sql-finding.ts';

/** Which columns the table is made of. */
export function wantedOf({ fields, fetch: { date, series, decimals } }: Fetched<SqlFetch>): Wanted {
  return { date, values: fields.map(({ name }) => series[name]), isRounded: decimals !== undefined };
}

/** @throws Fault with the line of the answer */
export function rowsOf(body: Body, resource: Fetched<SqlFetch>): Row[] {
  const { columns, rows } = parseAnswer(utf8Text(body));
  const asked = { resource: resource.name, address: body.address };
  const wanted = wantedOf(resource);
  const places = columnPlaces(columns, wanted, asked);
  const days = new Set<string | null>();
  return rows.map((cells, index) => {
    const line = index + FIRST_LINE;
    const date = cells[places.date];
    if (date === null || !isIsoDate(date)) {
      throw sqlFault(
        'date',
        asked,
        `'${wanted.date}' is ${date ?? 'NULL'}, not a day`,
        'Leave such rows out in the query, or cast to a date.',
        line,
      );
    }
    // A query without its GROUP BY gives thousands of them: the first is told.
    if (days.size === days.add(date).size) {
      throw sqlFault('date', asked, `${date} stands twice among the ${rows.length} rows`, 'Group the rows by day in the query.', line);
    }
    const values = places.values.map((place, series) => valueText(cells[place], wanted.values[series], date, resource, asked, line));
    return { day: dayOf(date), cells: values, place: { path: body.address, line } };
  });
}

function valueText(cell: string | null, column: string, date: string, { fetch }: Fetched<SqlFetch>, asked: SqlAsked, line: number): string {
  if (cell === null) {
    if (fetch.nulls === 'missing') return '';
    const advice = "Give it a value in the query, or declare 'nulls: missing' if it stands for a missing one.";
    throw sqlFault('value', asked, `'${column}' is NULL on ${date}`, advice, line);
  }
  const text = plainDecimal(cell);
  if (!isDecimal(text))
    throw sqlFault('value', asked, `'${column}' is ${cell} on ${date}, not a number`, 'Leave it out in the query.', line);
  return fetch.decimals === undefined ? text : withDecimals(text, fetch.decimals);
}
