/** Any CSV, as its declaration describes it: a publisher without code. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { error, Fault } from '../finding.ts';
import { columnOf, readCsv } from './csv-rows.ts';
import { readDate } from './date-format.ts';
import { isDecimal, times, withDecimals } from './decimal-text.ts';
import type { Body, Fetched, PublisherKind, PublisherRequest } from './publisher-kind.ts';
import { notADate, notANumber, type Row, tableOfRows } from './table-of-rows.ts';

export const csv: PublisherKind<'csv'> = {
  asksFrom: null,

  requests({ name, fetch }): PublisherRequest[] {
    if (fetch.folder === undefined) return [{ address: fetch.url ?? '', form: 'csv', key: name }];
    const { folder } = fetch;
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.csv')) : [];
    if (files.length === 0) {
      throw new Fault(
        error(
          'folder',
          { path: folder },
          `there is no CSV for ${name} in this folder. Put one there, or change 'folder' in its declaration.`,
        ),
      );
    }
    return files.sort().map((file) => ({ address: join(folder, file), form: 'csv', key: file.replace(/\.csv$/, '') }));
  },

  parse(bodies, resource) {
    return tableOfRows(
      resource.fields.map((field) => field.name),
      bodies.flatMap((body) => rowsOf(body, resource)),
    );
  },
};

function rowsOf(body: Body, { fetch, fields }: Fetched<'csv'>): Row[] {
  const { header, rows } = readCsv(body, { delimiter: fetch.delimiter });
  const dates = columnOf(header, fetch.date.column, body.address);
  const columns = fields.map(({ name }) => ({ name: fetch.series[name], index: columnOf(header, fetch.series[name], body.address) }));
  return rows.map(({ line, cells }) => {
    const place = { path: body.address, line };
    const day = readDate(cells[dates], fetch.date.format);
    if (day === null) throw notADate(cells[dates], fetch.date.format, place);
    const values = columns.map(({ name, index }) => {
      const text = cells[index];
      if (text === '' || fetch.missing.includes(text)) return '';
      const value = fetch.decimalMark === ',' ? swapMarks(text) : text;
      if (!isDecimal(value))
        throw notANumber(text, name, place, "If it stands for a missing value, list it under 'missing' of the declaration.");
      const scaled = fetch.factor === 1 ? value : times(value, String(fetch.factor));
      return fetch.decimals === undefined ? scaled : withDecimals(scaled, fetch.decimals);
    });
    return { day, cells: values, place };
  });
}

/** '1,5' is '1.5' and '1.500,2' is '1,500.2', which is no number. */
function swapMarks(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
}
