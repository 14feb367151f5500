/** Text that does not pass through Markdown, set as the text that does: names that do not break, quotation marks that curl. */
import { typeset } from './typeset.ts';

export function inType(text: string): string {
  return typeset(text)
    .replace(/(?<=^|[\s([“‘])'/g, '‘')
    .replaceAll("'", '’')
    .replace(/(?<=^|[\s([‘])"/g, '“')
    .replaceAll('"', '”');
}
