import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCheckedYaml } from '../../src/checked-yaml.ts';
import { publisherSchema } from '../../src/publishers/declaration.ts';
import { kinds } from '../../src/publishers/kinds.ts';
import type { Fetched } from '../../src/publishers/publisher-kind.ts';
import { bodyOf, csvOf } from '../publishers/resource.ts';

const page = readFileSync('docs/publishers.md', 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text);

describe('docs/publishers.md', () => {
  it('has an example that makes the table it shows', () => {
    const [declaration] = blocks('yaml');
    const [file, table] = blocks('csv');
    const { value } = parseCheckedYaml(declaration, 'dealer.yaml', publisherSchema);
    expect(csvOf(kinds.csv.parse([bodyOf('copper', file)], value.resources[0] as Fetched<'csv'>))).toBe(table);
  });

  it('has a row for every kind, and every key of a CSV', () => {
    for (const kind of Object.keys(kinds).filter((name) => name !== 'csv')) expect(page).toContain(`| \`${kind}\` |`);
    const fetch = /fetch:\n((?: {6}.*\n)+)/.exec(page)?.[1] ?? '';
    const keys = [...fetch.matchAll(/^ {6}(\w+):/gm)].map(([, key]) => key).filter((key) => key !== 'kind');
    expect(keys).toHaveLength(9);
    for (const key of keys) expect(page).toMatch(new RegExp(`^\\| .*\`${key}\``, 'm'));
  });

  it('has a row for every rule of the transport', () => {
    const sources = ['transport', 'http'].map((name) => readFileSync(`src/publishers/${name}.ts`, 'utf8')).join('\n');
    const rules = [...sources.matchAll(/(?:fail|transportFinding)\(\s*'(\w+)'/g)].map(([, rule]) => rule);
    expect(new Set(rules).size).toBe(9);
    for (const rule of rules) expect(page).toContain(`| \`transport-${rule}\` |`);
  });
});
