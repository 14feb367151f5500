import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCheckedYaml } from '../../src/checked-yaml.ts';
import { publisherSchema } from '../../src/publishers/declaration.ts';
import { kind as csv } from '../../src/publishers/kinds/csv.ts';
import { kinds } from '../../src/publishers/kinds/index.ts';
import { bodyOf, csvOf } from '../publishers/resource.ts';

const page = readFileSync('docs/publishers.md', 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text);

describe('docs/publishers.md', () => {
  it('has an example that makes the table it shows', () => {
    const [declaration] = blocks('yaml');
    const [file, table] = blocks('csv');
    const { value } = parseCheckedYaml(declaration, 'dealer.yaml', publisherSchema);
    expect(csvOf(csv.parse([bodyOf('copper', file)], value.resources[0] as Parameters<typeof csv.parse>[1]))).toBe(table);
  });

  it('has a row for every kind, from its file', async () => {
    const rows = [...kinds].map(([name, { docs }]) => `| \`${name}\` | ${docs.asked} | ${docs.knows} | ${docs.options} |\n`);
    const [before, table, after] = page.split(/(?<=\n\|---\|---\|---\|---\|\n)((?:\|.*\n)+)/);
    expect(table).toMatch(/^\| `/);
    const advice = 'Write the page anew: npx vitest run test/docs/publishers.test.ts -u';
    await expect(before + rows.join('') + after, advice).toMatchFileSnapshot('../../docs/publishers.md');
  });

  it('has a row for every key of a CSV', () => {
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
