/** The keys of a `fetch:` block that several kinds share. */
import { z } from 'zod';
import { isIsoDate } from '../data/day.ts';
import { webAddress } from '../web-address.ts';

/** Rows before this day are left out. Every kind has it. */
export const firstDay = z.string().refine(isIsoDate, 'write a date as YYYY-MM-DD');

export const seriesId = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a series id has lower-case letters, digits and _');

/** Where the files are, without a final slash: what stands after it belongs to the kind. Tests put a local server here. */
export const base = webAddress.regex(/[^/]$/, 'write the address without the final slash');

/** Decimals of the table's cells. Left out, a value keeps the text it has at the publisher. */
export const decimals = z.int().min(0).max(8);

/** Of an option. */
export const side = z.enum(['call', 'put']);
