import { expect, it } from 'vitest';
import { formatFinding } from '../../src/finding.ts';
import { checkTopics } from '../../src/reports/check-topics.ts';
import { topicsOf } from '../../src/reports/topics.ts';

/** Reports with these topics. */
function told(...topics: string[][]): string[] {
  const files = topics.map((of, index) => ({
    slug: `2024-07-1${index}-a`,
    path: `${index}.mdx`,
    text: `---\ntitle: A\ndescription: B\npublished: 2024-07-1${index}\nasOf: 2024-07-10\nsnapshot: 2024-07-17\nauthors: [The desk]\ntopics:\n${of.map((topic) => `  - "${topic}"\n`).join('')}---\n\nText.\n`,
  }));
  return checkTopics(files).map(formatFinding);
}

it('topics of several reports may be the same, and differ', () => expect(told(['Rates', 'Small caps'], ['Small caps'])).toEqual([]));

it('two topics with one address are told, where the second stands', () =>
  expect(told(['Rates', 'Small-cap rotation'], ['Rates', 'Small-Cap Rotation'])).toEqual([
    "1.mdx:10:5  error topic  the topic 'Small-Cap Rotation' would have the address of 'Small-cap rotation', /topics/small-cap-rotation/. Write it like that, or give it another name.",
  ]));

it('a topic without a letter has no address', () =>
  expect(told(['???'])).toEqual([
    "0.mdx:9:5  error topic  the topic '???' has no letter or digit to make an address of. Name it in words.",
  ]));

it('topics are listed by name, their reports in the order given', () => {
  const reports = [
    { slug: 'b', frontMatter: { topics: ['Small caps', 'Rates'] } },
    { slug: 'a', frontMatter: { topics: ['Small caps'] } },
  ];
  expect(topicsOf(reports).map(({ name, slug, reports: of }) => [name, slug, of.map((report) => report.slug)])).toEqual([
    ['Rates', 'rates', ['b']],
    ['Small caps', 'small-caps', ['b', 'a']],
  ]);
  expect(topicsOf([])).toEqual([]);
});
