/**
 * Is a quotation word for word in its source? White space and the shapes of quote marks and dashes do not count.
 * '…' (or '...') parts what was left out: the parts must follow each other. '[…]' is the editor's: what stands in it is not looked for.
 */

export interface QuotationVerdict {
  holds: boolean;
  /** The first part that is not in the source after the parts before it. */
  missing?: string;
  /** The longest beginning of that part that is: where the words go apart. */
  upTo?: string;
}

export function foldQuotation(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\.\.\./g, '…')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

export function findQuotation(quotation: string, source: string): QuotationVerdict {
  const text = foldQuotation(source);
  const parts = foldQuotation(quotation)
    .split(/\s*(?:…|\[[^\]]*\])\s*/)
    .filter((part) => part !== '');
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return { holds: false, missing: part, upTo: commonBeginning(part, text) };
    from = at + part.length;
  }
  return { holds: parts.length > 0 };
}

/** The longest run of whole words from the beginning of `part` that stands in `text`. */
function commonBeginning(part: string, text: string): string {
  const words = part.split(' ');
  for (let n = words.length - 1; n > 0; n--) {
    const beginning = words.slice(0, n).join(' ');
    if (text.includes(beginning)) return beginning;
  }
  return '';
}
