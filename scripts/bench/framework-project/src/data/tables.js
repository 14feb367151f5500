/** The tables beside this file, as rows in the order of their days. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';

/** Rows in which every column has a number. */
export const table = (name) =>
  csvParse(readFileSync(join(import.meta.dirname, 'tables', `${name}.csv`), 'utf8'), ({ date, ...values }) => ({
    date,
    ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === '' ? Number.NaN : Number(value)])),
  })).filter(({ date, ...values }) => Object.values(values).every(Number.isFinite));
