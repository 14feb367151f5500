/**
 * Reading a report's MDX: front matter, headings, and every component with its attributes and words, each with its
 * place. The text is parsed, never run: attributes must be literal strings, and code is refused.
 * Ids are given here, in the order of the text, because components do not render in that order.
 */
import type { Heading, Link, Nodes, Root, Text } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { error, Fault, type Finding } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import { type BoundName, type ComponentDeclaration, components, isBound, isComponent } from './components.ts';
import { SourceText } from './source-text.ts';

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
}

export interface ReportSource {
  source: SourceText;
  frontMatter: { text: string; line: number };
  headings: { depth: number; text: string }[];
  links: { url: string; offset: number }[];
  /** Where running text stands in the file, components' words included, attributes and code not. */
  texts: { start: number; end: number }[];
  elements: Element[];
  /** The key takeaways: each a list of words and of ids of the assertions that stand between them. */
  takeaways: (string | { id: string })[][];
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkMdx);

/**
 * @throws Fault where the MDX can't be parsed, has no front matter, or uses a component wrongly (all faults at once)
 */
export function readReport(text: string, path: string): ReportSource {
  const source = new SourceText(path, text);
  const root = parse(source);
  const first = root.children[0];
  if (first?.type !== 'yaml') {
    throw new Fault(
      error('front-matter', { path, line: 1, column: 1 }, "the report must begin with front matter: '---', its keys, '---'."),
    );
  }
  const findings: Finding[] = [];
  const elements: Element[] = [];
  const headings: ReportSource['headings'] = [];
  const links: ReportSource['links'] = [];
  const texts: ReportSource['texts'] = [];
  const counts = new Map<BoundName, number>();
  const ids = new Map<Nodes, string>();
  visit(root, (node: Nodes) => {
    if (node.type === 'text') texts.push({ start: offsetOf(node), end: node.position?.end.offset ?? 0 });
    else if (node.type === 'heading') headings.push({ depth: (node as Heading).depth, text: textOf(node) });
    else if (node.type === 'link') links.push({ url: (node as Link).url, offset: offsetOf(node) });
    else if (isCode(node))
      findings.push(
        error('code', source.placeOf(offsetOf(node)), 'a report holds no code. Write the value as a Fact, or a comment as {/* … */}.'),
      );
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const element = readElement(node, source, counts, findings);
      if (element) elements.push(element);
      if (element) ids.set(node, element.id);
    }
  });
  findings.push(...duplicateIds(elements, source));
  if (findings.length > 0) throw new Fault(findings);
  return { source, frontMatter: { text: first.value, line: 2 }, headings, links, texts, elements, takeaways: readTakeaways(root, ids) };
}

/** The items of the lists inside <Takeaways>. */
function readTakeaways(root: Root, ids: ReadonlyMap<Nodes, string>): ReportSource['takeaways'] {
  const takeaways: ReportSource['takeaways'] = [];
  visit(root, 'mdxJsxFlowElement', (element: MdxJsxFlowElement) => {
    if (element.name !== 'Takeaways') return;
    visit(element as Nodes, 'listItem', (item: Nodes) => {
      const parts: (string | { id: string })[] = [];
      visit(item, (node: Nodes) => {
        const id = ids.get(node);
        if (id !== undefined && textOf(node) === '') parts.push({ id });
        else if (node.type === 'text') parts.push(node.value.replace(/\s+/g, ' '));
      });
      takeaways.push(parts);
    });
  });
  return takeaways;
}

function parse(source: SourceText): Root {
  try {
    return parser.parse(source.text);
  } catch (cause) {
    const { reason, line = 1, column = 1 } = cause as { reason?: string; line?: number; column?: number };
    if (reason === undefined) throw cause;
    // An unclosed tag is reported at the end of its paragraph; its own place stands in the text.
    const [range, openedLine, openedColumn] = / \((\d+):(\d+)-[\d:]+\)/.exec(reason) ?? [];
    const place = { path: source.path, line: Number(openedLine ?? line), column: Number(openedColumn ?? column) };
    throw new Fault(
      error(
        'mdx',
        place,
        `the MDX can't be read: ${reason
          .split('\n')[0]
          .replace(range ?? '', '')
          .replace(/\.$/, '')}.`,
      ),
    );
  }
}

/** Imports, exports and expressions; a comment in braces is none. */
function isCode(node: Nodes): boolean {
  if (node.type === 'mdxjsEsm') return true;
  return (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !/^\s*(\/\*[\s\S]*\*\/\s*)*$/.test(node.value);
}

function readElement(node: Jsx, source: SourceText, counts: Map<BoundName, number>, findings: Finding[]): Element | null {
  const offset = offsetOf(node);
  const place = source.placeOf(offset);
  const name = node.name ?? '';
  if (!isComponent(name)) {
    // Plain HTML elements are Markdown's business; a capital letter means a component.
    if (name === '' || /^[A-Z]/.test(name))
      findings.push(
        error(
          'unknown-component',
          place,
          `unknown component <${name}>.${didYouMean(name, Object.keys(components))} Known: ${Object.keys(components).join(', ')}.`,
        ),
      );
    return null;
  }
  const declaration: ComponentDeclaration = components[name];
  const attributes = readAttributes(node, name, declaration, source, findings);
  const { text, textOffsets } = foldedText(node, source.text);
  if (text === '' && declaration.children === 'required') findings.push(error('no-words', place, `<${name}> has no words inside.`));
  if (text !== '' && declaration.children === 'none')
    findings.push(error('words', place, `<${name}> takes no words inside. Close it with '/>'.`));
  if (!isBound(name)) return null;
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  const id = attributes.get('id')?.value ?? `${components[name].idPrefix}${count}`;
  return {
    name,
    id,
    attributes,
    text: text === '' ? null : text,
    offset,
    nameEnd: offset + 1 + name.length,
    textOffsets,
  };
}

function readAttributes(
  node: Jsx,
  name: string,
  declaration: ComponentDeclaration,
  source: SourceText,
  findings: Finding[],
): Map<string, Attribute> {
  const known = Object.keys(declaration.attributes);
  const attributes = new Map<string, Attribute>();
  for (const attribute of node.attributes) {
    const start = attribute.position?.start.offset ?? offsetOf(node);
    const place = source.placeOf(start);
    if (attribute.type !== 'mdxJsxAttribute') {
      findings.push(error('attribute', place, `<${name}> takes its attributes as text, not as code.`));
    } else if (!known.includes(attribute.name)) {
      findings.push(
        error(
          'unknown-attribute',
          place,
          `unknown attribute '${attribute.name}' of <${name}>.${didYouMean(attribute.name, known)} Known: ${known.join(', ') || 'none'}.`,
        ),
      );
    } else {
      const value = literal(attribute, declaration.attributes[attribute.name] === 'switch');
      if (value === null)
        findings.push(
          error(
            'attribute',
            place,
            `write '${attribute.name}' of <${name}> as text in quotes: ${attribute.name}="…". The report is read, not run.`,
          ),
        );
      else attributes.set(attribute.name, { value, offset: start + attribute.name.length + 2 });
    }
  }
  for (const [key, need] of Object.entries(declaration.attributes)) {
    if (need === 'required' && !node.attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === key)) {
      findings.push(error('missing-attribute', source.placeOf(offsetOf(node)), `<${name}> needs the attribute '${key}'.`));
    }
  }
  return attributes;
}

function literal({ value }: MdxJsxAttribute, isSwitch: boolean): string | null {
  if (value === null || value === undefined) return isSwitch ? '' : null;
  return typeof value === 'string' && !isSwitch ? value : null;
}

function duplicateIds(elements: readonly Element[], source: SourceText): Finding[] {
  const seen = new Map<string, Element>();
  return elements.flatMap((element) => {
    const place = source.placeOf(element.offset);
    if (!/^[a-z][a-z0-9-]*$/.test(element.id))
      return [error('id', place, `the id '${element.id}' must have lower-case letters, digits and '-' only, and begin with a letter.`)];
    const other = seen.get(element.id);
    seen.set(element.id, element);
    return other
      ? [error('id', place, `the id '${element.id}' is taken, on line ${source.placeOf(other.offset).line}. Choose another.`)]
      : [];
  });
}

/** The words inside a component with white space folded, and where in the file each character stands. */
function foldedText(node: Jsx, file: string): { text: string; textOffsets: number[] } {
  let text = '';
  const textOffsets: number[] = [];
  visit(node as Nodes, 'text', (part: Text) => {
    let at = offsetOf(part);
    for (const character of part.value) {
      // Markdown drops the indent of a continued line: skip what is not in the words.
      const next = file.indexOf(character, at);
      if (next >= 0) at = next;
      const isSpace = /\s/.test(character);
      if (!isSpace || (text !== '' && !text.endsWith(' '))) {
        text += isSpace ? ' ' : character;
        textOffsets.push(at);
      }
      at += character.length;
    }
  });
  return { text: text.trimEnd(), textOffsets };
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}
