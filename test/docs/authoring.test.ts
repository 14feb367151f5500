import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCheckedYaml } from '../../src/checked-yaml.ts';
import { formatFinding } from '../../src/finding.ts';
import { compileReport } from '../../src/reports/compile.ts';
import { readContent } from '../../src/reports/content.ts';
import { personSchema, sourceSchema } from '../../src/reports/front-matter.ts';
import { calendar, july2024 } from '../support/metrics.ts';

const PATH = 'docs/authoring.md';
const guide = readFileSync(PATH, 'utf8');
const desk = { ...readContent('content'), snapshot: () => july2024, calendar };
const HEAD =
  '---\ntitle: A\ndescription: B\npublished: 2024-07-17\nasOf: 2024-07-16\nsnapshot: 2024-07-17\nauthors: [The desk]\ntopics: [Tests]\n---\n\n';

const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block);

describe("the author's guide", () => {
  it.each(blocks('mdx'))('%s holds as it stands', (mdx) => {
    const { findings } = compileReport({ slug: '2024-07-17-a', path: 'a.mdx', text: `${HEAD}${mdx}` }, desk);
    expect(findings.map(formatFinding)).toEqual([]);
  });

  it('shows cards that pass their schemas', () => {
    expect(blocks('yaml person').map((yaml) => parseCheckedYaml(yaml, PATH, personSchema).value.name)).toHaveLength(1);
    expect(blocks('yaml source').map((yaml) => parseCheckedYaml(yaml, PATH, sourceSchema).value.title)).toHaveLength(1);
  });

  it('names rules that there are', () => {
    const rules = [...guide.matchAll(/^\| (`[a-z`, -]+`) \|/gm)].flatMap(([, cell]) =>
      [...cell.matchAll(/`([a-z-]+)`/g)].map(([, rule]) => rule),
    );
    expect(rules).toContain('record-drift');
    const refused = readFileSync('test/cases/wrong/expected.txt', 'utf8');
    // Those of a record that is there stand in test/commands/check.test.ts and test/reports/history.test.ts, of calls in their own.
    for (const rule of rules.filter((name) => !['record-drift', 'wording-changed'].includes(name) && !name.startsWith('call-')))
      expect(refused, rule).toContain(` ${rule} `);
  });

  it('leads to pages that are there', () => {
    for (const [, target] of guide.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
      expect(existsSync(join(dirname(PATH), target)), target).toBe(true);
  });
});
