/**
 * The card of a number: how it was made, beside it. It opens when the pointer rests on a number, when the keyboard reaches it, and by a
 * click; on a phone it is a sheet from below. Without it a number is what it is in the page: a link to its working.
 */
import { cardContent } from './card-content.ts';
import { placeCard } from './card-place.ts';
import { element, icon } from './element.ts';

const OPENING = 120;
/** Time to reach the card, over what lies between. */
const GRACE = 180;
const LABEL = { 'aria-label': 'How this was found' };

type NumberLink = HTMLAnchorElement;

/** The number an event is about; only one whose working is in this page has a card. */
function numberOf(target: EventTarget | null): NumberLink | null {
  const number = target instanceof Element ? target.closest<NumberLink>('a.n') : null;
  return number && workingOf(number) ? number : null;
}

function workingOf(number: NumberLink): HTMLElement | null {
  const href = number.getAttribute('href') ?? '';
  return href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
}

export function startNumberCards(): void {
  if (!document.querySelector('a.n')) return;
  const isSmall = matchMedia('(pointer: coarse), (max-width: 599px)');
  let open: { number: NumberLink; card: HTMLElement; stays: boolean } | null = null;
  let timer = 0;
  /** A number that has the focus back opens nothing. */
  let returning = false;

  const later = (delay: number, then: () => void): void => {
    clearTimeout(timer);
    timer = window.setTimeout(then, delay);
  };

  const close = (): void => {
    clearTimeout(timer);
    const closing = open;
    open = null;
    if (!closing) return;
    const hadFocus = closing.card instanceof HTMLDialogElement || closing.card.contains(document.activeElement);
    closing.card.remove();
    closing.number.classList.remove('n--open');
    closing.number.removeAttribute('aria-describedby');
    if (hadFocus) focusOn(closing.number);
  };

  const focusOn = (number: NumberLink): void => {
    returning = true;
    number.focus({ preventScroll: true });
    returning = false;
  };

  const show = (number: NumberLink, card: HTMLElement, stays: boolean): void => {
    close();
    const working = workingOf(number);
    if (!working) return;
    card.append(...cardContent(working));
    card.addEventListener('click', ({ target }) => target instanceof Element && target.closest('a') && close());
    document.body.append(card);
    number.classList.add('n--open');
    open = { number, card, stays };
  };

  /** @param stays whether it stays when the pointer leaves; an open one only learns that */
  const openCard = (number: NumberLink, stays: boolean, pointed?: number): void => {
    clearTimeout(timer);
    if (open?.number === number) {
      open.stays ||= stays;
      return;
    }
    const card = element('div', { class: 'card', role: 'group', tabindex: '-1', ...LABEL });
    show(number, card, stays);
    number.setAttribute('aria-describedby', 'card-head');
    placeCard(card, number, pointed);
    card.addEventListener('pointerdown', () => openCard(number, true));
  };

  const openSheet = (number: NumberLink): void => {
    const sheet = element('dialog', { class: 'card card--sheet', ...LABEL });
    const button = element('button', { class: 'card__close', type: 'button', 'aria-label': 'Close' }, icon('close'));
    sheet.append(button);
    show(number, sheet, true);
    sheet.showModal();
    button.addEventListener('click', close);
    sheet.addEventListener('close', close);
    // Outside the sheet is what lies over it.
    sheet.addEventListener('click', ({ target, clientY }) => target === sheet && clientY < sheet.getBoundingClientRect().top && close());
  };

  /** The number the pointer is at, on itself or on its card. */
  let aim: NumberLink | null = null;
  let place = '';
  const aimAt = (next: NumberLink | null, height?: number): void => {
    if (next === aim) return;
    aim = next;
    clearTimeout(timer);
    if (next && next !== open?.number) later(OPENING, () => openCard(next, false, height));
    else if (!next && open && !open.stays) later(GRACE, close);
  };
  document.addEventListener('pointermove', ({ target, pointerType, buttons, clientX, clientY }) => {
    // A page that scrolls under a resting pointer is told as a movement too.
    const before = place;
    place = `${clientX} ${clientY}`;
    if (place === before || pointerType === 'touch' || isSmall.matches || buttons !== 0) return;
    aimAt(open?.card.contains(target as Node) ? open.number : numberOf(target), clientY);
  });
  document.documentElement.addEventListener('pointerleave', () => aimAt(null));

  document.addEventListener('focusin', ({ target }) => {
    const number = numberOf(target);
    if (number && !returning && !isSmall.matches && number.matches(':focus-visible')) openCard(number, true);
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (!open || open.card instanceof HTMLDialogElement) return;
    const isWithin = (node: EventTarget | null): boolean => node === open?.number || open?.card.contains(node as Node | null) === true;
    if (isWithin(target) && !isWithin(relatedTarget)) later(0, close);
  });

  document.addEventListener('click', (event) => {
    const number = numberOf(event.target);
    if (!number || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const touched = (event as PointerEvent).pointerType === 'touch';
    if (isSmall.matches || touched) openSheet(number);
    // A key presses a link whose card is open already, and a second click knows the card: both follow the link.
    else if (event.detail === 0 || (open?.number === number && open.stays)) return close();
    else openCard(number, true, event.clientY);
    event.preventDefault();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (open && !open.card.contains(target as Node) && !open.number.contains(target as Node)) close();
  });

  document.addEventListener('keydown', (event) => {
    if (!open || open.card instanceof HTMLDialogElement) return;
    if (event.key === 'Escape') return close();
    if (event.key !== 'Tab') return;
    // The card comes right after its number, wherever it stands in the page.
    const stops = [...open.card.querySelectorAll<HTMLElement>('a')];
    const { number } = open;
    const active = document.activeElement;
    const into = active === number && !event.shiftKey;
    const back = event.shiftKey && (active === stops[0] || active === open.card);
    const on = !event.shiftKey && active === stops[stops.length - 1];
    if (into) stops[0].focus();
    else if (back) focusOn(number);
    else if (on)
      return close(); // the browser goes on from the number
    else return;
    event.preventDefault();
  });

  addEventListener('resize', () => open?.card instanceof HTMLDialogElement || close());
}
