import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { kind as occVolume } from '../../src/publishers/kinds/occ-volume.ts';
import { bodyOf, caseFile, csvOf, findingsOf, resourceOf } from './resource.ts';

const declaration = {
  kind: 'occ-volume',
  url: 'https://example.org/volume-query',
  series: { iwm_calls: { underlying: 'IWM', side: 'call' }, iwm_puts: { underlying: 'IWM', side: 'put' } },
  roots: 'standard',
} as const;
const resource = resourceOf(occVolume, declaration, 'contracts');
const text = caseFile('occ-volume', '2024-07-16-IWM.csv').toString();
const parse = (content: string, of = resource): string => csvOf(occVolume.parse([bodyOf('2024-07-16-IWM', content)], of));

describe("the OCC's volume", () => {
  it('is asked for a session and an underlying at a time', () => {
    const day = dayOf('2024-07-16');
    expect(occVolume.requests(resource, { from: day, until: day, sessions: [day] })).toEqual([
      {
        address: expect.stringMatching(/^https:\/\/example\.org\/volume-query\?reportDate=20240716&format=csv&.*symbol=IWM&/),
        form: 'csv',
        key: '2024-07-16-IWM',
      },
    ]);
  });

  it('counts both sides of a trade, so that sums are halved, and has a trailing comma', () => {
    expect(parse(text)).toBe('date,iwm_calls,iwm_puts\n2024-07-16,1000,300\n');
  });

  it('has adjusted and flexible roots, which count where that is declared', () => {
    expect(parse(text, resourceOf(occVolume, { ...declaration, roots: 'all' }, 'contracts'))).toContain('2024-07-16,1040,306');
  });

  it('is kept for two years: older days are dropped in by hand', async () => {
    const span = { from: dayOf('2022-07-15'), until: dayOf('2024-07-16'), sessions: [dayOf('2022-07-15')] };
    expect(await findingsOf(() => occVolume.requests(resource, span))).toContain('the publisher keeps two years: from 2022-07-16.');
  });

  it.each([
    [
      'one side only',
      (rows: string) => rows.replace('800,IWM', '801,IWM'),
      'error sides  IWM has 2001 calls over both sides of its trades, an odd number',
    ],
    ['no rows', (rows: string) => rows.split('\n')[0], 'error sides  IWM has 0 calls over both sides of its trades, and no rows'],
    [
      'another day',
      (rows: string) => rows.replace('07/16/2024', '07/15/2024'),
      '2024-07-16-IWM.csv:2  error row  the row is of IWM on 2024-07-15.',
    ],
    [
      'another underlying',
      (rows: string) => rows.replace('IWM,IWM', 'IWN,IWN'),
      'the row is of IWN on 2024-07-16. IWM on 2024-07-16 was asked for.',
    ],
    ['a quantity with a comma', (rows: string) => rows.replace('1200,', '"1,200",'), "'1,200' in column quantity is not a whole number."],
    ['a side that is neither', (rows: string) => rows.replace(',C,C,', ',C,X,'), "'X' in column porc is neither C (calls) nor P (puts)."],
    ['a cell too many', (rows: string) => rows.replace('07/16/2024,', '07/16/2024,x'), 'the row has 8 cells, the header 7'],
    ['a notice for a table', () => 'Report Type is invalid', "there is no column 'quantity'. The header is 'Report Type is invalid'."],
  ])('refuses %s', async (_what, change, finding) => {
    expect(await findingsOf(() => parse(change(text)))).toContain(finding);
  });
});
