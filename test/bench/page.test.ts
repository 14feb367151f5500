import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { subjects } from '../../scripts/bench/index.ts';
import { resultPath, withTable } from '../../scripts/bench/page.ts';
import { type BenchResult, isMet } from '../../scripts/bench/result.ts';

const page = readFileSync('docs/benchmarks.md', 'utf8');

describe('docs/benchmarks.md', () => {
  for (const { name } of subjects) {
    const path = resultPath(name);
    const result = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as BenchResult) : null;
    it(`has a place for ${name}, with the results that are kept`, () => {
      expect(page).toContain(`<!-- results: ${name} -->`);
      if (result) expect(withTable(page, result)).toBe(page);
    });
    it(`explains every goal that ${name} misses`, () => {
      const missed = (result?.lines ?? []).filter((line) => isMet(line) === false);
      for (const { id } of missed) expect(page).toContain(`- \`${id}\`: `);
    });
  }
});
