/** What a number's card says, copied from its entry under 'Workings': there is no other source. */
import { element, icon } from './element.ts';

/** Rows of a card in their order, by the name they have in the entry. */
const ROWS = ['Formula', 'Window', 'Test', 'Outcome', 'Source', 'Failed', 'Latest'];

const copies = (of: Element | null | undefined, but = ''): Node[] =>
  [...(of?.childNodes ?? [])].filter((node) => !(but && node instanceof Element && node.matches(but))).map((node) => node.cloneNode(true));

/** @param working the entry, an item of the list that names the snapshot */
export function cardContent(working: HTMLElement): HTMLElement[] {
  const value = working.querySelector('.workings__value');
  const status = value?.querySelector('small');
  // What has no value of ours is told in its own words.
  const big = status ? copies(value, 'small') : [working.querySelector('.workings__words')?.firstChild?.cloneNode(true) ?? ''];
  // Of what no longer holds there are two: the page shows one.
  const marks = [...working.querySelectorAll('.workings__head .icon')].map((mark) => mark.cloneNode(true));
  return [
    element(
      'div',
      { id: 'card-head' },
      element('p', { class: 'card__kind' }, ...marks, ...copies(status ?? value)),
      element('p', { class: status ? 'card__value' : 'card__value card__value--words' }, ...big),
      element('p', { class: 'card__subject' }, ...copies(working.querySelector('.workings__subject'))),
    ),
    element('dl', { class: 'card__rows' }, ...rows(working)),
    foot(working),
  ];
}

function rows(working: HTMLElement): HTMLElement[] {
  const snapshot = working.parentElement?.dataset.snapshot;
  const read = ROWS.flatMap((name) => {
    const found = [...working.querySelectorAll(`[data-row="${name}"]`)].filter((row) => row.textContent !== '');
    if (found.length === 0) return [];
    const shown: Record<string, string> = found[0].matches('.as-of-now') ? { class: 'as-of-now' } : {};
    return [
      element('dt', shown, name),
      ...found.map((row) => element('dd', shown, ...(row.matches('small') ? copies(row) : [row.cloneNode(true)]))),
    ];
  });
  const isOurs = working.querySelector('.workings__value small') !== null;
  return snapshot && isOurs ? [...read, element('dt', {}, 'Snapshot'), element('dd', {}, snapshot)] : read;
}

/** The way on: to the page of the working, to the source of what we can't compute, else to the entry itself. */
function foot(working: HTMLElement): HTMLElement {
  const more = working.querySelector<HTMLAnchorElement>('a.workings__more');
  const source = working.querySelector('.workings__subject') ? null : working.querySelector<HTMLAnchorElement>('[data-row="Source"] a');
  const [href, words] = more
    ? [more.href, copies(more)]
    : source
      ? [source.href, ['Show the source']]
      : [`#${working.id}`, ['Show the working']];
  return element('a', { class: 'card__go', href }, element('span', {}, ...words), icon('go'));
}
