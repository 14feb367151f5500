import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { components, isComponent } from '../../src/assertions/components.ts';
import { kinds } from '../../src/charts/kinds/index.ts';
import { parseCheckedYaml } from '../../src/checked-yaml.ts';
import { formatFinding } from '../../src/finding.ts';
import { fileSchemas } from '../../src/reference/file-schemas.ts';
import { expanded, figureSnippets, snippets } from '../../src/reference/snippets.ts';
import { compileReport } from '../../src/reports/compile.ts';
import { readContent } from '../../src/reports/content.ts';
import { frontMatterSchema } from '../../src/reports/front-matter.ts';
import { calendar, july2024 } from '../support/metrics.ts';

const DAY = '2024-07-17';
const figures = figureSnippets([...kinds.values()]);
const inText = [...snippets.filter(({ of }) => isComponent(of)), ...figures];
const inYaml = snippets.filter(({ of }) => fileSchemas.some(({ name }) => name === of));

const content = readContent('content');
const note = content.sources.get('note-2024-07-17');
if (!note) throw new Error('the desk has no note');
const desk = {
  ...content,
  // What recipes call a source.
  sources: new Map([...content.sources, ['note', note]]),
  snapshot: () => july2024,
  calendar,
};

const HEAD =
  '---\ntitle: A\ndescription: B\npublished: 2024-07-17\nasOf: 2024-07-16\nsnapshot: 2024-07-17\nauthors: [The desk]\ntopics: [Tests]\n---\n\n';

/** What the examples of kinds draw from beside the report. */
const files = new Map([...kinds.values()].flatMap((kind) => Object.entries(kind.files ?? {})));

const findingsIn = (text: string): string[] =>
  compileReport({ slug: `${DAY}-a`, path: 'a.mdx', text, files }, desk).findings.map(formatFinding);

describe('snippets', () => {
  it('there is one for every component, every file and every kind of chart', () => {
    const of = new Set<string>([...snippets, ...figures].map((snippet) => snippet.of));
    expect(
      [...Object.keys(components), ...fileSchemas.map(({ name }) => name)].filter((name) => !of.has(name) && name !== 'publisher'),
    ).toEqual([]);
    expect(figures.map(({ prefix }) => prefix)).toEqual([...kinds.keys()].map((kind) => `figure-${kind}`));
  });

  it('have prefixes and descriptions of their own', () => {
    for (const key of ['prefix', 'description'] as const) {
      const texts = [...snippets, ...figures].map((snippet) => snippet[key]);
      expect(texts).toEqual([...new Set(texts)]);
    }
  });

  it.each(inText)('$prefix compiles as it stands', ({ body }) => {
    expect(findingsIn(`${HEAD}${expanded(body, DAY)}\n`)).toEqual([]);
  });

  it('a waiver lets its line pass', () => {
    const waiver = snippets.find(({ prefix }) => prefix === 'loose')?.body ?? '';
    expect(findingsIn(`${HEAD}It was a 40-minute call.\n`)).toHaveLength(1);
    expect(findingsIn(`${HEAD}It was a 40-minute call. ${expanded(waiver, DAY)}\n`)).toEqual([]);
  });

  it('the head of a report is one', () => {
    const head = snippets.find(({ prefix }) => prefix === 'report')?.body ?? '';
    expect(findingsIn(expanded(head, DAY))).toEqual([]);
  });

  it.each(inYaml.filter(({ prefix }) => prefix !== 'report'))('$prefix passes its schema', ({ of, prefix, body }) => {
    const schema = of === 'front-matter' ? frontMatterSchema.partial() : fileSchemas.find(({ name }) => name === of)?.schema;
    expect(parseCheckedYaml(expanded(body, DAY), `${prefix}.yaml`, schema ?? z.never()).value).not.toEqual({});
  });
});

it('a snippet stands for its first words: places, choices, the day, what is escaped', () => {
  const body = `\${1:a} or \${2|one,two|}, \${3:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE} \${4:b \\} c}$0`;
  expect(expanded(body, DAY)).toBe('a or one, 2024-07-17 b } c');
});
