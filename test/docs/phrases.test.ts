import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verify } from '../../src/assertions/verify.ts';
import { dayOf } from '../../src/data/day.ts';
import { evaluateAt } from '../../src/metrics/evaluate.ts';
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
