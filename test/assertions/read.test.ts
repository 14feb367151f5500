import { describe, expect, it } from 'vitest';
import { joinedWords } from '../../src/assertions/loose.ts';
import { readReport } from '../../src/assertions/read.ts';

const report = (body: string): string => `---\ntitle: A\n---\n\n${body}\n`;
const read = (body: string) => readReport(report(body), 'r.mdx');

function faults(body: string): string {
  try {
    read(body);
    return 'none';
  } catch (fault) {
    return (fault as Error).message;
  }
}

describe('reading a report', () => {
  it('gives ids in the order of the text, whatever stands inside what', () => {
    const { elements } = read(
      'A <Fact m="a" /> b.\n\n<Takeaways>\n1. c <Fact m="b">3%</Fact>\n</Takeaways>\n\n<Figure kind="k" series="s" title="t" subtitle="u" />\n\nd <Fact m="c" id="own" /> e <Fact m="d" />',
    );
    expect(elements.map(({ id }) => id)).toEqual(['f1', 'f2', 'fig1', 'own', 'f4']);
  });

  it('folds white space in the words and remembers where each character stands', () => {
    const { elements, source } = read('The index <Fact m="a">closed\n  up\n  3.5%</Fact>.');
    expect(elements[0].text).toBe('closed up 3.5%');
    expect(source.placeOf(elements[0].textOffsets[10])).toEqual({ path: 'r.mdx', line: 7, column: 3 });
  });

  it('reads words through emphasis', () => {
    expect(read('<Fact m="a">up *3.5%* now</Fact> x').elements[0].text).toBe('up 3.5% now');
  });

  it('knows the offset of an attribute, to place an error inside a metric', () => {
    const { elements, source } = read('ab <Fact m="return(rut, 5d)" />');
    const offset = elements[0].attributes.get('m')?.offset ?? 0;
    expect(source.text.slice(offset, offset + 6)).toBe('return');
  });

  it('keeps headings and links', () => {
    const { headings, links } = read('## One *two*\n\n[a](#b)');
    expect(headings).toEqual([{ depth: 2, text: 'One two' }]);
    expect(links.map(({ url }) => url)).toEqual(['#b']);
  });

  it('sees as one what a reader sees as one: paragraphs, headings, cells, items, notes apart from their paragraph', () => {
    const { blocks } = read('## One\n\na <Fact m="x">b</Fact> *c*\nd<Note title="e">f</Note>.\n\n- g\n\n| h | i |\n|---|---|\n| j | k |');
    const seen = blocks.map((block) => `${block.role}: ${joinedWords(block).text}`);
    expect(seen).toEqual([
      'title: A',
      'heading: One',
      'text: a \uFFFC c d.',
      'names: e',
      'note: f',
      'text: g',
      'text: h',
      'text: i',
      'text: j',
      'text: k',
    ]);
  });

  it('knows the place of every character of a block, across folded lines and in attributes', () => {
    const { blocks, source } = readReport(
      '---\ntitle: >-\n  Up\n  3%\n---\n\na\n  b 4%\n\n<Figure kind="k" series="s" title="5%" subtitle="u" />\n',
      'r.mdx',
    );
    const placeOf = (words: string): string => {
      const { text, offsets } = blocks.map(joinedWords).find((one) => one.text.includes(words)) ?? { text: '', offsets: [] };
      const { line, column } = source.placeOf(offsets[text.indexOf(words)]);
      return `${line}:${column}`;
    };
    expect(['3%', '4%', '5%'].map(placeOf)).toEqual(['4:3', '8:5', '10:36']);
  });

  it('lets comments and plain HTML pass', () => {
    expect(faults('{/* a note to ourselves */}\n\na <b>c</b>')).toBe('none');
  });
});

describe('faults have a place and say what to write', () => {
  it.each([
    [
      '<Fcat m="a" />',
      "r.mdx:5:1  error unknown-component  unknown component <Fcat>. Did you mean 'Fact'? Known: Fact, Reported, Quote, Call, Figure, EventStudy, Takeaways, Audit, Note.",
    ],
    ['a <fact m="a" /> b', /^r\.mdx:5:3 {2}error unknown-component {2}unknown component <fact>\. Did you mean 'Fact'\?/],
    ['<Figure title="a <Fact m="b" />" />', /inside of a text in double quotes, a Fact takes single quotes: <Fact m='…'>\.$/],
    [
      'a <Fact metric="a" />',
      "r.mdx:5:9  error unknown-attribute  unknown attribute 'metric' of <Fact>. Did you mean 'm'? Known: m, at, over, format, id.",
    ],
    [
      'a <Fact m="a" formt=".1%" />',
      "r.mdx:5:15  error unknown-attribute  unknown attribute 'formt' of <Fact>. Did you mean 'format'? Known: m, at, over, format, id.",
    ],
    ['a <Fact />', "r.mdx:5:3  error missing-attribute  <Fact> needs the attribute 'm'."],
    ['a <Fact m={metric} />', 'r.mdx:5:9  error attribute  write \'m\' of <Fact> as text in quotes: m="…". The report is read, not run.'],
    ['a <Fact {...all} m="a" />', 'r.mdx:5:9  error attribute  <Fact> takes its attributes as text, not as code.'],
    ['a {1 + 1} b', 'r.mdx:5:3  error code  a report holds no code. Write the value as a Fact, or a comment as {/* … */}.'],
    ["import x from 'y'", 'r.mdx:5:1  error code  a report holds no code. Write the value as a Fact, or a comment as {/* … */}.'],
    ['<Quote by="a" source="b"></Quote>', 'r.mdx:5:1  error no-words  <Quote> has no words inside.'],
    ['a <Fact m="a" id="x" /> <Fact m="b" id="x" />', "r.mdx:5:25  error id  the id 'x' is taken, on line 5. Choose another."],
    ['a <Fact m="a" id="f2" /> <Fact m="b" />', "r.mdx:5:26  error id  the id 'f2' is taken, on line 5. Choose another."],
    [
      'a <Fact m="a" id="Äh" />',
      "r.mdx:5:3  error id  the id 'Äh' must have lower-case letters, digits and '-' only, and begin with a letter.",
    ],
    ['a <Fact m="a">b', 'r.mdx:5:3  error mdx  <Fact> is not closed: write </Fact> before the end of the paragraph.'],
    ['<Note>\nb', 'r.mdx:5:1  error mdx  <Note> is not closed: write </Note> behind what it holds, on a line of its own.'],
    ['a <Fact m="a">b</Quote>', 'r.mdx:5:3  error mdx  <Fact> is not closed: write </Fact> before </Quote>, or in its place.'],
    ['a b</Fact>', 'r.mdx:5:5  error mdx  a tag is closed that is not open. Delete it, or write the one that opens before it.'],
    ['a <Fact m=“a”>b</Fact>', 'r.mdx:5:11  error mdx  curly quotes stand around the value of an attribute: write straight quotes, m="…".'],
    ['a <Fact m=a>b</Fact>', 'r.mdx:5:11  error mdx  the value of an attribute stands in quotes: write m="…".'],
    ['a <Fact m="a>b', /^r\.mdx:5:\d+ {2}error mdx {2}the quotes around the value of an attribute are not closed: write m="…"\.$/],
    ['<5% a', "r.mdx:5:2  error mdx  '<' begins a tag. Write &lt; for the sign itself, or say it in words."],
    ['a {b', /^r\.mdx:5:\d+ {2}error mdx {2}'\{' is not closed: write \} behind it, or \\\{ for the sign itself\.$/],
    ['<!-- a -->', 'r.mdx:5:2  error mdx  a comment is written {/* … */}.'],
    ['<https://a.b>', 'r.mdx:5:8  error mdx  a link is written [its words](https://…).'],
  ])('%s', (body, message) => {
    if (typeof message === 'string') expect(faults(body)).toBe(message);
    else expect(faults(body)).toMatch(message);
  });

  it('all of them at once', () => {
    expect(faults('<Fcat />\n\na <Fact />\n\n{x}').split('\n')).toHaveLength(3);
  });

  it('a report without front matter', () => {
    expect(() => readReport('# Hello\n', 'r.mdx')).toThrow(
      "r.mdx:1:1  error front-matter  the report must begin with front matter: '---', its keys, '---'.",
    );
  });
});
