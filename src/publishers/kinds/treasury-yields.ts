/**
 * Par yields of the US Treasury. One CSV a year, newest day first, MM/DD/YYYY. The tenors vary by year
 * ("1.5 Month" only since 2025), and a value may be N/A or empty.
 */
import { z } from 'zod';
import { type Day, partsOf, startOf } from '../../data/day.ts';
import { error, Fault } from '../../finding.ts';
import { columnOf, readCsv } from '../csv-rows.ts';
import { readDate } from '../date-format.ts';
import { base, decimals, firstDay, seriesId } from '../fetch-keys.ts';
import type { Body, Fetched, PublisherKind } from '../publisher-kind.ts';
import { notADate, numberCell, type Row, tableOfRows } from '../table-of-rows.ts';

const schema = z.strictObject({
  kind: z
    .literal('treasury-yields')
    .describe('Par yield curve of the US Treasury: `<url>/<year>/all?…`, one year a file, newest day first.'),
  firstDay,
  url: base,
  series: z.record(seriesId, z.string()).describe('A tenor a series, as in the header: `ust10y: 10 Yr`.'),
  decimals,
});

type TreasuryYields = z.infer<typeof schema>;

const dateFormat = 'MM/DD/YYYY';

export const kind: PublisherKind<TreasuryYields> = {
  schema,
  docs: {
    asked: 'a year a file, from the last known year on',
    knows: 'newest first, MM/DD/YYYY; the tenors vary by year; N/A',
    options: '`url`, `series` (a tenor each), `decimals`',
  },
  asksFrom: (missingFrom: Day) => startOf('year', missingFrom),

  requests({ fetch }, { from, until }) {
    const [first, last] = [partsOf(from).year, partsOf(until).year];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
      const year = first + index;
      const query = `type=daily_treasury_yield_curve&field_tdr_date_value=${year}&page&_format=csv`;
      return { address: `${fetch.url}/${year}/all?${query}`, form: 'csv', key: String(year) };
    });
  },

  parse(bodies, resource) {
    const newest = bodies
      .map((body) => body.key)
      .sort()
      .at(-1);
    const rows = bodies.flatMap((body) => rowsOf(body, resource, body.key === newest));
    return tableOfRows(
      resource.fields.map((field) => field.name),
      rows,
    );
  },
};

/** The newest file must have every tenor; an older one may lack it, and then has no value. */
function rowsOf(body: Body, { fetch, fields }: Fetched<TreasuryYields>, newest: boolean): Row[] {
  const { header, rows } = readCsv(body);
  const dates = columnOf(header, 'Date', body.address);
  const columns = fields.map(({ name }) => {
    const tenor = fetch.series[name];
    return { tenor, index: newest || header.includes(tenor) ? columnOf(header, tenor, body.address) : null };
  });
  return rows.map(({ line, cells }) => {
    const place = { path: body.address, line };
    const day = readDate(cells[dates], dateFormat);
    if (day === null) throw notADate(cells[dates], dateFormat, place);
    if (String(partsOf(day).year) !== body.key) {
      throw new Fault(error('year', place, `${cells[dates]} stands in the file of ${body.key}. Look at the address in a browser.`));
    }
    const values = columns.map(({ tenor, index }) => {
      const text = index === null ? '' : cells[index];
      return text === '' || text === 'N/A' ? '' : numberCell(text, tenor, place, fetch.decimals);
    });
    return { day, cells: values, place };
  });
}
