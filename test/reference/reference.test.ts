import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { components } from '../../src/assertions/components.ts';
import * as lexicon from '../../src/assertions/lexicon.ts';
import { verify } from '../../src/assertions/verify.ts';
import { dayOf } from '../../src/data/day.ts';
import { evaluateAt } from '../../src/metrics/evaluate.ts';
import { fetchDeclaration } from '../../src/publishers/fetch-declaration.ts';
import { fileSchemas } from '../../src/reference/file-schemas.ts';
import { type JsonSchema, jsonSchemaOf } from '../../src/reference/json-schema.ts';
import { keysOf } from '../../src/reference/key-table.ts';
import { referenceFiles } from '../../src/reference/reference.ts';
import { wordGroups, wordsOf } from '../../src/reference/word-groups.ts';
import { subjectOf } from '../../src/reports/subject-of.ts';
import { calendar, july2024 } from '../support/metrics.ts';

const files = referenceFiles();
const SENTENCE = /^[A-Z`].*\.$/;

describe('the reference', () => {
  it.each([...files])("%s is what the code says; 'npm run reference' writes it", (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('has nothing that the code no longer writes', () => {
    const written = [...files.keys()];
    for (const folder of ['docs/reference', 'docs/schemas', '.vscode'])
      expect(readdirSync(folder).map((name) => join(folder, name))).toEqual(written.filter((path) => path.startsWith(`${folder}/`)).sort());
  });

  it('links to pages that are there', () => {
    for (const [path, text] of files)
      for (const [, target] of text.matchAll(/\]\(([^)#]+\.md)[)#]/g))
        expect(readFileSync(join('docs/reference', target), 'utf8'), `${path} links to ${target}`).toMatch(/^# /);
  });
});

describe('what is said of keys and attributes', () => {
  const described = [
    // Of what has no page of the reference, a guide tells the keys.
    ...fileSchemas.filter(({ page }) => page !== null).map(({ title, schema }) => jsonSchemaOf(schema, title)),
    ...kindsOf(jsonSchemaOf(fetchDeclaration, '')),
  ];

  it.each(described)('is a sentence, for each key: $title', (schema) => {
    const undescribed = keysOf(schema).filter(({ doc }) => !SENTENCE.test(doc));
    expect(undescribed.map(({ path }) => path).filter((path) => path !== '<name>')).toEqual([]);
  });

  it.each(Object.entries(components))('is a sentence, for each attribute: %s', (_, { doc, attributes }) => {
    for (const text of [doc, ...Object.values(attributes).map((attribute) => attribute.doc)]) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  function kindsOf({ oneOf = [] }: JsonSchema): JsonSchema[] {
    return oneOf.map((form) => ({ ...form, title: `fetch of kind ${form.properties?.kind?.const}` }));
  }
});

describe('the JSON Schemas', () => {
  const byName = new Map(fileSchemas.map((file) => [file.name, file]));
  const read = (name: string): z.ZodType => z.fromJSONSchema(JSON.parse(readFileSync(`docs/schemas/${name}.json`, 'utf8')));

  const yamlFiles = fileSchemas
    .filter(({ files }) => files.endsWith('.yaml'))
    .flatMap(({ name, files }) => globSync(files).map((file) => [name, file] as const));

  it.each(yamlFiles)('%s lets %s pass', (name, path) => {
    expect(read(name).safeParse(parse(readFileSync(path, 'utf8'))).error?.issues ?? []).toEqual([]);
  });

  it('front-matter lets the heads of our reports pass', () => {
    for (const slug of readdirSync('content/reports')) {
      const [, head] = readFileSync(`content/reports/${slug}/index.mdx`, 'utf8').split(/^---$/m);
      expect(read('front-matter').safeParse(parse(head)).error?.issues ?? []).toEqual([]);
    }
  });

  it.each([
    ['front-matter', { titel: 'A' }],
    ['person', { name: 'A', kind: 'human' }],
    ['person', { name: 'A', kind: 'person', rol: 'x' }],
    ['source', { title: 'A', publisher: 'B' }],
    ['home', { state: [{ label: 'A', window: 'B', m: 'rut', sessions: 5 }] }],
  ])('%s refuses %o, as our own check does', (name, value) => {
    expect(read(name).safeParse(value).success).toBe(false);
    expect(byName.get(name)?.schema.safeParse(value).success).toBe(false);
  });
});

describe('the words', () => {
  const groups = Object.values(wordGroups).flat();

  it('are all on the page: each list of the lexicon, and each of its parts', () => {
    const wholeOf = (list: unknown): string[] => [list].flatMap(textsIn);
    const shown = new Set(groups.flatMap(wordsOf));
    expect(
      Object.values(lexicon)
        .flatMap(wholeOf)
        .filter((word) => !shown.has(word)),
    ).toEqual([]);
  });

  function textsIn(value: unknown): string[] {
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return value.flatMap(textsIn);
    return Object.entries(value as object).flatMap(([key, one]) => (typeof one === 'number' ? [key] : textsIn(one)));
  }

  it.each(groups.filter(({ example }) => example))('the example of $title holds, and has a word of it', (group) => {
    const { words, metric, at = '2024-07-16' } = group.example ?? { words: '', metric: '' };
    const context = { snapshot: july2024, calendar, asOf: dayOf(at), published: dayOf('2024-07-17') };
    expect(verify(words, subjectOf(metric, dayOf(at), evaluateAt(metric, dayOf(at), context), context)).complaints).toEqual([]);
    expect(wordsOf(group).some((word) => words.toLowerCase().includes(word.toLowerCase()))).toBe(true);
  });
});
