import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { kind as cboeOptionVolume } from '../../src/publishers/kinds/cboe-option-volume.ts';
import { bodyOf, caseFile, csvOf, findingsOf, ownResource } from './resource.ts';

const resource = ownResource(cboeOptionVolume, 'cboe-option-volume');
const days = ['2024-07-15', '2024-07-16'];
const file = (day: string): string => caseFile('cboe-option-volume', `${day}_daily_options`).toString();

describe("Cboe's option volume", () => {
  it('is asked for a session at a time', () => {
    const requests = cboeOptionVolume.requests(resource, { from: 0, until: 0, sessions: days.map(dayOf) });
    expect(requests[1]).toEqual({
      address: `${resource.fetch.url}/2024-07-16_daily_options`,
      form: 'json',
      key: '2024-07-16',
      mayBeLate: true,
    });
    expect(requests[0].mayBeLate).toBe(false);
  });

  it('is read from JSON whose day stands in the address only', () => {
    const table = cboeOptionVolume.parse(
      days.map((day) => bodyOf(day, file(day), 'json')),
      resource,
    );
    expect(csvOf(table)).toMatchInlineSnapshot(`
      "date,equity_calls,equity_puts,etp_calls,etp_puts,index_calls,index_puts
      2024-07-15,2017422,1050692,1107454,1275581,2416938,2324100
      2024-07-16,1737693,852346,1218653,1064397,2447190,2350129
      "
    `);
  });

  it.each([
    ['half a file', (text: string) => text.slice(0, 200), 'error json  this is not a JSON object'],
    ['a list', () => '[]', 'error json  this is not a JSON object'],
    [
      'a section renamed',
      (text: string) => text.replace('"EQUITY OPTIONS"', '"STOCKS"'),
      "there is no section 'EQUITY OPTIONS'. The sections are ratios,",
    ],
    ['a row renamed', (text: string) => text.replaceAll('VOLUME', 'TRADES'), "the row VOLUME of 'EQUITY OPTIONS' is missing."],
    [
      'a fraction',
      (text: string) => text.replace(/"EQUITY OPTIONS": \[{"name": "VOLUME", "call": \d+/, '$&.5'),
      'It must have whole numbers',
    ],
    ['a total that does not add up', (text: string) => text.replace(/"total": (\d+)\}\]\}$/, '"total": 1}]}'), 'that add up to the total'],
  ])('refuses %s', async (_what, change, finding) => {
    const body = bodyOf('2024-07-16', change(file('2024-07-16')), 'json');
    expect(await findingsOf(() => cboeOptionVolume.parse([body], resource))).toContain(finding);
  });
});
