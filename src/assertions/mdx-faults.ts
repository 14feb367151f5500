/** What is said of a text that is no MDX, in an author's words: what is wrong and what to write instead. */

/** What the parser says, and what is said of it. The first that fits. */
const MESSAGES: readonly (readonly [of: RegExp, message: string])[] = [
  [/^Expected a closing tag for `<(\w+)>` before the end of/, '<$1> is not closed: write </$1> before the end of the paragraph.'],
  [/^Expected a closing tag for `<(\w+)>`/, '<$1> is not closed: write </$1> behind what it holds, on a line of its own.'],
  [
    /^Unexpected closing tag `<\/(\w+)>`, expected corresponding closing tag for `<(\w+)>`/,
    '<$2> is not closed: write </$2> before </$1>, or in its place.',
  ],
  [/^Unexpected closing slash `\/` in tag/, 'a tag is closed that is not open. Delete it, or write the one that opens before it.'],
  [
    /^Unexpected character `[‘’‚‛“”„‟«»″′]`.* (?:attribute|end of the tag)/,
    'curly quotes stand around the value of an attribute: write straight quotes, m="…".',
  ],
  [/^Unexpected character .* before attribute value/, 'the value of an attribute stands in quotes: write m="…".'],
  [/before attribute value/, 'an attribute has no value: write m="…".'],
  [/^Unexpected character `"`.* attribute name/, "inside of a text in double quotes, a Fact takes single quotes: <Fact m='…'>."],
  [/^Unexpected character `'`.* attribute name/, 'inside of a text in single quotes, a Fact takes double quotes: <Fact m="…">.'],
  [
    /in attribute value, expected a corresponding closing quote/,
    'the quotes around the value of an attribute are not closed: write m="…".',
  ],
  [/to create a comment in MDX/, 'a comment is written {/* … */}.'],
  [/to create a link in MDX/, 'a link is written [its words](https://…).'],
  [/^Unexpected character .* before name/, "'<' begins a tag. Write &lt; for the sign itself, or say it in words."],
  [/in expression, expected a corresponding closing brace/, "'{' is not closed: write } behind it, or \\{ for the sign itself."],
  [/^Unexpected end of file/, "a tag is not closed: write '>' behind it."],
];

/** @param reason as the parser says it, without places */
export function mdxMessage(reason: string): string {
  const what = reason.split('\n')[0].replace(/\.$/, '');
  for (const [of, message] of MESSAGES) {
    const found = of.exec(what);
    if (found) return message.replace(/\$(\d)/g, (_all, group) => found[Number(group)]);
  }
  return `the MDX can't be read: ${what}.`;
}
