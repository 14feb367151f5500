import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotation } from '../../src/assertions/quotation.ts';
import { compile, findingsOf, HELD } from '../support/report.ts';

const source = 'He said: “We can’t confirm it – not yet.” Rates,\n  he thinks, matter more than size.';

describe('a quotation stands in its source word for word', () => {
  it.each([
    ["We can't confirm it", true],
    ['We can’t confirm it - not yet.', true],
    ['We  can’t\nconfirm it', true],
    ['"We can’t confirm it – not yet."', true],
    ['We … not yet', true],
    ['We ... matter more', true],
    ['matter more … We', false],
    ['[They] can’t confirm it', true],
    ['Rates [of interest], he thinks, matter', true],
    ['We can confirm it', false],
    ['we can’t confirm it', false],
    ['We can’t confirm it, not yet', false],
    ['…', false],
    ['', false],
  ])('%j: %s', (quotation, holds) => expect(findQuotation(quotation, source).holds).toBe(holds));

  it('says which part is not there, and how far it goes', () => {
    expect(findQuotation('We can’t confirm that … size', source)).toEqual({
      holds: false,
      missing: "We can't confirm that",
      run: "We can't confirm",
      nearest: null,
    });
    expect(findQuotation('Rates matter', source)).toMatchObject({
      holds: false,
      run: null,
      nearest: 'Rates, he thinks, matter more than size.',
    });
    expect(findQuotation('The sky is blue', source)).toMatchObject({ holds: false, run: null, nearest: null });
  });

  it('any two parts of a text in their order are a quotation of it', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.nat(), (words, cut) => {
        const at = 1 + (cut % (words.length - 2));
        const text = words.join(' ');
        expect(findQuotation(`${words.slice(0, at).join('  ')} … ${words.slice(at + 1).join('\n')}`, text).holds).toBe(true);
      }),
    );
  });
});

describe('a Quote is a block', () => {
  const quote = '<Quote by="somebody" source="elsewhere">We can’t confirm it</Quote>';
  const refused = (body: string): string[] => findingsOf(`\n${body}`).filter((told) => told.includes('quote-inline'));

  it.each([
    `He said: ${quote}`,
    `${quote}\nA line below.`,
    `${quote}\n${quote.replace('<Quote', '<Quote id="again"')}`,
    `A **loud ${quote}** one.`,
    `## So ${quote}`,
    `| a |\n|---|\n| So ${quote} |`,
    `- So ${quote}`,
  ])('and no part of %s', (body) => expect(refused(body)[0]).toContain(' quote-inline: a Quote is set as a block'));

  it.each([
    quote,
    `A paragraph.\n\n${quote}\n\nAnother.`,
    `- ${quote}`,
    `> ${quote}`,
    `${quote} {/* here */}`,
    `<Note>\n${quote}\n</Note>`,
  ])('as in %s', (body) => expect(refused(body)).toEqual([]));

  it('which its author is told of', () =>
    expect(refused(`He said: ${quote}`)).toEqual([
      '11:10 quote-inline: a Quote is set as a block, and would tear this paragraph. Put it into a paragraph of its own, with an empty line before and after, or report the words in your own.',
    ]));
});

describe('a Quote in a report', () => {
  const quote = (words: string, id: string): string => `\n<Quote by="somebody" source="${id}">${words}</Quote>`;
  const quoted = (words: string, id: string): unknown => compile(quote(words, id)).record?.assertions[0];

  it('is looked up where the text is held, and its hash is to be listed', () => {
    expect(findingsOf(quote('We can’t confirm it', 'held'))).toEqual([
      "11:36 quote: the words are in 'held', and its card does not list them yet. Run 'npm run metrics': it writes their hash into content/sources/held.yaml, so that they can be checked without the text.",
    ]);
    expect(quoted('We can’t confirm it', 'held')).toMatchObject({ status: 'sourced', verbatim: true });
    expect(findingsOf(quote('We confirm it', 'held'))).toEqual([
      "11:36 quote: 'We confirm it' is not in the source 'held'. The nearest there: 'He said: \"We can't confirm it - not yet.\"'. Quote word for word, with … for what is left out.",
    ]);
    expect(HELD).toContain('confirm');
  });

  it('is known by its hash where the text is held elsewhere', () => {
    expect(findingsOf(quote('We can’t confirm it', 'elsewhere'))).toEqual([]);
    expect(quoted('We can’t confirm it', 'elsewhere')).toMatchObject({ status: 'sourced', verbatim: true });
    expect(findingsOf(quote('We can’t confirm this', 'elsewhere'))).toEqual([
      "11:41 quote: these words are not among those that were found in 'elsewhere', and its text is not here to look. Quote word for word; whoever holds the text runs 'npm run metrics', which lists them.",
    ]);
  });

  it('of a source that nobody holds is compared with nothing, which is a warning', () => {
    expect(findingsOf(quote('Anything', 'page'))).toEqual([
      "11:36 quote-unchecked: these words were compared with nothing: the text of 'page' is not here. Keep it as content/sources/text/page.txt and run 'npm run metrics', which looks them up and lists them.",
    ]);
    expect(compile(quote('Anything', 'page')).findings[0].severity).toBe('warning');
    expect(quoted('Anything', 'page')).toMatchObject({ status: 'sourced', verbatim: false });
  });
});
