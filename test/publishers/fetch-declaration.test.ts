import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readPublishers } from '../../src/publishers/declaration.ts';
import { temporaryFolder } from '../support/command.ts';
import { findingsOf, publisherOf } from './resource.ts';

const fetch = {
  kind: 'csv',
  url: 'https://example.org/a.csv',
  date: { column: 'Date', format: 'YYYY-MM-DD' },
  series: { copper: 'Price' },
};

/** The findings of a declaration with this `fetch`. */
function findings(changed: Record<string, unknown>, unit?: string): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'publishers'));
  const publisher = publisherOf(fetch as Parameters<typeof publisherOf>[0], unit);
  const resources = [{ ...publisher.resources[0], fetch: { firstDay: '1999-01-01', ...changed } }];
  writeFileSync(join(folder, 'publishers', 'nobody.yaml'), stringify({ ...publisher, resources }));
  return findingsOf(() => readPublishers(folder));
}

describe('a fetch block', () => {
  it('stands at the resources that may be collected automatically', () => {
    const kinds = readPublishers('data').flatMap(({ resources }) => resources.map(({ name, fetch }) => [name, fetch?.kind ?? 'by hand']));
    expect(Object.fromEntries(kinds)).toEqual({
      'us-equity-indices': 'cboe-index',
      'cboe-option-volume': 'cboe-option-volume',
      volatility: 'csv',
      'fed-funds-futures': 'by hand',
      'fed-decisions': 'by hand',
      'nasdaq-composite': 'by hand',
      'magnificent-seven': 'by hand',
      'russell-2000-etfs': 'by hand',
      'treasury-yields': 'treasury-yields',
    });
  });

  it.each([
    ['an unknown kind', { ...fetch, kind: 'excel' }, /fetch\.kind' is not right: the kinds are cboe-index, .*, csv, .*, treasury-yields\./],
    ['no kind', { ...fetch, kind: undefined }, /'resources\.0\.fetch\.kind' is missing/],
    [
      'an unknown key',
      { ...fetch, delimeter: ';' },
      /unknown key 'delimeter'\. Did you mean 'delimiter'\? Known keys: kind, firstDay, url,/,
    ],
    ['an unknown key within', { ...fetch, date: { ...fetch.date, zone: 'UTC' } }, /unknown key 'zone'\. Known keys: column, format/],
    ['a key of another kind', { ...fetch, frequency: 'daily' }, /unknown key 'frequency'/],
    ['neither url nor folder', { ...fetch, url: undefined }, /write either 'url' or 'folder'/],
    ['both', { ...fetch, folder: 'x' }, /write either 'url' or 'folder'/],
    ['a format that is none', { ...fetch, date: { column: 'Date', format: 'yyyy-mm-dd' } }, /write the format with YYYY/],
    [
      'a field that is not fetched',
      { ...fetch, series: {} },
      /'resources\.0\.fetch\.series' is not right: the field 'copper' is not among its series/,
    ],
    [
      'a series that is no field',
      { ...fetch, series: { copper: 'Price', tin: 'Tin' } },
      /'resources\.0\.fetch\.series\.tin' is not right: no field has this name/,
    ],
    [
      'an address with a final slash',
      { kind: 'cboe-index', url: 'https://example.org/', series: { copper: 'HG' }, decimals: 2 },
      /write the address without the final slash/,
    ],
    [
      "Ken French's figures in points",
      { kind: 'ken-french', url: 'https://example.org/a.zip', series: { copper: 'HG' }, frequency: 'daily' },
      /Ken French's figures are in percent, and so must every field be/,
    ],
  ])('is refused with %s', async (_what, changed, expected) => {
    expect(await findings(changed)).toMatch(expected);
  });
});
