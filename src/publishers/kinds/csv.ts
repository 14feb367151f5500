/** Any CSV, as its declaration describes it: a publisher without code. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { error, Fault } from '../../finding.ts';
import { webAddress } from '../../web-address.ts';
import { columnOf, readCsv } from '../csv-rows.ts';
import { isDateFormat, readDate } from '../date-format.ts';
import { isDecimal, times, withDecimals } from '../decimal-text.ts';
import { decimals, firstDay, seriesId } from '../fetch-keys.ts';
import type { Body, Fetched, PublisherKind, PublisherRequest } from '../publisher-kind.ts';
import { notADate, notANumber, type Row, tableOfRows } from '../table-of-rows.ts';

const schema = z
  .strictObject({
    kind: z.literal('csv').describe('Any CSV, at an address or in a folder: the way to add a publisher without code.'),
    firstDay,
    url: webAddress.optional().describe("The file's address. Write this or `folder`."),
    folder: z
      .string()
      .optional()
      .describe("A folder whose `.csv` files are all read, in the order of their names. From the project's top."),
    date: z
      .strictObject({
        column: z.string().describe('Header of the column with the dates.'),
        format: z
          .string()
          .refine(isDateFormat, "write the format with YYYY, MM or M, and DD or D: 'MM/DD/YYYY'")
          .describe('YYYY, MM (or M) and DD (or D), with what stands between them: `DD.MM.YYYY`.'),
      })
      .describe('Where the dates are, and how they are written.'),
    series: z.record(seriesId, z.string()).describe('Header of a column a series: `copper: Settle`.'),
    delimiter: z.enum([',', ';', '\t', '|']).default(',').describe('What stands between the cells of a row.'),
    decimalMark: z.enum(['.', ',']).default('.').describe('What stands before the decimals.'),
    missing: z.array(z.string()).default([]).describe('Texts that stand for a missing value. An empty cell always does.'),
    factor: z
      .number()
      .positive()
      .refine((factor) => isDecimal(String(factor)), 'write the factor as a plain decimal number')
      .default(1)
      .describe('What every value is multiplied by to be in the unit of its series: 0.01 from cents to dollars.'),
    decimals: decimals.optional(),
  })
  .refine(({ url, folder }) => (url === undefined) !== (folder === undefined), "write either 'url' or 'folder'");

type AnyCsv = z.infer<typeof schema>;

export const kind: PublisherKind<AnyCsv> = {
  schema,
  docs: {
    asked: 'the file or every file of a folder, every time',
    knows: 'any delimiter, date format, decimal mark and sign for what is missing',
    options: 'above',
  },
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

function rowsOf(body: Body, { fetch, fields }: Fetched<AnyCsv>): Row[] {
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
