/**
 * How a resource is fetched: the `fetch:` block of `data/publishers/<id>.yaml`, one form a `kind`.
 * A resource without it is never asked for: its table is dropped into a folder by hand.
 */
import { z } from 'zod';
import { isoDate } from '../data/iso-date.ts';
import { webAddress } from '../web-address.ts';
import { isDateFormat } from './date-format.ts';
import { isDecimal } from './decimal-text.ts';

const seriesId = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a series id has lower-case letters, digits and _');
const side = z.enum(['call', 'put']).describe('Which options are counted.');

/** What stands after it belongs to the kind. Tests put a local server here. */
const base = webAddress.regex(/[^/]$/, 'write the address without the final slash').describe('Where the files are, without a final slash.');

const decimals = z.int().min(0).max(8).describe("Decimals of the table's cells. Left out, a value keeps the text it has at the publisher.");

const shared = {
  firstDay: isoDate.describe('Rows before this day are left out.'),
};

const treasuryYields = z.strictObject({
  kind: z
    .literal('treasury-yields')
    .describe('Par yield curve of the US Treasury: `<url>/<year>/all?…`, one year a file, newest day first.'),
  ...shared,
  url: base,
  series: z.record(seriesId, z.string()).describe('A tenor a series, as in the header: `ust10y: 10 Yr`.'),
  decimals,
});

const cboeIndex = z.strictObject({
  kind: z.literal('cboe-index').describe('Index histories of Cboe: `<url>/<SYMBOL>_History.csv`, the whole history in one file.'),
  ...shared,
  url: base,
  series: z
    .record(seriesId, z.string().regex(/^[A-Z0-9]+$/, "a symbol has capital letters and digits, such as 'SPX'"))
    .describe('A symbol a series: `spx: SPX`.'),
  decimals,
});

const cboeOptionVolume = z.strictObject({
  kind: z
    .literal('cboe-option-volume')
    .describe("Volume on Cboe's option exchanges: `<url>/<YYYY-MM-DD>_daily_options`, JSON, one session a file."),
  ...shared,
  url: base,
  series: z
    .record(seriesId, z.strictObject({ section: z.string().describe('A heading of the file.'), side }))
    .describe('A section of the file and a side a series: `etp_puts: { section: EXCHANGE TRADED PRODUCTS, side: put }`.'),
});

const occVolume = z.strictObject({
  kind: z
    .literal('occ-volume')
    .describe('Volume cleared by the OCC: `<url>?reportDate=…&symbol=…`, one session and one underlying a file, two years kept.'),
  ...shared,
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

const kenFrench = z.strictObject({
  kind: z
    .literal('ken-french')
    .describe("Ken French's data library: a zip with one CSV that holds a preamble, several tables and a footer. In percent."),
  ...shared,
  url: webAddress.describe('The zip file itself.'),
  series: z.record(seriesId, z.string()).describe('A column a series: `mkt_rf: Mkt-RF`.'),
  frequency: z.enum(['daily', 'monthly']).describe("Which of the file's tables. A month's row is dated on its last day."),
  table: z.string().optional().describe("The line above the table's header, where several tables have that frequency."),
  decimals: decimals.optional(),
});

const csv = z
  .strictObject({
    kind: z.literal('csv').describe('Any CSV, at an address or in a folder: the way to add a publisher without code.'),
    ...shared,
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

const kinds = [treasuryYields, cboeIndex, cboeOptionVolume, occVolume, kenFrench, csv] as const;
const kindNames = kinds.map((kind) => kind.shape.kind.value).join(', ');

export const fetchDeclaration = z.discriminatedUnion('kind', kinds, { error: () => `the kinds are ${kindNames}` });

export type FetchDeclaration = z.infer<typeof fetchDeclaration>;
export type FetchKind = FetchDeclaration['kind'];
