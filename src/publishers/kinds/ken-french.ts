/**
 * Ken French's data library. A zip with one CSV: lines of text, then tables, each with a header whose first cell is empty
 * and rows that begin with YYYYMMDD, YYYYMM or YYYY, then a footer. Percent; -99.99 and -999 are missing.
 * The whole history is rebuilt every month.
 */
import { z } from 'zod';
import { addMonths, dayOf, isIsoDate, startOf } from '../../data/day.ts';
import { error, Fault } from '../../finding.ts';
import { webAddress } from '../../web-address.ts';
import { type CsvRow, columnOf, readRows, utf8Text } from '../csv-rows.ts';
import { decimals, firstDay, seriesId } from '../fetch-keys.ts';
import type { Fetched, PublisherKind } from '../publisher-kind.ts';
import { notADate, numberCell, type Row, tableOfRows } from '../table-of-rows.ts';
import { csvEntry } from '../zip-entry.ts';

const schema = z.strictObject({
  kind: z
    .literal('ken-french')
    .describe("Ken French's data library: a zip with one CSV that holds a preamble, several tables and a footer. In percent."),
  firstDay,
  url: webAddress.describe('The zip file itself.'),
  series: z.record(seriesId, z.string()).describe('A column a series: `mkt_rf: Mkt-RF`.'),
  frequency: z.enum(['daily', 'monthly']).describe("Which of the file's tables. A month's row is dated on its last day."),
  table: z.string().optional().describe("The line above the table's header, where several tables have that frequency."),
  decimals: decimals.optional(),
});

type KenFrench = z.infer<typeof schema>;

const missing = new Set(['', '-99.99', '-999']);
const digits = { daily: 8, monthly: 6 };

export const kind: PublisherKind<KenFrench> = {
  schema,
  docs: {
    asked: 'the whole file, every time, because it is rebuilt',
    knows: 'a zip; preamble, several tables, footer; percent; -99.99 and -999 are missing; a month is dated on its last day',
    options: '`url`, `series` (a column each), `frequency`, `table`, `decimals`',
  },
  refuse: (fields) =>
    fields.every(({ unit }) => unit === 'percent') ? null : "Ken French's figures are in percent, and so must every field be",
  asksFrom: null,

  requests({ name, fetch }) {
    return [{ address: fetch.url, form: 'zip', key: name }];
  },

  parse(bodies, resource) {
    const rows = bodies.flatMap((body) => {
      const text = utf8Text({ address: body.address, bytes: csvEntry(body) });
      return rowsOf(chosen(tablesIn(readRows(text, body.address), body.address), resource, body.address), resource, body.address);
    });
    return tableOfRows(
      resource.fields.map((field) => field.name),
      rows,
    );
  },
};

interface FrenchTable {
  /** The line above the header, '' where that is the preamble's end or a row. */
  title: string;
  header: CsvRow;
  rows: CsvRow[];
}

/** A table ends at an empty line or at a line without commas. A row that stands elsewhere is a fault, lest it be lost. */
function tablesIn(lines: readonly CsvRow[], path: string): FrenchTable[] {
  const tables: FrenchTable[] = [];
  let open: FrenchTable | null = null;
  for (const [index, { line, cells }] of lines.entries()) {
    const above = lines[index - 1];
    const isRow = /^\d+$/.test(cells[0]);
    if ((cells.length === 1 && !isRow) || above?.line !== line - 1) open = null;
    if (cells[0] === '' && cells.length > 1) {
      open = { title: above?.cells.length === 1 ? above.cells[0] : '', header: lines[index], rows: [] };
      tables.push(open);
    } else if (open) open.rows.push(lines[index]);
    else if (isRow) {
      throw new Fault(error('row', { path, line }, `the row '${cells.join().slice(0, 60)}' has no header above it. Fetch the file again.`));
    }
  }
  return tables;
}

function chosen(tables: readonly FrenchTable[], { fetch }: Fetched<KenFrench>, path: string): FrenchTable {
  const fitting = tables.filter(
    ({ title, rows }) =>
      rows[0]?.cells[0].length === digits[fetch.frequency] && (fetch.table === undefined || title === fetch.table.trim()),
  );
  if (fitting.length === 1) return fitting[0];
  const titles = tables.map(({ title, header }) => `'${title}' in line ${header.line}`).join(', ');
  throw new Fault(
    error(
      'table',
      { path },
      `${fitting.length === 0 ? 'no table is' : 'several tables are'} ${fetch.frequency}${fetch.table === undefined ? '' : ` and called '${fetch.table}'`}. The tables are ${titles || 'none'}. Name one under 'table' of the declaration.`,
    ),
  );
}

function rowsOf({ header, rows }: FrenchTable, { fetch, fields }: Fetched<KenFrench>, path: string): Row[] {
  const columns = fields.map(({ name }) => ({ name: fetch.series[name], index: columnOf(header.cells, fetch.series[name], path) }));
  return rows.map(({ line, cells }) => {
    const place = { path, line };
    if (cells.length !== header.cells.length) {
      throw new Fault(error('row', place, `the row has ${cells.length} cells, the header ${header.cells.length}. Fetch the file again.`));
    }
    const iso = `${cells[0].slice(0, 4)}-${cells[0].slice(4, 6)}-${cells[0].slice(6) || '01'}`;
    if (cells[0].length !== digits[fetch.frequency] || !isIsoDate(iso)) {
      throw notADate(cells[0], fetch.frequency === 'daily' ? 'YYYYMMDD' : 'YYYYMM', place);
    }
    const day = fetch.frequency === 'daily' ? dayOf(iso) : addMonths(startOf('month', dayOf(iso)), 1) - 1;
    const values = columns.map(({ name, index }) =>
      missing.has(cells[index]) ? '' : numberCell(cells[index], name, place, fetch.decimals),
    );
    return { day, cells: values, place };
  });
}
