/** What a report says to its readers, in one form however its file writes it: any other form of it is another wording. */
import type { Nodes, Root } from 'mdast';

/** Attributes that readers don't meet: names, and what an author expects of a check. */
const UNREAD: readonly string[] = ['id', 'expect'];

/** Of a node besides its children: where it stands, and how a list is spaced. */
const ASIDE: readonly string[] = ['type', 'position', 'data', 'spread', 'name', 'attributes'];

/**
 * Headline, standfirst and text, with all that stands in them. Line ends, comments and the order of attributes make no other wording.
 * @param head the texts of the front matter that readers see
 */
export function wordingOf(head: readonly { key: string; value: string }[], { children }: Root): string {
  return [...head.map(({ key, value }) => `${key}: ${folded(value)}`), ...children.map(formOf)].filter((part) => part !== '').join('\n');
}

function formOf(node: Nodes): string {
  switch (node.type) {
    case 'yaml':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return '';
    case 'text':
      return node.value.replace(/\s+/g, ' ');
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return tagged(node.name ?? '', attributesOf(node), node.children);
    default:
      return tagged(node.type, ownOf(node), 'children' in node ? node.children : []);
  }
}

function tagged(name: string, own: readonly string[], children: readonly Nodes[]): string {
  return `<${[name, ...own].join(' ')}>${folded(children.map(formOf).join(''))}</${name}>`;
}

function attributesOf({ attributes }: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>): string[] {
  return attributes
    .flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && !UNREAD.includes(attribute.name)
        ? [`${attribute.name}=${JSON.stringify(typeof attribute.value === 'string' ? folded(attribute.value) : attribute.value)}`]
        : [],
    )
    .sort();
}

/** The address of a link, the depth of a heading, the text of code. */
function ownOf(node: Nodes): string[] {
  return Object.entries(node)
    .filter(([key, value]) => !ASIDE.includes(key) && value !== null && value !== undefined && typeof value !== 'object')
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .sort();
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
