import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPublishers } from '../../src/publishers/declaration.ts';
import { temporaryFolder } from '../support/command.ts';

/** The project's publishers, with an event added to the funds. */
function withEvent(event: string): string {
  const data = temporaryFolder();
  cpSync('data/publishers', join(data, 'publishers'), { recursive: true });
  const path = join(data, 'publishers/nyse-arca.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('    calendar: nyse\n', `    calendar: nyse\n    events:\n      - ${event}\n`));
  return data;
}

describe('a declared event', () => {
  it('has a date, a series and a ratio', () => {
    const funds = readPublishers(withEvent('{ date: "2026-03-02", series: iwm, ratio: 2 }')).find(({ id }) => id === 'nyse-arca');
    expect(funds?.resources[0].events).toEqual([{ date: '2026-03-02', series: 'iwm', ratio: 2 }]);
  });

  it.each([
    [
      '{ date: "2026-03-02", series: iwn2, ratio: 2 }',
      "nyse-arca.yaml:20:31  error wrong-value  'resources.0.events.0.series' is not right: 'iwn2' is not a series of the table, which has iwm, iwn, iwo.",
    ],
    ['{ date: "2026-02-30", series: iwm, ratio: 2 }', "'resources.0.events.0.date' is not right: write a date as YYYY-MM-DD."],
    ['{ date: "2026-03-02", series: iwm, ratio: 0 }', "'resources.0.events.0.ratio' is not right"],
    ['{ date: "2026-03-02", series: iwm, ration: 2 }', "unknown key 'ration'. Did you mean 'ratio'?"],
  ])('%s is refused', (event, message) => {
    expect(() => readPublishers(withEvent(event))).toThrow(message);
  });
});
