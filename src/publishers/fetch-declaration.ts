/**
 * How a resource is fetched: the `fetch:` block of `data/publishers/<id>.yaml`, one form a `kind`.
 * A resource without it is never asked for: its table is dropped into a folder by hand.
 */
import { z } from 'zod';
import { isIsoDate } from '../data/day.ts';
import { webAddress } from '../web-address.ts';
import { isDateFormat } from './date-format.ts';
import { isDecimal } from './decimal-text.ts';

const isoDate = z.string().refine(isIsoDate, 'write a date as YYYY-MM-DD');
const seriesId = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a series id has lower-case letters, digits and _');
const side = z.enum(['call', 'put']);

/** Where the files are, without a final slash: what stands after it belongs to the kind. Tests put a local server here. */
const base = webAddress.regex(/[^/]$/, 'write the address without the final slash');

/** Decimals of the table's cells. Left out, a value keeps the text it has at the publisher. */
const decimals = z.int().min(0).max(8);

const shared = {
  /** Rows before this day are left out. */
  firstDay: isoDate,
};

/** Par yield curve of the US Treasury: `<url>/<year>/all?…`, one year a file, newest day first. */
const treasuryYields = z.strictObject({
  kind: z.literal('treasury-yields'),
  ...shared,
  url: base,
  /** A tenor a series, as in the header: `ust10y: 10 Yr`. */
  series: z.record(seriesId, z.string()),
  decimals,
});

/** Index histories of Cboe: `<url>/<SYMBOL>_History.csv`, the whole history in one file. */
const cboeIndex = z.strictObject({
  kind: z.literal('cboe-index'),
  ...shared,
  url: base,
  /** A symbol a series: `spx: SPX`. */
  series: z.record(seriesId, z.string().regex(/^[A-Z0-9]+$/, "a symbol has capital letters and digits, such as 'SPX'")),
  decimals,
});

/** Volume on Cboe's option exchanges: `<url>/<YYYY-MM-DD>_daily_options`, JSON, one session a file. */
const cboeOptionVolume = z.strictObject({
  kind: z.literal('cboe-option-volume'),
  ...shared,
  url: base,
  /** A section of the file and a side a series: `etp_puts: { section: EXCHANGE TRADED PRODUCTS, side: put }`. */
  series: z.record(seriesId, z.strictObject({ section: z.string(), side })),
});

/** Volume cleared by the OCC: `<url>?reportDate=…&symbol=…`, one session and one underlying a file, two years kept. */
const occVolume = z.strictObject({
  kind: z.literal('occ-volume'),
  ...shared,
  url: base,
  /** An underlying and a side a series: `iwm_calls: { underlying: IWM, side: call }`. */
  series: z.record(
    seriesId,
    z.strictObject({ underlying: z.string().regex(/^[A-Z.]+$/, "an underlying is a symbol such as 'IWM'"), side }),
  ),
  /** `standard` leaves out the roots with a digit: adjusted contracts (`IWM1`) and flexible ones (`2IWM`). */
  roots: z.enum(['standard', 'all']),
});

/** Ken French's data library: a zip with one CSV that holds a preamble, several tables and a footer. In percent. */
const kenFrench = z.strictObject({
  kind: z.literal('ken-french'),
  ...shared,
  /** The zip file itself. */
  url: webAddress,
  /** A column a series: `mkt_rf: Mkt-RF`. */
  series: z.record(seriesId, z.string()),
  /** Which of the file's tables. A month's row is dated on its last day. */
  frequency: z.enum(['daily', 'monthly']),
  /** The line above the table's header, where several tables have that frequency. */
  table: z.string().optional(),
  decimals: decimals.optional(),
});

/** Any CSV, at an address or in a folder: the way to add a publisher without code. */
const csv = z
  .strictObject({
    kind: z.literal('csv'),
    ...shared,
    /** The file's address. Write this or `folder`. */
    url: webAddress.optional(),
    /** A folder whose `.csv` files are all read, in the order of their names. From the project's top. */
    folder: z.string().optional(),
    date: z.strictObject({
      /** Header of the column with the dates. */
      column: z.string(),
      /** YYYY, MM (or M) and DD (or D), with what stands between them: `DD.MM.YYYY`. */
      format: z.string().refine(isDateFormat, "write the format with YYYY, MM or M, and DD or D: 'MM/DD/YYYY'"),
    }),
    /** Header of a column a series: `copper: Settle`. */
    series: z.record(seriesId, z.string()),
    delimiter: z.enum([',', ';', '\t', '|']).default(','),
    decimalMark: z.enum(['.', ',']).default('.'),
    /** Texts that stand for a missing value. An empty cell always does. */
    missing: z.array(z.string()).default([]),
    /** What every value is multiplied by to be in the unit of its series: 0.01 from cents to dollars. */
    factor: z
      .number()
      .positive()
      .refine((factor) => isDecimal(String(factor)), 'write the factor as a plain decimal number')
      .default(1),
    decimals: decimals.optional(),
  })
  .refine(({ url, folder }) => (url === undefined) !== (folder === undefined), "write either 'url' or 'folder'");

const kinds = [treasuryYields, cboeIndex, cboeOptionVolume, occVolume, kenFrench, csv] as const;
const kindNames = kinds.map((kind) => kind.shape.kind.value).join(', ');

export const fetchDeclaration = z.discriminatedUnion('kind', kinds, { error: () => `the kinds are ${kindNames}` });

export type FetchDeclaration = z.infer<typeof fetchDeclaration>;
export type FetchKind = FetchDeclaration['kind'];
