/** Where a Quote may stand: it is set as a block, and would tear a paragraph that holds other words. */
import type { Nodes } from 'mdast';
import { error, type Finding } from '../finding.ts';
import { offsetIn } from './element.ts';
import type { Stretch } from './source-text.ts';

const isQuote = (node: Nodes): boolean => node.type === 'mdxJsxTextElement' && node.name === 'Quote';

/** What a reader does not see: white space and comments. */
const isUnseen = (node: Nodes): boolean => node.type === 'mdxTextExpression' || (node.type === 'text' && node.value.trim() === '');

/** One for each Quote in a paragraph, a heading or a cell that holds something else. */
export function quotesAmongWords(node: Nodes, stretch: Stretch): Finding[] {
  if (!('children' in node)) return [];
  const seen = (node.children as Nodes[]).filter((child) => !isUnseen(child));
  const message =
    'a Quote is set as a block, and would tear this paragraph. Put it into a paragraph of its own, with an empty line before and after, or report the words in your own.';
  return seen.length < 2 ? [] : quotesIn(seen).map((quote) => error('quote-inline', stretch.placeOf(offsetIn(quote)), message));
}

function quotesIn(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node) => (isQuote(node) ? [node] : 'children' in node ? quotesIn(node.children as Nodes[]) : []));
}
