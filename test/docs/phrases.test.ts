import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verify } from '../../src/assertions/verify.ts';
import { dayOf } from '../../src/data/day.ts';
import { formatFinding } from '../../src/finding.ts';
import { evaluateAt } from '../../src/metrics/evaluate.ts';
import { compileReport } from '../../src/reports/compile.ts';
import { readContent } from '../../src/reports/content.ts';
import { subjectOf } from '../../src/reports/subject-of.ts';
import { calendar, july2024 } from '../support/metrics.ts';

const ROW = /^\| (.+?) \| (.+?) \| *(\d{4}-\d{2}-\d{2})? *\|.*\|$/;

/** 'Holds.', with its warnings, or what is wrong. */
function verdict(words: string, metric: string, on: string): string {
  const [at, published] = [on, '2024-07-17'].map(dayOf);
  const context = { snapshot: july2024, calendar, asOf: at, published };
  const { complaints } = verify(words, subjectOf(metric, at, evaluateAt(metric, at, context), context));
  const isHeld = complaints.every(({ rule }) => !rule.startsWith('fact'));
  return [isHeld ? 'Holds.' : '', ...complaints.map(({ rule, message }) => (isHeld ? `Warning ${rule}: ${message}` : message))]
    .filter(Boolean)
    .join(' ');
}

it('the sample of docs/phrases.md compiles as it stands', () => {
  const [, sample = ''] = /```mdx\n([\s\S]*?)```/.exec(readFileSync('docs/phrases.md', 'utf8')) ?? [];
  const { people, sources, sourceText, named, names } = readContent('content');
  const head =
    '---\ntitle: A\ndescription: B\npublished: 2024-07-17\nasOf: 2024-07-16\nsnapshot: 2024-07-17\nauthors: [The desk]\ntopics: [Tests]\n---\n\n';
  const desk = { snapshot: () => july2024, calendar, people, sources, sourceText, named, names };
  const { findings, record } = compileReport({ slug: '2024-07-17-a', path: 'a.mdx', text: head + sample }, desk);
  expect(findings.map(formatFinding)).toEqual([]);
  expect(record?.assertions.length).toBeGreaterThan(6);
});

it('docs/phrases.md says of every example what the build says', async () => {
  const page = readFileSync('docs/phrases.md', 'utf8').split('\n');
  let rows = 0;
  const checked = page.map((line) => {
    const [, words, metric, on] = ROW.exec(line) ?? [];
    if (words === undefined || words === 'words') return line;
    rows++;
    return `| ${words} | ${metric} | ${on ?? ''} | ${verdict(words, metric, on ?? '2024-07-16')} |`;
  });
  expect(rows).toBeGreaterThan(70);
  await expect(checked.join('\n')).toMatchFileSnapshot('../../docs/phrases.md');
});
