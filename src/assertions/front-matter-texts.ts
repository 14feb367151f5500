/** The texts of the front matter that a reader sees, with the place of each character. */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { SourceText } from './source-text.ts';

export interface FrontMatterText {
  key: 'title' | 'description';
  value: string;
  /** Offset in the file of each character of the value. */
  offsets: number[];
}

/**
 * @param yaml the front matter without its dashes
 * @param begin offset of its first character in the file
 * @returns nothing for what is not a text: the schema says so
 */
export function readFrontMatterTexts(yaml: string, begin: number, source: SourceText): FrontMatterText[] {
  const { contents, errors } = parseDocument(yaml, { schema: 'core' });
  if (!isMap(contents)) return [];
  return (['title', 'description'] as const).flatMap((key) => {
    const node: unknown = contents.get(key, true);
    if (!isScalar<unknown>(node) || typeof node.value !== 'string' || !node.range) return [];
    const { value, range } = node;
    // What a fault of YAML left of a text is not read: the fault is told.
    if (errors.some(({ pos: [at] }) => at >= range[0] && !yaml.slice(range[1], at).includes('\n'))) return [];
    // A folded text has spaces where the file has line ends and indents: each character is looked for from the one before.
    let at = begin + range[0];
    const offsets = value.split('').map((character) => {
      const next = source.text.indexOf(character, at);
      if (!/\s/.test(character) && next >= 0) at = next;
      return at++;
    });
    return [{ key, value, offsets }];
  });
}
