/**
 * Reading a report's MDX: front matter, headings, and every component with its attributes and words, each with its
 * place. The text is parsed, never run: attributes must be literal strings, and code is refused.
 * Ids are given here, in the order of the text, because components do not render in that order.
 */
import type { Heading, Link, Paragraph as Mdast, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { error, Fault, type Finding, type Place as FindingPlace } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import { unseenCharacter, unseenMessage } from '../unseen-characters.ts';
import { type BoundName, type ComponentDeclaration, type ComponentName, components, isBound, isComponent } from './components.ts';
import { appendFolded, type Element, type Jsx, offsetIn, readUse, type Words, wordsOf } from './element.ts';
import { readFrontMatterTexts } from './front-matter-texts.ts';
import { mdxMessage } from './mdx-faults.ts';
import { plainElementFindings, unsafeScheme, unsafeSchemeMessage } from './plain-element.ts';
import { quotesAmongWords } from './quote-place.ts';
import { SourceText, type Stretch, stretchOf } from './source-text.ts';
import { wordingOf } from './wording.ts';

/** A piece of a block: running words, or an assertion among them. */
export type Part = Words | { element: Element };

/** What a block is to the reader. */
export type Role = 'title' | 'description' | 'heading' | 'text' | 'takeaway' | 'note' | 'figure' | 'names';

/** Words that a reader sees as one: a paragraph, a heading, a table's cell, a note, the title of a figure. */
export interface Block {
  role: Role;
  parts: Part[];
  /** Of a text of a figure: the figure, and the attribute it stands in. */
  figure?: { id: string; attribute: string };
}

/** Where a paragraph stands, and where its last note ends inside of its tags; null where it has none. */
export interface Paragraph {
  start: number;
  end: number;
  noteEnd: number | null;
}

interface Reading {
  source: SourceText;
  frontMatter: { text: string; line: number };
  headings: { depth: number; text: string }[];
  links: { url: string; offset: number }[];
  /** Where running text stands in the file, components' words included, attributes and code not. */
  texts: { start: number; end: number }[];
  /** Assertions and figures, in the order of the text. */
  elements: Element[];
  /** Where the names of components end that show something of the report without an id of their own. */
  tables: number[];
  blocks: Block[];
  /** The paragraphs of the text itself: not those in lists, tables or quotations. */
  paragraphs: Paragraph[];
  /** Comments that begin with 'loose:', by line: they let pass what stands on it. */
  waivers: Map<number, { reason: string; offset: number }>;
  /** All that readers read, in one form however the file writes it. */
  wording: string;
}

export interface ReportSource extends Reading {
  /** The YAML files beside the report, by name. */
  files: ReadonlyMap<string, string>;
}

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).use(remarkMdx);

/** Texts whose reading is held. */
const MOST = 200;

/** The last reading of each file. */
const readings = new Map<string, { text: string; reading: ReadingWithFaults }>();

/**
 * A file is read anew only where its text changed.
 * @throws Fault where the MDX can't be parsed, has no front matter, or uses a component wrongly (all faults at once)
 */
export function readReport(text: string, path: string, files: ReadonlyMap<string, string> = new Map()): ReportSource {
  const { report, findings } = readWithFaults(text, path, files);
  if (report === null || findings.length > 0) throw new Fault(findings);
  return report;
}

/** A report with the faults of its text, and what can be read in spite of them. */
export interface ReadWithFaults {
  /** Null where nothing of it can be read. */
  report: ReportSource | null;
  /** Elements that are written wrongly: told already. */
  faulty: ReadonlySet<Element>;
  findings: readonly Finding[];
}

/** The same as `readReport`, with all faults as findings. */
export function readWithFaults(text: string, path: string, files: ReadonlyMap<string, string> = new Map()): ReadWithFaults {
  const last = readings.get(path);
  const reading = last?.text === text ? last.reading : readAnew(text, path);
  // The one that was read last is at the end.
  readings.delete(path);
  readings.set(path, { text, reading });
  if (readings.size > MOST) for (const oldest of [...readings.keys()].slice(0, readings.size - MOST)) readings.delete(oldest);
  return { ...reading, report: reading.report && { ...reading.report, files } };
}

type ReadingWithFaults = Omit<ReadWithFaults, 'report'> & { report: Reading | null };

function readAnew(text: string, path: string): ReadingWithFaults {
  const source = new SourceText(path, text);
  const unseen = unseenCharacter(text);
  const unread = (...findings: Finding[]): ReadingWithFaults => ({ report: null, faulty: new Set(), findings });
  if (unseen) return unread(error('unseen-character', source.placeOf(unseen.offset), unseenMessage(unseen.name)));
  const whole = stretchOf(source, text, (offset) => offset);
  let root: Root;
  try {
    root = parse(whole);
  } catch (fault) {
    if (fault instanceof Fault) return unread(...fault.findings);
    throw fault;
  }
  const first = root.children[0];
  if (first?.type !== 'yaml')
    return unread(error('front-matter', { path, line: 1, column: 1 }, "the report must begin with front matter: '---', its keys, '---'."));
  const reader = new Reader(source);
  const head = readFrontMatterTexts(first.value, offsetIn(first) + '---\n'.length, source);
  for (const { key, value, offsets } of head) {
    reader.readInline(value, (offset) => offsets[offset] ?? offsets[offsets.length - 1] ?? 0, { role: key });
  }
  reader.readNodes(root.children, whole, { role: 'text', parts: [] }, true);
  const paragraphs = root.children.flatMap((node) => (node.type === 'paragraph' ? [paragraphOf(node, text)] : []));
  const { elements, tables, blocks, headings, links, texts, waivers, faulty, findings } = reader;
  findings.push(...duplicateIds(elements, source));
  const frontMatter = { text: first.value, line: 2 };
  const wording = wordingOf(head, root);
  const report = { source, frontMatter, headings, links, texts, elements, tables, blocks, paragraphs, waivers, wording };
  return { report, faulty, findings };
}

function paragraphOf(node: Mdast, text: string): Paragraph {
  const note = node.children.findLast((child) => child.type === 'mdxJsxTextElement' && child.name === 'Note');
  const closed = note?.position?.end.offset;
  return {
    start: offsetIn(node),
    end: node.position?.end.offset ?? 0,
    noteEnd: closed === undefined ? null : text.lastIndexOf('</', closed),
  };
}

/** Nodes whose words a reader sees as one. */
const BLOCKS: readonly string[] = ['paragraph', 'heading', 'tableCell'];

/** Texts of a figure that its drawing prints. */
const PLAIN: readonly string[] = ['names', 'highlight', 'mark', 'level'];

class Reader {
  readonly #source: SourceText;
  readonly #counts = new Map<BoundName, number>();
  readonly elements: Element[] = [];
  readonly tables: number[] = [];
  readonly blocks: Block[] = [];
  readonly headings: ReportSource['headings'] = [];
  readonly links: ReportSource['links'] = [];
  readonly texts: ReportSource['texts'] = [];
  readonly waivers: ReportSource['waivers'] = new Map();
  readonly faulty = new Set<Element>();
  readonly findings: Finding[] = [];

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** A text that stands in an attribute or the front matter. */
  readInline(value: string, offsetAt: (offset: number) => number, of: Omit<Block, 'parts'>): void {
    const stretch = stretchOf(this.#source, value, offsetAt);
    const block: Block = { ...of, parts: [] };
    this.blocks.push(block);
    try {
      this.readNodes(parse(stretch).children, stretch, block, false);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      this.findings.push(...fault.findings);
    }
  }

  /** @param isRendered true in the body of the report, where components print what they hold */
  readNodes(nodes: readonly Nodes[], stretch: Stretch, block: Block, isRendered: boolean): void {
    for (const node of nodes) this.#readNode(node, stretch, block, isRendered);
  }

  #readNode(node: Nodes, stretch: Stretch, block: Block, isRendered: boolean): void {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const scheme = unsafeScheme(node.url);
      if (scheme) this.findings.push(error('link-scheme', stretch.placeOf(offsetIn(node)), unsafeSchemeMessage(scheme)));
    }
    if (node.type === 'text') {
      if (isRendered) this.texts.push({ start: offsetIn(node), end: node.position?.end.offset ?? 0 });
      append(block, wordsOf(node, stretch));
    } else if (node.type === 'break') append(block, { text: ' ', offsets: [stretch.offsetAt(offsetIn(node))] });
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') this.#readJsx(node, stretch, block, isRendered);
    else if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      this.#readCode(node, stretch);
    else if ('children' in node) {
      if (node.type === 'heading') this.headings.push({ depth: (node as Heading).depth, text: textOf(node) });
      if (BLOCKS.includes(node.type)) this.findings.push(...quotesAmongWords(node, stretch));
      if (node.type === 'link') this.links.push({ url: (node as Link).url, offset: stretch.offsetAt(offsetIn(node)) });
      this.readNodes(node.children, stretch, isRendered ? this.#blockFor(node, block) : block, isRendered);
    }
  }

  /** A paragraph, heading or cell is a block of its own, in the place of what it stands in. */
  #blockFor(node: Nodes, block: Block): Block {
    if (!BLOCKS.includes(node.type)) return block;
    const own: Block = { role: node.type === 'heading' ? 'heading' : block.role, parts: [] };
    this.blocks.push(own);
    return own;
  }

  /** A comment in braces is no code; one that begins with 'loose:' lets the statements of its line pass. */
  #readCode(node: Nodes & { value: string }, stretch: Stretch): void {
    const comment = /^\s*\/\*\s*(?:(loose):\s*)?([\s\S]*?)\s*\*\/\s*$/.exec(node.value);
    const place = stretch.placeOf(offsetIn(node));
    if (!comment || node.type === 'mdxjsEsm')
      this.findings.push(error('code', place, 'a report holds no code. Write the value as a Fact, or a comment as {/* … */}.'));
    else if (comment[1]) {
      if (comment[2] === '')
        this.findings.push(error('waiver', place, 'a statement is let pass for a reason. Write {/* loose: the reason */}.'));
      // What stands on the line of one without a reason is not told as well.
      this.waivers.set(place.line, { reason: comment[2], offset: stretch.offsetAt(offsetIn(node)) });
    }
  }

  #readJsx(node: Jsx, stretch: Stretch, block: Block, isRendered: boolean): void {
    const name = node.name ?? '';
    if (isComponent(name)) this.#readComponent(node, name, stretch, block, isRendered);
    else {
      // A capital letter means a component.
      const isMisspelt = Object.keys(components).some((known) => known.toLowerCase() === name.toLowerCase());
      const place = stretch.placeOf(offsetIn(node));
      const children = node.children as Nodes[];
      if (name === '' || isMisspelt || /^[A-Z]/.test(name)) {
        this.findings.push(unknownComponent(name, place));
        // What was meant is not known: its words are not told as loose ones as well.
        const blocks = this.blocks.length;
        this.readNodes(children, stretch, { role: block.role, parts: [] }, isRendered);
        this.blocks.length = blocks;
      } else {
        this.findings.push(...plainElementFindings(node, place));
        this.readNodes(children, stretch, block, isRendered);
      }
    }
  }

  #readComponent(node: Jsx, name: ComponentName, stretch: Stretch, block: Block, isRendered: boolean): void {
    const told = this.findings.length;
    const use = readUse(node, name, stretch, this.findings);
    const isFaulty = this.findings.length > told;
    const nameEnd = use.offset + 1 + name.length;
    if (isBound(name)) {
      const count = (this.#counts.get(name) ?? 0) + 1;
      this.#counts.set(name, count);
      const id = use.attributes.get('id')?.value ?? `${components[name].idPrefix}${count}`;
      const element: Element = { name, id, ...use, nameEnd, isRendered };
      this.elements.push(element);
      if (isFaulty) this.faulty.add(element);
      if (name === 'Figure') this.#readTexts(name, use, { role: 'figure', figure: { id, attribute: '' } });
      else if (name !== 'EventStudy') {
        block.parts.push({ element });
        this.#insideAssertion(node, stretch, isRendered, name);
      }
    } else {
      if (name === 'Audit' || name === 'Takeaways') this.tables.push(nameEnd);
      this.#readTexts(name, use, { role: 'note' });
      const inside: Block = { role: name === 'Note' ? 'note' : name === 'Takeaways' ? 'takeaway' : block.role, parts: [] };
      if (name === 'Note') this.blocks.push(inside);
      this.readNodes(node.children as Nodes[], stretch, inside, isRendered);
    }
  }

  /** The words of an assertion are its own: they are set in type like all text, and hold no other assertion. */
  #insideAssertion(node: Jsx, stretch: Stretch, isRendered: boolean, name: string): void {
    const before = this.elements.length;
    const inner: Block = { role: 'text', parts: [] };
    const blocks = this.blocks.length;
    this.readNodes(node.children as Nodes[], stretch, inner, isRendered);
    this.blocks.length = blocks;
    this.#refuse(this.elements.splice(before), `<${name}>`);
  }

  #refuse(nested: readonly Element[], inside: string): void {
    for (const { name, offset } of nested)
      this.findings.push(error('nested', this.#source.placeOf(offset), `<${name}> can't stand inside ${inside}. Put it into the text.`));
  }

  /** Words in attributes. Those in PLAIN hold no assertions. */
  #readTexts(name: ComponentName, { attributes }: Pick<Element, 'attributes'>, of: Omit<Block, 'parts'>): void {
    for (const attribute of (components[name] as ComponentDeclaration).texts ?? []) {
      const found = attributes.get(attribute);
      if (!found) continue;
      const isPlain = name !== 'Figure' || PLAIN.includes(attribute);
      const role = isPlain ? 'names' : of.role;
      const figure = of.figure && { ...of.figure, attribute };
      const before = this.elements.length;
      this.readInline(found.value, (offset) => found.offset + offset, { role, ...(figure ? { figure } : {}) });
      if (isPlain) this.#refuse(this.elements.splice(before), `'${attribute}' of <${name}>`);
    }
  }
}

function append(block: Block, words: Words): void {
  const last = block.parts.at(-1);
  const own: Words = last && 'text' in last ? last : { text: '', offsets: [] };
  // A space after an assertion parts it from the next word.
  if (last && own !== last && /^\s/.test(words.text)) {
    own.text = ' ';
    own.offsets.push(words.offsets[0]);
  }
  appendFolded(own, words);
  if (own !== last && own.text !== '') block.parts.push(own);
}

function parse(stretch: Stretch): Root {
  try {
    return parser.parse(stretch.text);
  } catch (cause) {
    const { reason, place } = cause as { reason?: string; place?: { start?: { offset?: number }; offset?: number } };
    if (reason === undefined) throw cause;
    // An unclosed tag is reported at the end of its paragraph; its own place stands in the text.
    const [range, line, column] = / \((\d+):(\d+)-[\d:]+\)/.exec(reason) ?? [];
    const opened = line === undefined ? undefined : offsetOfPlace(stretch.text, Number(line), Number(column));
    const offset = opened ?? place?.start?.offset ?? place?.offset ?? 0;
    throw new Fault(error('mdx', stretch.placeOf(offset), mdxMessage(reason.replace(range ?? '', ''))));
  }
}

function offsetOfPlace(text: string, line: number, column: number): number {
  return new SourceText('', text).startOfLine(line) + column - 1;
}

function unknownComponent(name: string, place: FindingPlace): Finding {
  const known = Object.keys(components);
  return error('unknown-component', place, `unknown component <${name}>.${didYouMean(name, known)} Known: ${known.join(', ')}.`);
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
