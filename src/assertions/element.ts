/** One use of a component in a report: its name, its attributes as literal text, its words, its place. */
import type { Nodes, Text } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { error, type Finding, type Place } from '../finding.ts';
import { nearest } from '../nearest.ts';
import { type BoundName, type ComponentDeclaration, type ComponentName, components } from './components.ts';
import type { Stretch } from './source-text.ts';

export interface Attribute {
  value: string;
  /** Offset of the value's first character in the file. */
  offset: number;
}

/** One use of a component that has an id: an assertion or a figure. */
export interface Element {
  name: BoundName;
  id: string;
  attributes: ReadonlyMap<string, Attribute>;
  /** The words inside with white space folded; null where there are none. */
  text: string | null;
  /** Offset in the file of each character of `text`. */
  textOffsets: readonly number[];
  /** Offsets of the opening `<` and of the end of the component's name. */
  offset: number;
  nameEnd: number;
  /** False inside an attribute or the front matter: it is printed from the record, not by its component. */
  isRendered: boolean;
}

export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

export type Use = Pick<Element, 'attributes' | 'text' | 'textOffsets' | 'offset'>;

/**
 * Attributes and words of a component, held against its declaration.
 * @param stretch the piece of the file that was parsed
 */
export function readUse(node: Jsx, name: ComponentName, stretch: Stretch, findings: Finding[]): Use {
  const declaration: ComponentDeclaration = components[name];
  const place = stretch.placeOf(offsetIn(node));
  const attributes = readAttributes(node, name, declaration, stretch, findings);
  const words = foldedWords(node, stretch);
  if (words.text === '' && declaration.children === 'required') findings.push(error('no-words', place, `<${name}> has no words inside.`));
  if (words.text !== '' && declaration.children === 'none')
    findings.push(error('words', place, `<${name}> takes no words inside. Close it with '/>'.`));
  return { attributes, text: words.text === '' ? null : words.text, textOffsets: words.offsets, offset: stretch.offsetAt(offsetIn(node)) };
}

function readAttributes(
  node: Jsx,
  name: string,
  declaration: ComponentDeclaration,
  stretch: Stretch,
  findings: Finding[],
): Map<string, Attribute> {
  const known = Object.keys(declaration.attributes);
  const attributes = new Map<string, Attribute>();
  const refuse = (rule: string, place: Place, message: string): void => void findings.push(error(rule, place, message));
  const isWritten = (key: string): boolean => node.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === key);
  const missing = Object.keys(declaration.attributes).filter((key) => declaration.attributes[key].need === 'required' && !isWritten(key));
  for (const attribute of node.attributes) {
    const start = attribute.position?.start.offset ?? offsetIn(node);
    const place = stretch.placeOf(start);
    if (attribute.type !== 'mdxJsxAttribute') {
      refuse('attribute', place, `<${name}> takes its attributes as text, not as code.`);
    } else if (!known.includes(attribute.name)) {
      const meant = nearest(attribute.name, missing) ?? nearest(attribute.name, known) ?? (missing.length === 1 ? missing[0] : null);
      if (meant !== null && missing.includes(meant)) missing.splice(missing.indexOf(meant), 1); // told once, as the slip that it is
      const hint = meant === null ? '' : ` Did you mean '${meant}'?`;
      refuse(
        'unknown-attribute',
        place,
        `unknown attribute '${attribute.name}' of <${name}>.${hint} Known: ${known.join(', ') || 'none'}.`,
      );
    } else {
      const value = literal(attribute, declaration.attributes[attribute.name].need === 'switch');
      if (value === null)
        refuse(
          'attribute',
          place,
          `write '${attribute.name}' of <${name}> as text in quotes: ${attribute.name}="…". The report is read, not run.`,
        );
      else attributes.set(attribute.name, { value, offset: stretch.offsetAt(start + attribute.name.length + 2) });
    }
  }
  for (const key of missing) refuse('missing-attribute', stretch.placeOf(offsetIn(node)), `<${name}> needs the attribute '${key}'.`);
  return attributes;
}

function literal({ value }: MdxJsxAttribute, isSwitch: boolean): string | null {
  if (value === null || value === undefined) return isSwitch ? '' : null;
  return typeof value === 'string' && !isSwitch ? value : null;
}

/** Words with white space folded, and where in the file each character stands. */
export interface Words {
  text: string;
  offsets: number[];
}

/** The words of a text node, not folded yet. Markdown drops the indent of a continued line: what is not in the words is skipped. */
export function wordsOf(part: Text, stretch: Stretch): Words {
  const offsets: number[] = [];
  let at = offsetIn(part);
  for (const character of part.value) {
    const next = stretch.text.indexOf(character, at);
    if (next >= 0) at = next;
    for (let unit = 0; unit < character.length; unit++) offsets.push(stretch.offsetAt(at + unit));
    at += character.length;
  }
  return { text: part.value, offsets };
}

function foldedWords(node: Jsx, stretch: Stretch): Words {
  const words: Words = { text: '', offsets: [] };
  visit(node as Nodes, 'text', (part: Text) => appendFolded(words, wordsOf(part, stretch)));
  return { text: words.text.trimEnd(), offsets: words.offsets };
}

/** Appends with white space folded: none at the beginning, one space between words. */
export function appendFolded(to: Words, { text, offsets }: Words): void {
  for (const [i, character] of text.split('').entries()) {
    const isSpace = /[\t\n\r ]/.test(character);
    if (isSpace && (to.text === '' || to.text.endsWith(' '))) continue;
    to.text += isSpace ? ' ' : character;
    to.offsets.push(offsets[i]);
  }
}

export function offsetIn(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}
