import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString } from '../src/css-string.ts';

/** What a browser reads in a string that holds nothing but plain characters and escapes in hex. */
const read = (string: string): string =>
  string.slice(1, -1).replace(/\\([0-9a-f]+) /g, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16)));

describe('a text as a string of CSS', () => {
  it.each([
    ['Small caps take the lead', '"Small caps take the lead"'],
    ['"} body { display: none }', '"\\22 \\7d  body \\7b  display\\3a  none \\7d "'],
    ['ends with \\', '"ends with \\5c "'],
    ['two\nlines', '"two\\a lines"'],
    ['</style>', '"\\3c \\2f style\\3e "'],
    ['\u0000', '"\\fffd "'],
  ])('%j', (text, expected) => expect(cssString(text)).toBe(expected));

  it('holds any text, and nothing in it ends the string', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cssString(text)).toMatch(/^"(?:[A-Za-z0-9 ,]|\\[0-9a-f]{1,6} )*"$/);
        expect(read(cssString(text))).toBe(text.replaceAll('\u0000', '\uFFFD'));
      }),
    ));
});
