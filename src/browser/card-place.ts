/** Where a card stands: under its number or over it, in the page, so that it scrolls with it. */
const GAP = 6;
const EDGE = 12;
/** How far left of its number a card begins, so that their texts align. */
const OUTDENT = 17;

/**
 * @param pointed the height at which the pointer is: of a number that runs over two lines, the one that is pointed at
 */
export function placeCard(card: HTMLElement, number: Element, pointed?: number): void {
  const lines = [...number.getClientRects()];
  const line = lines.find(({ top, bottom }) => pointed !== undefined && pointed >= top && pointed <= bottom) ?? lines[0];
  const whole = number.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = card;
  const [over, under] = [whole.top - GAP - EDGE, clientHeight - whole.bottom - GAP - EDGE];
  const isUnder = height <= under || (height > over && under >= over);
  // Where there is too little room on either side, it scrolls by itself.
  const shown = Math.min(height, Math.max(isUnder ? under : over, 160));
  const left = Math.max(EDGE, Math.min(line.left - OUTDENT, clientWidth - width - EDGE));
  const top = isUnder ? whole.bottom + GAP : whole.top - GAP - shown;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
  card.style.maxHeight = `${shown}px`;
}
