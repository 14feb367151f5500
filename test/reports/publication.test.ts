import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { checkDesk, heldBack } from '../../src/reports/check.ts';
import { openDesk, publishedReports, untilFrom } from '../../src/reports/desk.ts';
import { standingOf } from '../../src/reports/publication.ts';
import { copyDesk } from '../support/command.ts';

it.each([
  [{ published: '2026-12-01' }, null, 'published'],
  [{ published: '2026-12-01' }, '2026-12-01', 'published'],
  [{ published: '2026-12-02' }, '2026-12-01', 'held-back'],
  [{ published: '2026-12-02', draft: true }, '2026-12-01', 'draft'],
  [{ published: '2026-11-01', draft: true }, null, 'draft'],
  [{}, '2026-12-01', 'published'],
])('%j up to %s is %s', (head, until, standing) => expect(standingOf(head, until)).toBe(standing));

it('the day up to which is published is a date', () => {
  expect([untilFrom(), untilFrom({ until: '2026-12-01' })]).toEqual([null, '2026-12-01']);
  expect(() => untilFrom({ until: 'December' })).toThrow("'December' is not a date");
});

it('a draft is checked and not marked by a refresh; so is what is of a later day than is built', () => {
  const { content, data, report } = copyDesk();
  const folders = { content, data };
  const copyAs = (slug: string, change: (text: string) => string): void => {
    const path = report.replace('2024-07-17-a-small-desk', slug);
    cpSync(dirname(report), dirname(path), { recursive: true });
    writeFileSync(path, change(readFileSync(report, 'utf8')));
  };
  copyAs('2024-07-17-a-draft', (text) => text.replace('topics: [Tests]', 'topics: [Tests]\ndraft: true').replace('up 3.5%', 'up 3.6%'));
  copyAs('2024-07-19-later', (text) => text.replace('published: 2024-07-17', 'published: 2024-07-19'));
  writeFileSync(
    report,
    readFileSync(report, 'utf8').replace(
      'See [the first',
      'See [that](/reports/2024-07-19-later/), [this](/reports/2024-07-17-a-draft/) and [the first',
    ),
  );

  const slugs = (until: string | null): string[] => publishedReports(openDesk(folders, { until })).map(({ file }) => file.slug);
  expect(slugs(null)).toEqual(['2024-07-17-a-small-desk', '2024-07-19-later']);
  expect(slugs('2024-07-18')).toEqual(['2024-07-17-a-small-desk']);

  const result = checkDesk(folders, '2024-07-18');
  expect(heldBack(result)).toEqual([{ slug: '2024-07-19-later', published: '2024-07-19' }]);
  expect(result.findings.flatMap(({ rule, message }) => (rule === 'fact-fails' || rule === 'dead-link' ? [message] : []))).toEqual([
    "'3.6%' does not hold. The data say +3.505% (return(rut, 1d) on 2024-07-16). Write 'up 3.5%'.",
    "'2024-07-19-later' is of a later day than is built, and has no page yet. Take the link away until it has.",
    "'2024-07-17-a-draft' is a draft, and has no page for readers. Publish it first, or take the link away.",
  ]);
});
