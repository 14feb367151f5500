import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOfBonds, lastSessionOf } from '../../src/data/bond-sessions.ts';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { readSnapshot } from '../../src/data/snapshot.ts';
import { formatFinding } from '../../src/finding.ts';
import { checkDesk } from '../../src/reports/check.ts';
import { openDesk } from '../../src/reports/desk.ts';
import { temporaryFolder } from '../support/command.ts';

const data = 'test/cases/treasury/data';
const { calendar } = openDesk({ content: 'test/cases/treasury/content', data });

describe('a desk whose data are of the bond market only', () => {
  it.each([
    ['2023-04-07', true, 'a Good Friday with a jobs report: there is a row'],
    ['2023-10-09', false, 'Columbus Day'],
    ['2023-11-10', true, 'the day before a Veterans Day on a Saturday'],
    ['2025-10-13', false, 'Columbus Day after the last row, by rule'],
    ['2025-10-14', true, 'a day after the last row'],
    ['2005-10-10', false, 'Columbus Day before the first row'],
  ])('%s is a session: %s (%s)', (day, isSession) => expect(calendar.isSession(dayOf(day))).toBe(isSession));

  it('goes by the last row of its bond tables, not by that of events', () => {
    const { manifest } = readSnapshot(data, '2024-11-01');
    expect([isOfBonds(manifest), isoOf(lastSessionOf(manifest))]).toEqual([true, '2024-10-31']);
    const ours = readSnapshot('data', '2024-07-17').manifest;
    expect([isOfBonds(ours), isoOf(lastSessionOf(ours))]).toEqual([false, '2024-07-16']);
  });

  const slug = '2024-11-01-the-long-inversion';
  function checked(asOf: string): { told: string[]; asOf: string | undefined } {
    const content = join(temporaryFolder(), 'content');
    cpSync('test/cases/treasury/content', content, { recursive: true });
    const path = join(content, 'reports', slug, 'index.mdx');
    const text = readFileSync(path, 'utf8').replace('asOf: 2024-10-31', `asOf: ${asOf}`);
    writeFileSync(path, asOf === 'latest' ? text.replace('snapshot: 2024-11-01', 'snapshot: latest').replace(/^pair: .*\n/m, '') : text);
    const { findings, reports } = checkDesk({ content, data });
    return {
      told: findings.filter(({ rule }) => rule !== 'record-drift').map((finding) => formatFinding(finding).replace(path, 'index.mdx')),
      asOf: reports.find((report) => report.slug === slug)?.record?.asOf,
    };
  }

  it("a report of 'latest' speaks of the last of them", () => expect(checked('latest')).toEqual({ told: [], asOf: '2024-10-31' }));

  it('a day on which only shares were traded is no session', () =>
    expect(checked('2024-10-14').told).toContain(
      'index.mdx:6:1  error as-of  2024-10-14 is not a session of the US bond market. The last one before it is 2024-10-11.',
    ));
});
