import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shown } from '../publishers/sql/tape.ts';

const page = readFileSync('docs/raw-data.md', 'utf8');
const folder = 'src/publishers/sql';
const sources = [...readdirSync(folder).map((name) => join(folder, name)), 'src/publishers/kinds/sql.ts']
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

it('docs/raw-data.md has a row for every rule of a query', () => {
  const rules = [...sources.matchAll(/\b(?:sqlFault|sqlFinding|fault)\(\s*'([a-z-]+)'/g)].map(([, rule]) => `sql-${rule}`);
  const rows = [...page.matchAll(/^\| `(sql-[a-z-]+)` \|/gm)].map(([, rule]) => rule);
  expect(rows.sort()).toEqual([...new Set(rules)].sort());
});

it('docs/raw-data.md names every environment variable that is read', () => {
  const read = new Set(sources.match(/\bMTM_[A-Z_]+/g));
  for (const name of read) expect(page).toContain(`| \`${name}\` |`);
});

it('docs/raw-data.md shows one query for both engines', () => {
  const [declaration, block] = shown('yaml').map((text) => text.replace(/^ +/gm, ''));
  const query = /query: \|\n([\s\S]*?)parameters:/.exec(block)?.[1];
  expect(query).toContain('GROUP BY day');
  expect(declaration).toContain(query);
});
