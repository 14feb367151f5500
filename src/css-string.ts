/** Any text as a string of CSS. All but letters, digits, spaces and commas of ASCII is escaped, so that nothing can end the string. */
export function cssString(text: string): string {
  const escaped = [...text.toWellFormed()].map((character) =>
    /[A-Za-z0-9 ,]/.test(character) ? character : `\\${(character.codePointAt(0) || 0xfffd).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
