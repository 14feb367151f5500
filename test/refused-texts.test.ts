import { describe, expect, it } from 'vitest';
import { readReport } from '../src/assertions/read.ts';
import { parseCheckedYaml } from '../src/checked-yaml.ts';
import { manifestSchema } from '../src/data/manifest.ts';
import { publisherSchema } from '../src/publishers/declaration.ts';
import { personSchema, sourceSchema } from '../src/reports/front-matter.ts';
import { unseenCharacter } from '../src/unseen-characters.ts';

function told(action: () => unknown): string {
  try {
    action();
    return 'nothing';
  } catch (fault) {
    return (fault as Error).message;
  }
}

const report = (body: string, title = 'A'): string => told(() => readReport(`---\ntitle: ${title}\n---\n\n${body}\n`, 'r.mdx'));
const person = (text: string): string => told(() => parseCheckedYaml(text, 'people/a.yaml', personSchema));

describe('a character that nobody sees is refused', () => {
  it.each([
    ['a null', '\u0000', 'U+0000'],
    ['a bell', '\u0007', 'U+0007'],
    ['an escape', '\u001b', 'U+001B'],
    ['delete', '\u007f', 'U+007F'],
    ['a control of Latin 1', '\u0085', 'U+0085'],
    ['what turns the text around', '\u202e', 'U+202E'],
    ['what isolates it', '\u2066', 'U+2066'],
    ['a line end of Unicode', '\u2028', 'U+2028'],
    ['half a character', '\ud800', 'U+D800'],
    ['no character', '\uffff', 'U+FFFF'],
    ['a reference to one', '&#x202E;', 'U+202E'],
    ['a decimal reference to one', '&#8238;', 'U+202E'],
  ])('%s', (_name, character, name) => {
    expect(unseenCharacter(`ab${character}c`)).toEqual({ name, offset: 2 });
    expect(report(`Words ab${character}c.`)).toMatch(
      new RegExp(`^r\\.mdx:[56]:\\d+  error unseen-character  this text holds the character ${name.replace('+', '\\+')}`),
    );
  });

  it.each(['tab\tand\r\nline ends', 'no-break\u00a0space', 'word\u2060joiner', 'Ελληνικά עברית 日本語', '🙂 👩‍👩‍👧 🇺🇸', '&amp;amp; &#38;'])(
    '%s is seen, or harmless',
    (text) => expect(unseenCharacter(text)).toBe(null),
  );

  it('in every text of YAML, escapes read, with its place', () => {
    expect(person('kind: person\nname: "Ann\\u202Eeve"')).toBe(
      'people/a.yaml:2:1  error unseen-character  this text holds the character U+202E, which nobody sees and which changes how what stands around it is read. Delete it.',
    );
    const source = 'title: A\npublisher: null\ndate: "2024-07-17"\nquotes: ["a\\0"]';
    expect(told(() => parseCheckedYaml(source, 's.yaml', sourceSchema))).toContain('s.yaml:4:10  error unseen-character');
  });
});

describe('an address that is none of the web is refused', () => {
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'vbscript:x',
    'mailto:a@b.example',
    'nowhere',
    '//a.example',
  ])('%s of a person', (url) => {
    expect(person(`kind: person\nname: Ann\nurl: "${url}"`)).toBe(
      "people/a.yaml:3:1  error wrong-value  'url' is not right: write an address that begins with https:// or http://.",
    );
  });

  it('of the web it is not', () => expect(person('kind: person\nname: Ann\nurl: "https://a.example/?b=1#c"')).toBe('nothing'));

  it.each([
    ['a source', sourceSchema.shape.url],
    ['a publisher', publisherSchema.shape.url],
    ["a publisher's licence", publisherSchema.shape.licence.shape.path],
    ['a resource', manifestSchema.shape.resources.element.options[0].shape.provenance.shape.url],
    ['the terms of a resource', manifestSchema.shape.resources.element.options[0].shape.provenance.shape.termsUrl],
    ['a licence of a snapshot', manifestSchema.shape.licenses.element.shape.path],
  ])('of %s', (_name, schema) => {
    expect(schema.safeParse('javascript:alert(1)').success).toBe(false);
    expect(schema.safeParse('https://a.example/').success).toBe(true);
  });

  it.each([
    ['[a](javascript:alert\\(1\\))', 'javascript'],
    ['[a](<java\tscript:alert(1)>)', 'javascript'],
    ['[a](&#106;avascript:alert)', 'javascript'],
    ['[a](data:text/html,x)', 'data'],
    ['![a](data:image/svg+xml,x)', 'data'],
    ['[a][b]\n\n[b]: vbscript:x', 'vbscript'],
    ['<Note>[a](javascript:x)</Note>', 'javascript'],
  ])('of a link: %s', (body, scheme) => expect(report(body)).toContain(`error link-scheme  a link can't lead to '${scheme}:'`));

  it.each(['[a](https://b.example/)', '[a](mailto:a@b.example)', '[a](/reports/)', '[a](#b)', '[a](b:80/)'.replace('b:80', './b:80')])(
    '%s may stand',
    (body) => expect(report(body)).toBe('nothing'),
  );
});

describe('an element of HTML that could run, load or restyle is refused', () => {
  it.each([
    ['<script>alert(1)</script>', 'a report holds no <script>. Write Markdown, or one of '],
    ['<img src="x" onerror="alert(1)" />', 'a report holds no <img>.'],
    ['<iframe src="https://a.example/" />', 'a report holds no <iframe>.'],
    ['<style>p</style>', 'a report holds no <style>.'],
    ['<a href="javascript:alert(1)">b</a>', 'a report holds no <a>.'],
    ['a <b onclick="alert(1)">b</b>', '<b> takes no onclick in a report.'],
    ['a <b style="color:red">b</b>', '<b> takes no style in a report.'],
    ['a <b {...c}>b</b>', '<b> takes no {…} in a report.'],
    ['a <b title={c}>b</b>', '<b> takes no title in a report.'],
    ['<Note title="<img />">b</Note>', 'a report holds no <img>.'],
  ])('%s', (body, message) => expect(report(body)).toContain(`error element  ${message}`));

  it('in a headline too', () =>
    expect(report('Words.', "'<script>alert(1)</script>'")).toContain('r.mdx:2:9  error element  a report holds no <script>.'));

  it.each(['a <sub>b</sub> <abbr title="c" lang="en">d</abbr><br />', 'a \\<script> b', '`<script>`'])('%s may stand', (body) =>
    expect(report(body)).toBe('nothing'),
  );
});
