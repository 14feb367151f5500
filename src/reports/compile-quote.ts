/**
 * A Quote: its words looked up in the source's text where the desk holds it. The text itself is not published, so the
 * source's card lists a hash of each quotation that was found: by it the words can be checked where the text is not.
 */
import type { Element } from '../assertions/element.ts';
import { findQuotation } from '../assertions/quotation.ts';
import { sha256 } from '../data/hash.ts';
import { error, type Finding, type Place, warning } from '../finding.ts';
import { readAttribution } from './attribution.ts';
import { quotationHash } from './listed-quotations.ts';
import type { Bare, QuoteRecord } from './record.ts';
import type { ReportContext } from './report-context.ts';

export function compileQuote(element: Element, context: Omit<ReportContext, 'snapshot'>, findings: Finding[]): Bare<QuoteRecord> {
  const { id, text, offset } = element;
  const attribution = readAttribution(element, context, findings);
  const words = text ?? '';
  const place = context.source.placeOf(element.textOffsets[0] ?? offset);
  const verbatim = checkWords(words, attribution.source, place, context, id, findings);
  return {
    id,
    kind: 'quote',
    text: words,
    ...attribution,
    status: context.cards.sources.has(attribution.source) ? 'sourced' : 'unsourced',
    verbatim,
  };
}

/** True where the words are known to stand in the source. */
function checkWords(
  words: string,
  id: string,
  place: Place,
  { cards }: Pick<ReportContext, 'cards'>,
  assertion: string,
  findings: Finding[],
): boolean {
  const card = cards.sources.get(id);
  if (!card) return false;
  const isListed = card.quotes.includes(quotationHash(words));
  const text = cards.sourceText(id);
  const report = (message: string): void => void findings.push(error('quote', place, message, assertion));
  if (text === null) {
    if (card.textHash && !isListed)
      report(
        `these words are not among those that were found in '${id}', and its text is not here to look. Quote word for word; whoever holds the text runs 'npm run metrics', which lists them.`,
      );
    else if (!isListed)
      findings.push(
        warning(
          'quote-unchecked',
          place,
          `these words were compared with nothing: the text of '${id}' is not here. Keep it as content/sources/text/${id}.txt and run 'npm run metrics', which looks them up and lists them.`,
          assertion,
        ),
      );
    return isListed;
  }
  if (card.textHash && card.textHash !== sha256(text)) {
    report(`the text that is held of '${id}' is not the one its card names: another hash. Restore the text, or correct textHash.`);
    return false;
  }
  const { holds, missing, run, nearest } = findQuotation(words, text);
  if (!holds)
    report(
      `'${missing}' is not in the source '${id}'. ${run ? `The most of it that is there: '${run}'.` : nearest ? `The nearest there: '${nearest.replace(/\.$/, '')}'.` : 'Nothing like it is there.'} Quote word for word, with … for what is left out.`,
    );
  else if (!isListed)
    report(
      `the words are in '${id}', and its card does not list them yet. Run 'npm run metrics': it writes their hash into content/sources/${id}.yaml, so that they can be checked without the text.`,
    );
  return holds;
}
