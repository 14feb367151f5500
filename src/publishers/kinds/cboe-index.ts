/**
 * Index histories of Cboe. One CSV a symbol with all its days: `DATE,OPEN,HIGH,LOW,CLOSE` or `DATE,<SYMBOL>`,
 * MM/DD/YYYY, six decimals. Old values are restated, so that the whole is fetched every time.
 */
import { z } from 'zod';
import type { Day } from '../../data/day.ts';
import { error, Fault } from '../../finding.ts';
import { columnOf, readCsv } from '../csv-rows.ts';
import { readDate } from '../date-format.ts';
import { base, decimals, firstDay, seriesId } from '../fetch-keys.ts';
import type { Body, PublisherKind } from '../publisher-kind.ts';
import { notADate, numberCell, type Row, tableOfRows } from '../table-of-rows.ts';

const schema = z.strictObject({
  kind: z.literal('cboe-index').describe('Index histories of Cboe: `<url>/<SYMBOL>_History.csv`, the whole history in one file.'),
  firstDay,
  url: base,
  series: z
    .record(seriesId, z.string().regex(/^[A-Z0-9]+$/, "a symbol has capital letters and digits, such as 'SPX'"))
    .describe('A symbol a series: `spx: SPX`.'),
  decimals,
});

type CboeIndex = z.infer<typeof schema>;

const dateFormat = 'MM/DD/YYYY';

export const kind: PublisherKind<CboeIndex> = {
  schema,
  docs: {
    asked: 'the whole history a symbol, every time, because it is restated',
    knows: '`DATE,OPEN,HIGH,LOW,CLOSE` or `DATE,<SYMBOL>`; six decimals',
    options: '`url`, `series` (a symbol each), `decimals`',
  },
  asksFrom: null,

  requests({ fetch }) {
    return [...new Set(Object.values(fetch.series))].map((symbol) => ({
      address: `${fetch.url}/${symbol}_History.csv`,
      form: 'csv',
      key: symbol,
    }));
  },

  parse(bodies, { name, fetch, fields }) {
    const columns = fields.map((field) => field.name);
    const joined = new Map<Day, Row>();
    for (const [column, series] of columns.entries()) {
      const body = bodies.find(({ key }) => key === fetch.series[series]);
      if (!body) throw new Fault(error('table-missing', { path: name }, `there is no file of ${fetch.series[series]}. Fetch it too.`));
      const closes = tableOfRows([series], closesOf(body, fetch.decimals));
      for (const [index, day] of closes.days.entries()) {
        const row = joined.get(day) ?? { day, cells: columns.map(() => ''), place: { path: body.address } };
        row.cells[column] = closes.cells[index][0];
        joined.set(day, row);
      }
    }
    return tableOfRows(columns, [...joined.values()]);
  },
};

function closesOf(body: Body, decimals: number): Row[] {
  const { header, rows } = readCsv(body);
  const dates = columnOf(header, 'DATE', body.address);
  const name = header.includes('CLOSE') ? 'CLOSE' : body.key;
  const close = columnOf(header, name, body.address);
  return rows.map(({ line, cells }) => {
    const place = { path: body.address, line };
    const day = readDate(cells[dates], dateFormat);
    if (day === null) throw notADate(cells[dates], dateFormat, place);
    return { day, cells: [cells[close] === '' ? '' : numberCell(cells[close], name, place, decimals)], place };
  });
}
