/** Words with assertions among them, where they are printed from the record: titles, standfirsts, takeaways. */
import type { Block } from '../assertions/read.ts';
import { typeset } from './typeset.ts';

export type RichText = readonly (string | { id: string })[];

/** The words of a block, ready to be set in type. */
export function richTextOf({ parts }: Pick<Block, 'parts'>): RichText {
  return parts.map((part) => ('text' in part ? typeset(part.text) : { id: part.element.id }));
}

/** As plain text. @param printed what each assertion prints, by id */
export function plainText(text: RichText, printed: ReadonlyMap<string, string>): string {
  return text
    .map((part) => (typeof part === 'string' ? part : (printed.get(part.id) ?? '')))
    .join('')
    .trim();
}
