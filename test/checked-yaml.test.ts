import { describe, expect, it } from 'vitest';
import { parseCheckedYaml } from '../src/checked-yaml.ts';
import { frontMatterSchema } from '../src/reports/front-matter.ts';

const head = {
  title: 'title: A',
  description: 'description: B',
  published: 'published: 2024-07-17',
  asOf: 'asOf: 2024-07-16',
  snapshot: 'snapshot: 2024-07-17',
  authors: 'authors: [The desk]',
  topics: 'topics: [Rotation]',
};

function faults(change: Partial<Record<keyof typeof head | 'more', string>>): string[] {
  const text = Object.values({ ...head, ...change }).join('\n');
  try {
    parseCheckedYaml(text, 'r.mdx', frontMatterSchema, 2);
    return [];
  } catch (fault) {
    return (fault as Error).message.split('\n');
  }
}

describe('front matter', () => {
  it('that is complete passes, and has its defaults', () => {
    expect(faults({})).toEqual([]);
    const { value, placeOf } = parseCheckedYaml(Object.values(head).join('\n'), 'r.mdx', frontMatterSchema, 2);
    expect(value).toMatchObject({ draft: false, corrections: [], allow: [] });
    expect(placeOf('asOf')).toEqual({ path: 'r.mdx', line: 5, column: 1 });
  });

  it.each([
    [
      'an unknown key, with the nearest known one',
      { asOf: 'asof: 2024-07-16' },
      ["r.mdx:5:1  error unknown-key  unknown key 'asof'. Did you mean 'asOf'?"],
    ],
    [
      'an unknown key inside a list',
      { more: 'allow:\n  - { text: a, reasn: b }' },
      ["r.mdx:10:16  error unknown-key  unknown key 'reasn'. Did you mean 'reason'? Known keys: text, reason."],
    ],
    [
      'a date that does not exist',
      { published: 'published: 2024-02-30' },
      ["r.mdx:4:1  error wrong-value  'published' is not right: write a date as YYYY-MM-DD."],
    ],
    [
      'an asOf that is no date',
      { asOf: 'asOf: today' },
      ["r.mdx:5:1  error wrong-value  'asOf' is not right: write a date as YYYY-MM-DD, or 'latest'."],
    ],
    ['no authors', { authors: 'authors: []' }, ["r.mdx:7:1  error wrong-value  'authors' is not right: name at least one author."]],
    ['an empty title', { title: "title: ''" }, ["r.mdx:2:1  error wrong-value  'title' is not right: write something here."]],
    [
      'two faults, both told',
      { title: "title: ''", topics: 'topic: [x]' },
      ['r.mdx:2:1  error wrong-value', "r.mdx:8:1  error unknown-key  unknown key 'topic'. Did you mean 'topics'?"],
    ],
    ['no YAML at all', { title: 'title: "A' }, ['r.mdx:8:19  error yaml  this is not valid YAML']],
    [
      'a key that stands twice',
      { more: 'title: B' },
      ["r.mdx:9:1  error yaml  'title' stands twice, here and on line 2. Keep one of them."],
    ],
    ['a key that is not there', { topics: '' }, ["r.mdx:2  error missing-key  'topics' is missing: write a list: [one, another]."]],
    [
      'a month that does not exist',
      { published: 'published: 2024-13-01' },
      ["r.mdx:4:1  error wrong-value  'published' is not right: write a date as YYYY-MM-DD."],
    ],
    [
      'a date of another form',
      { published: 'published: 17.07.2024' },
      ["r.mdx:4:1  error wrong-value  'published' is not right: write a date as YYYY-MM-DD."],
    ],
    [
      'a date with a time',
      { published: 'published: 2024-07-17T09:30:00Z' },
      ["r.mdx:4:1  error wrong-value  'published' is not right: write a date as YYYY-MM-DD."],
    ],
    [
      'a year for a date',
      { published: 'published: 2024' },
      ["r.mdx:4:1  error wrong-value  'published' is not right: write a date as YYYY-MM-DD."],
    ],
    [
      'a title that is a number',
      { title: 'title: 2024' },
      ['r.mdx:2:1  error wrong-value  \'title\' is not right: write it as a text, in quotes: "2024".'],
    ],
    [
      'one author, not in a list',
      { authors: 'authors: The desk' },
      ["r.mdx:7:1  error wrong-value  'authors' is not right: write a list: [The desk]."],
    ],
    [
      'one topic, not in a list',
      { topics: 'topics: Rates' },
      ["r.mdx:8:1  error wrong-value  'topics' is not right: write a list: [Rates]."],
    ],
    ['a draft that is yes', { more: 'draft: yes' }, ["r.mdx:9:1  error wrong-value  'draft' is not right: write true or false."]],
    [
      'a kind of correction that there is not',
      { more: 'corrections:\n  - { date: 2024-07-18, kind: corection, was: a, now: b, why: c }' },
      [
        "r.mdx:10:25  error wrong-value  'corrections.0.kind' is not right: write correction, clarification, update or retraction. Did you mean 'correction'?",
      ],
    ],
    [
      'an indent of tabs',
      { more: 'allow:\n\t- { text: a, reason: b }' },
      ['r.mdx:10:1  error yaml  this is not valid YAML: a tab stands where the line is indented. Indent with spaces.'],
    ],
    [
      'a colon in a text without quotes',
      { title: 'title: Small caps: the lead' },
      [
        "r.mdx:2:8  error yaml  this is not valid YAML: ': ' stands in a text that is not in quotes, or a line is indented too far. Put the text in quotes.",
      ],
    ],
    [
      'a star that refers to nothing',
      { title: 'title: *lead' },
      ["r.mdx:2:8  error yaml  '*lead' refers to something that is not in the file."],
    ],
    [
      'a key that stands twice, and what else is wrong',
      { more: 'title: B\ndraft: no' },
      [
        "r.mdx:9:1  error yaml  'title' stands twice, here and on line 2.",
        "r.mdx:10:1  error wrong-value  'draft' is not right: write true or false.",
      ],
    ],
  ])('%s', (_name, change, expected) => {
    const found = faults(change);
    for (const start of expected)
      expect(
        found.some((finding) => finding.startsWith(start)),
        found.join('\n'),
      ).toBe(true);
    expect(found).toHaveLength(expected.length);
  });
});
