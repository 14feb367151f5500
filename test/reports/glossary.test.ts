import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readReport } from '../../src/assertions/read.ts';
import { parseCheckedYaml } from '../../src/checked-yaml.ts';
import { readContent } from '../../src/reports/content.ts';
import { glossarySchema } from '../../src/reports/front-matter.ts';

const faults = (text: string): string => {
  try {
    parseCheckedYaml(text, 'g.yaml', glossarySchema);
    return '';
  } catch (fault) {
    return (fault as Error).message;
  }
};

it.each([
  ['passes with a term and a definition', 'yield:\n  term: Yield\n  definition: What a bond pays.\n', ''],
  ['wants a definition', 'yield:\n  term: Yield\n', "g.yaml:1:1  error missing-key  'yield.definition' is missing: write a text."],
  [
    'knows its keys',
    'yield:\n  term: Yield\n  definition: A.\n  sea: []\n',
    "g.yaml:4:3  error unknown-key  unknown key 'sea'. Did you mean 'see'? Known keys: term, definition, see, method.",
  ],
  [
    'refers only to terms that are there',
    'yield:\n  term: Yield\n  definition: A.\n  see: [yeld, bond]\nbond:\n  term: Bond\n  definition: B.\n',
    "g.yaml:4:9  error wrong-value  'yield.see.0' is not right: there is no term 'yeld'. Did you mean 'yield'?",
  ],
  [
    'does not refer a term to itself',
    'yield:\n  term: Yield\n  definition: A.\n  see: [yield]\n',
    "g.yaml:4:9  error wrong-value  'yield.see.0' is not right: a term does not refer to itself.",
  ],
  [
    'has ids that can be anchors',
    'A yield:\n  term: Yield\n  definition: A.\n',
    "g.yaml:1:1  error wrong-value  'A yield' is not right: begin with a letter; then lower-case letters, digits and '-'.",
  ],
])('a glossary %s', (_what, text, told) => expect(faults(text)).toBe(told));

const { glossary, reports } = readContent('content');

it('the project’s glossary explains each term in one or two sentences', () => {
  for (const [id, { definition }] of glossary) expect(definition.match(/[.](?= [A-Z]|$)/g)?.length, id).toBeLessThanOrEqual(2);
});

it('no two terms have one name', () => {
  const names = [...glossary.values()].map(({ term }) => term.toLowerCase());
  expect(names).toEqual([...new Set(names)]);
});

it('the reports link to terms, each of them at its first use only', () => {
  for (const { path } of reports) {
    const linked = readReport(readFileSync(path, 'utf8'), path).links.flatMap(({ url }) => /^\/glossary\/#(.+)/.exec(url)?.[1] ?? []);
    expect(linked.length, path).toBeGreaterThan(5);
    expect(linked, path).toEqual([...new Set(linked)]);
  }
});
