/**
 * What Plot draws into: elements that remember what they are given and write it down. Plot, and d3 under it, ask no more of a document for
 * the marks that charts are made of; a whole one costs more than all the drawing.
 */
import { compactPath } from './compact-path.ts';
import { inTenths } from './tenths.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What Plot says for pages that have nothing of their own. */
const DROPPED = new Set(['aria-label', 'aria-description', 'aria-hidden', 'font-family', 'style', 'class']);

const noStyle = { setProperty: () => {}, removeProperty: () => {} };

export class SvgElement {
  readonly namespaceURI = SVG;
  readonly style = noStyle;
  readonly ownerDocument: SvgDocument;
  readonly tagName: string;
  parentNode: SvgElement | null = null;
  readonly #attributes = new Map<string, string | number>();
  #children: (SvgElement | string)[] = [];

  constructor(ownerDocument: SvgDocument, tagName: string) {
    this.ownerDocument = ownerDocument;
    this.tagName = tagName;
  }

  get children(): SvgElement[] {
    return this.#children.filter((child) => typeof child !== 'string');
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  getAttribute(name: string): string | null {
    const value = this.#attributes.get(name);
    return value === undefined ? null : String(value);
  }

  /** @param value a path comes as what will be its text */
  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, typeof value === 'number' ? value : String(value));
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  appendChild(child: SvgElement): SvgElement {
    return this.insertBefore(child, null);
  }

  insertBefore(child: SvgElement, next: SvgElement | null): SvgElement {
    child.parentNode?.removeChild(child);
    child.parentNode = this;
    if (next === null) this.#children.push(child);
    else this.#children.splice(this.#children.indexOf(next), 0, child);
    return child;
  }

  removeChild(child: SvgElement): SvgElement {
    this.#children.splice(this.#children.indexOf(child), 1);
    child.parentNode = null;
    return child;
  }

  set textContent(text: string) {
    this.#children = [String(text)];
  }

  /** All that is in it, with coordinates in tenths of a pixel; without Plot's style sheet, labels and fonts, and without empty groups. */
  get innerHTML(): string {
    let markup = '';
    for (const child of this.#children) markup += typeof child === 'string' ? escaped(child) : child.#markup();
    return markup;
  }

  #markup(): string {
    if (this.tagName === 'style') return '';
    const inside = this.innerHTML;
    if (inside === '' && this.tagName === 'g') return '';
    let tag = `<${this.tagName}`;
    for (const [name, value] of this.#attributes) if (!DROPPED.has(name)) tag += ` ${name}="${attributeText(name, value)}"`;
    return inside === '' ? `${tag}/>` : `${tag}>${inside}</${this.tagName}>`;
  }
}

export class SvgDocument {
  readonly documentElement: SvgElement = new SvgElement(this, 'svg');

  createElementNS(_namespace: string, name: string): SvgElement {
    return new SvgElement(this, name);
  }
}

function attributeText(name: string, value: string | number): string {
  if (typeof value === 'number') return String(Math.round(value * 10) / 10);
  if (name === 'd') return compactPath(value);
  return escaped(inTenths(value));
}

const ESCAPES: Readonly<Record<string, string>> = { '\u00A0': '&#160;', '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[\u00A0&<>"]/g, (character) => ESCAPES[character]);
