/** Characters that nobody sees and that change what is seen, or what a program reads: none belongs in a text. */

/** Controls but for tab and line ends, what turns the direction of the words around it, line ends of Unicode's own, and what is no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

export interface UnseenCharacter {
  /** 'U+202E' */
  name: string;
  /** Offset of the first one in the text. */
  offset: number;
}

/** The first one of a text, character references such as `&#x202E;` read as what they stand for; null where there is none. */
export function unseenCharacter(text: string): UnseenCharacter | null {
  const found = UNSEEN.exec(text);
  if (found) return { name: nameOf(found[0].codePointAt(0) ?? 0), offset: found.index };
  for (const reference of text.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi)) {
    const code = Number.parseInt(reference[1] ?? reference[2], reference[1] ? 16 : 10);
    if (code > 0x10ffff || UNSEEN.test(String.fromCodePoint(code))) return { name: nameOf(code), offset: reference.index };
  }
  return null;
}

/** Every text of a value, keys included, that has one: the path to it, and the character's name. */
export function textsWithUnseen(value: unknown, path: readonly PropertyKey[] = []): { path: readonly PropertyKey[]; name: string }[] {
  if (typeof value === 'string') {
    const found = unseenCharacter(value);
    return found ? [{ path, name: found.name }] : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    return [...textsWithUnseen(key, at), ...textsWithUnseen(inside, at)];
  });
}

/** What is wrong with it, and what to do. */
export function unseenMessage(name: string): string {
  return `this text holds the character ${name}, which nobody sees and which changes how what stands around it is read. Delete it.`;
}

function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
