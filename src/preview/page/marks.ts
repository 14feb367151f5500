/** What does not hold, underlined where it stands, with a flag after it that says why: by pointer and by keyboard. */

import { copyButton } from '../../browser/copy-button.ts';
import { element } from '../../browser/element.ts';
import type { PreviewFinding } from '../state.ts';
import { findWords } from './find-words.ts';
import { flagShape } from './flag-shape.ts';

/** The flag of each finding that stands in the page. */
const flags = new Map<string, HTMLButtonElement>();
const undo: (() => void)[] = [];

export const keyOf = ({ path, line, column, rule, message }: PreviewFinding): string => [path, line, column, rule, message].join(' ');

/** The findings of the report whose page this is, in place of those before. */
export function markFindings(findings: readonly PreviewFinding[]): void {
  for (const take of undo.splice(0).reverse()) take();
  flags.clear();
  const places = new Map<Element, PreviewFinding[]>();
  for (const finding of findings) {
    const marked = finding.assertion ? document.getElementById(finding.assertion) : finding.around && wrapped(finding);
    if (marked) places.set(marked, [...(places.get(marked) ?? []), finding]);
  }
  for (const [marked, of] of places) flag(marked, of);
}

/** Goes to the place of a finding: the flag that stands there; null where there is none. */
export function goTo(finding: PreviewFinding): Element | null {
  const button = flags.get(keyOf(finding));
  if (!button) return null;
  button.scrollIntoView({ block: 'center' });
  button.focus({ preventScroll: true });
  return button;
}

export const isInPage = (finding: PreviewFinding): boolean => flags.has(keyOf(finding));

function wrapped({ around }: PreviewFinding): Element | null {
  const range = around && findWords(around, document.querySelector('main') as Element);
  if (!range) return null;
  // Words that run over an element's end are marked up to there.
  if (range.startContainer !== range.endContainer) range.setEnd(range.startContainer, (range.startContainer as Text).data.length);
  const mark = element('span');
  range.surroundContents(mark);
  undo.push(() => {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  });
  return mark;
}

function flag(marked: Element, findings: readonly PreviewFinding[]): void {
  const severity = findings.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
  const words = wordsOf(marked);
  const id = `preview-why-${flags.size}`;
  const name = `${severity === 'error' ? 'Does not hold' : 'Warning'}: why`;
  const button = element('button', {
    class: `preview-flag preview-flag--${severity}`,
    type: 'button',
    popovertarget: id,
    'aria-label': name,
  });
  button.append(flagShape(severity));
  const why = element('div', { class: 'preview-why', id, popover: 'auto', role: 'note' });
  for (const finding of findings) {
    why.append(element('p', {}, finding.message));
    if (finding.write !== null) why.append(...copyButton(finding.write, { class: 'preview-button', name: `Copy ‘${finding.write}’` }));
  }
  why.addEventListener('beforetoggle', () => {
    const { left, bottom } = button.getBoundingClientRect();
    why.style.top = `${bottom + scrollY + 6}px`;
    why.style.left = `${Math.max(12, Math.min(left - 24, document.documentElement.clientWidth - 372)) + scrollX}px`;
  });
  words.classList.add('preview-mark', `preview-mark--${severity}`);
  words.after(button, why);
  undo.push(() => {
    words.classList.remove('preview-mark', `preview-mark--${severity}`);
    button.remove();
    why.remove();
  });
  for (const finding of findings) flags.set(keyOf(finding), button);
}

/** Of a figure its title, of a quotation its words; else what was found. */
function wordsOf(marked: Element): Element {
  if (marked.tagName === 'BLOCKQUOTE') return onlyChild(marked.querySelector('p') ?? marked);
  if (marked.tagName === 'FIGURE') return onlyChild(marked.querySelector('.figure__title') ?? marked);
  return marked;
}

/** All that an element holds, as one: a flag stands beside it, and inside of its line. */
function onlyChild(of: Element): Element {
  const inside = element('span');
  inside.append(...of.childNodes);
  of.append(inside);
  undo.push(() => inside.replaceWith(...inside.childNodes));
  return inside;
}
