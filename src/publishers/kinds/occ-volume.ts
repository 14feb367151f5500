/**
 * Contracts cleared by the Options Clearing Corporation, over all US exchanges. One CSV a session and underlying:
 * `quantity,underlying,symbol,actype,porc,exchange,actdate`, with one delimiter more in every row than in the header.
 * Every trade stands twice, once a side, so that sums are halved. Two years are kept.
 */
import { z } from 'zod';
import { addMonths, type Day, dayOf, isoOf } from '../../data/day.ts';
import { error, Fault } from '../../finding.ts';
import { columnOf, readCsv } from '../csv-rows.ts';
import { readDate } from '../date-format.ts';
import { base, firstDay, seriesId, side } from '../fetch-keys.ts';
import type { Body, PublisherKind } from '../publisher-kind.ts';
import { notADate, tableOfRows } from '../table-of-rows.ts';

const schema = z.strictObject({
  kind: z
    .literal('occ-volume')
    .describe('Volume cleared by the OCC: `<url>?reportDate=…&symbol=…`, one session and one underlying a file, two years kept.'),
  firstDay,
  url: base,
  series: z
    .record(
      seriesId,
      z.strictObject({
        underlying: z
          .string()
          .regex(/^[A-Z.]+$/, "an underlying is a symbol such as 'IWM'")
          .describe('A symbol.'),
        side,
      }),
    )
    .describe('An underlying and a side a series: `iwm_calls: { underlying: IWM, side: call }`.'),
  roots: z
    .enum(['standard', 'all'])
    .describe('`standard` leaves out the roots with a digit: adjusted contracts (`IWM1`) and flexible ones (`2IWM`).'),
});

type OccVolume = z.infer<typeof schema>;

const dateFormat = 'MM/DD/YYYY';
const monthsKept = 24;
const sides = { C: 'call', P: 'put' } as const;

export const kind: PublisherKind<OccVolume> = {
  schema,
  docs: {
    asked: 'a session and an underlying a file, those that are missing',
    knows: 'both sides are counted, so sums are halved; adjusted and flexible roots; a trailing comma; two years kept',
    options: '`url`, `series` (`underlying` and `side`), `roots`',
  },
  asksFrom: (missingFrom) => missingFrom,

  requests({ name, fetch }, { from, until, sessions }) {
    const oldest = addMonths(until, -monthsKept);
    if (sessions.length > 0 && from < oldest) {
      throw new Fault(
        error(
          'history-gone',
          { path: name },
          `the days from ${isoOf(from)} are wanted, and the publisher keeps two years: from ${isoOf(oldest)}. Drop in the older days by hand, or declare a later 'firstDay'.`,
        ),
      );
    }
    const underlyings = [...new Set(Object.values(fetch.series).map((series) => series.underlying))];
    return sessions.flatMap((day) =>
      underlyings.map((underlying) => {
        const query = new URLSearchParams({
          reportDate: isoOf(day).replaceAll('-', ''),
          format: 'csv',
          volumeQueryType: 'O',
          symbolType: 'U',
          symbol: underlying,
          reportType: 'D',
          accountType: 'ALL',
          productKind: 'ALL',
          porc: 'BOTH',
        });
        return { address: `${fetch.url}?${query}`, form: 'csv', key: `${isoOf(day)}-${underlying}` };
      }),
    );
  },

  parse(bodies, { fetch, fields }) {
    const columns = fields.map((field) => field.name);
    const days = [...new Set(bodies.map(({ key }) => key.slice(0, 10)))];
    const rows = days.map((iso) => {
      const cells = columns.map((series) => {
        const { underlying, side } = fetch.series[series];
        const body = bodies.find(({ key }) => key === `${iso}-${underlying}`);
        if (!body) throw new Fault(error('table-missing', { path: iso }, `there is no file of ${underlying} for ${iso}. Fetch it too.`));
        return contracts(body, dayOf(iso), underlying, side, fetch.roots);
      });
      return { day: dayOf(iso), cells, place: { path: iso } };
    });
    return tableOfRows(columns, rows);
  },
};

/** Half of what both sides of all trades add up to. */
function contracts(body: Body, day: Day, underlying: string, side: 'call' | 'put', roots: 'standard' | 'all'): string {
  const { header, rows } = readCsv(body, { trailingDelimiter: true });
  const [quantity, owner, root, porc, date] = ['quantity', 'underlying', 'symbol', 'porc', 'actdate'].map((name) =>
    columnOf(header, name, body.address),
  );
  let bothSides = 0;
  for (const { line, cells } of rows) {
    const place = { path: body.address, line };
    const written = readDate(cells[date], dateFormat);
    if (written === null) throw notADate(cells[date], dateFormat, place);
    if (written !== day || cells[owner] !== underlying) {
      throw new Fault(
        error(
          'row',
          place,
          `the row is of ${cells[owner]} on ${isoOf(written)}. ${underlying} on ${isoOf(day)} was asked for. Fetch the file again.`,
        ),
      );
    }
    if (!/^\d+$/.test(cells[quantity])) {
      throw new Fault(error('number', place, `'${cells[quantity]}' in column quantity is not a whole number. Fetch the file again.`));
    }
    if (cells[porc] !== 'C' && cells[porc] !== 'P') {
      throw new Fault(error('side', place, `'${cells[porc]}' in column porc is neither C (calls) nor P (puts). Fetch the file again.`));
    }
    if (sides[cells[porc]] === side && (roots === 'all' || !/\d/.test(cells[root]))) bothSides += Number(cells[quantity]);
  }
  if (rows.length === 0 || bothSides % 2 !== 0) {
    throw new Fault(
      error(
        'sides',
        { path: body.address },
        `${underlying} has ${bothSides} ${side}s over both sides of its trades${rows.length === 0 ? ', and no rows' : ', an odd number: one side is missing'}. Fetch the file again later.`,
      ),
    );
  }
  return String(bothSides / 2);
}
