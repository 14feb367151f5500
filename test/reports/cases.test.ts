import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatFinding } from '../../src/finding.ts';
import { checkDesk } from '../../src/reports/check.ts';

const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true });
});

/** The small desk's data without its records: the wrong reports have none. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mtm-cases-'));
  temporary.push(folder);
  cpSync('test/cases/desk/data', folder, { recursive: true });
  rmSync(join(folder, 'metrics'), { recursive: true, force: true });
  return folder;
}

describe('the small desk', () => {
  it('passes: its record is the committed one', () => {
    const { findings, reports } = checkDesk({ content: 'test/cases/desk/content', data: 'test/cases/desk/data' });
    expect(findings.map(formatFinding)).toEqual([]);
    expect(reports).toHaveLength(1);
  });
});

describe('wrong reports', () => {
  const { findings } = checkDesk({ content: 'test/cases/wrong/content', data: dataFolder() });
  const told = findings.filter(({ rule }) => rule !== 'record-missing').map(formatFinding);

  it('are each told where, what the data say and what to write', async () => {
    const text = told.map((line) => line.replace(/test\/cases\/wrong\/content\/(?:reports\/)?/, '')).join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot('../cases/wrong/expected.txt');
  });

  it('are all found', () => {
    const slugs = readdirSync('test/cases/wrong/content/reports');
    expect(slugs.filter((slug) => !told.some((line) => line.includes(slug)))).toEqual([]);
    const expected = readFileSync('test/cases/wrong/expected.txt', 'utf8');
    expect(slugs.length).toBeGreaterThan(30);
    expect(expected.split('\n').length).toBeGreaterThan(slugs.length);
  });

  it('are told each fault once', () => {
    const of = (slug: string): string[] => told.filter((line) => line.includes(`${slug}/`));
    // Ten are in the file; what the faults of other files do to it is told of them.
    expect(of('2024-07-17-all-at-once')).toHaveLength(10);
    expect(new Set(told).size).toBe(told.length);
  });
});
