import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../src/finding.ts';
import { checkDesk } from '../../src/reports/check.ts';

const folder = 'test/cases/sentences/content';
const { findings } = checkDesk({ content: folder, data: 'data' });
const told = findings.filter(({ path }) => path.startsWith(folder));

describe('sentences that are wrong', () => {
  it('are each told with line, column, what the data say and what to write', async () => {
    const text = told.map((finding) => formatFinding(finding).replace(/^.*index\.mdx:/, ''));
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('../cases/sentences/expected.txt');
  });

  it('are all found: one a paragraph, more than forty of them', async () => {
    const lines = readFileSync(`${folder}/reports/2024-07-17-wrong-sentences/index.mdx`, 'utf8').split('\n');
    const written = lines.flatMap((line, i) => (i > 9 && line.trim() !== '' ? [i + 1] : []));
    expect(written.length).toBeGreaterThan(40);
    expect(written.filter((line) => !told.some((finding) => finding.line === line))).toEqual([]);
  });
});

it('the project’s own reports have no finding', () => {
  const own = checkDesk({ content: 'content', data: 'data' });
  // Which tables are late is about the data, not about a report.
  expect(own.findings.filter(({ rule }) => rule !== 'late').map(formatFinding)).toEqual([]);
  expect(own.reports.map(({ slug }) => slug)).toEqual(readdirSync('content/reports').sort());
});
