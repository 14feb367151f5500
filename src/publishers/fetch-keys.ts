/** The keys of a `fetch:` block that several kinds share. */
import { z } from 'zod';
import { isoDate } from '../data/iso-date.ts';
import { webAddress } from '../web-address.ts';

/** Every kind has it. */
export const firstDay = isoDate.describe('Rows before this day are left out.');

export const seriesId = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a series id has lower-case letters, digits and _');

/** What stands after it belongs to the kind. Tests put a local server here. */
export const base = webAddress
  .regex(/[^/]$/, 'write the address without the final slash')
  .describe('Where the files are, without a final slash.');

export const decimals = z
  .int()
  .min(0)
  .max(8)
  .describe("Decimals of the table's cells. Left out, a value keeps the text it has at the publisher.");

export const side = z.enum(['call', 'put']).describe('Which options are counted.');
