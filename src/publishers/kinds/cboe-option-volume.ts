/**
 * Contracts traded on Cboe's option exchanges. One JSON a session since 2019-10-07, a section a product class, each with
 * a row VOLUME of calls, puts and their total. The file does not say its day: the address does. Days without a file, today's
 * for some hours among them, answer 403.
 */
import { z } from 'zod';
import { dayOf, isoOf } from '../../data/day.ts';
import { error, Fault } from '../../finding.ts';
import { utf8Text } from '../csv-rows.ts';
import { base, firstDay, seriesId, side } from '../fetch-keys.ts';
import type { Body, PublisherKind } from '../publisher-kind.ts';
import { tableOfRows } from '../table-of-rows.ts';

const schema = z.strictObject({
  kind: z
    .literal('cboe-option-volume')
    .describe("Volume on Cboe's option exchanges: `<url>/<YYYY-MM-DD>_daily_options`, JSON, one session a file."),
  firstDay,
  url: base,
  series: z
    .record(seriesId, z.strictObject({ section: z.string().describe('A heading of the file.'), side }))
    .describe('A section of the file and a side a series: `etp_puts: { section: EXCHANGE TRADED PRODUCTS, side: put }`.'),
});

type CboeOptionVolume = z.infer<typeof schema>;

const contracts = z.int().nonnegative();
const volumeRow = z.object({ name: z.literal('VOLUME'), call: contracts, put: contracts, total: contracts });

export const kind: PublisherKind<CboeOptionVolume> = {
  schema,
  docs: {
    asked: 'a session a file, those that are missing',
    knows:
      'the day stands in the address only; calls and puts must add up to the total; the last file may not be out yet, and the table then ends a session earlier',
    options: '`url`, `series` (`section` and `side`)',
  },
  asksFrom: (missingFrom) => missingFrom,

  requests({ fetch }, { sessions }) {
    return sessions.map((session) => {
      const day = isoOf(session);
      return { address: `${fetch.url}/${day}_daily_options`, form: 'json', key: day, mayBeLate: session === sessions.at(-1) };
    });
  },

  parse(bodies, { fetch, fields }) {
    const columns = fields.map((field) => field.name);
    const rows = bodies.map((body) => {
      const file = jsonObject(body);
      const cells = columns.map((series) => {
        const { section, side } = fetch.series[series];
        return String(volumeOf(file, section, body.address)[side]);
      });
      return { day: dayOf(body.key), cells, place: { path: body.address } };
    });
    return tableOfRows(columns, rows);
  },
};

function jsonObject(body: Body): Record<string, unknown> {
  const text = utf8Text(body);
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new Fault(
      error(
        'json',
        { path: body.address },
        `this is not a JSON object: '${text.slice(0, 60)}'. Fetch the file again; it may have been cut off.`,
      ),
    );
  }
}

function volumeOf(file: Record<string, unknown>, section: string, path: string): z.infer<typeof volumeRow> {
  const rows = file[section];
  if (!Array.isArray(rows)) {
    throw new Fault(
      error(
        'section',
        { path },
        `there is no section '${section}'. The sections are ${Object.keys(file).join(', ')}. If the publisher renamed it, change it in its declaration.`,
      ),
    );
  }
  const written: unknown = rows.find((row) => z.object({ name: z.literal('VOLUME') }).safeParse(row).success);
  const volume = volumeRow.safeParse(written);
  if (!volume.success || volume.data.call + volume.data.put !== volume.data.total) {
    throw new Fault(
      error(
        'volume',
        { path },
        `the row VOLUME of '${section}' is ${JSON.stringify(written) ?? 'missing'}. It must have whole numbers of calls and puts that add up to the total. Fetch the file again, or drop in a table by hand.`,
      ),
    );
  }
  return volume.data;
}
