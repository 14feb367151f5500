/**
 * Quotations that were found in the text of their source and that its card does not list yet: what `npm run metrics` writes into
 * the card, so that the words can be checked where the text is not.
 */
import { isSeq, parseDocument, YAMLSeq } from 'yaml';
import { foldQuotation } from '../assertions/quotation.ts';
import { sha256 } from '../data/hash.ts';
import type { Cards } from './attribution.ts';
import type { CompiledReport } from './compile.ts';

export interface FoundQuotation {
  /** Id of the source. */
  source: string;
  /** As the report has it. */
  text: string;
  hash: string;
}

/** By which the words are known: white space and the shapes of marks do not count. */
export function quotationHash(words: string): string {
  return sha256(foldQuotation(words));
}

/** Each once, in the order of the reports. */
export function unlistedQuotations(
  reports: readonly Pick<CompiledReport, 'record'>[],
  { sources }: Pick<Cards, 'sources'>,
): FoundQuotation[] {
  const found = new Map<string, FoundQuotation>();
  for (const assertion of reports.flatMap(({ record }) => record?.assertions ?? [])) {
    if (assertion.kind !== 'quote' || !assertion.verbatim) continue;
    const { source, text } = assertion;
    const hash = quotationHash(text);
    if (!sources.get(source)?.quotes.includes(hash)) found.set(`${source} ${hash}`, { source, text, hash });
  }
  return [...found.values()];
}

/** A source's card with these hashes at the end of its quotes. What else stands in it, comments too, stays in its order. */
export function withQuotations(card: string, hashes: readonly string[]): string {
  const document = parseDocument(card, { schema: 'core' });
  const written = document.get('quotes');
  const quotes = isSeq(written) ? written : new YAMLSeq();
  if (quotes !== written) document.set('quotes', quotes);
  quotes.flow = false;
  for (const hash of hashes) quotes.add(hash);
  return document.toString({ lineWidth: 0 });
}
