import { expect, it } from 'vitest';
import { REPORT, useSite } from './site.ts';

const site = useSite();

/** One stop of the walk. */
interface Stop {
  /** Its number among the page's stops; -1 on a card, -2 outside the page. */
  index: number;
  what: string;
  fault: string;
}

it('Tab leads through a whole report in its order, each stop in sight, and out at its end', async () => {
  const page = await site.open(REPORT, { viewport: { width: 1440, height: 900 } });
  // What the keyboard should reach, in the order of the page.
  const expected = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, textarea, select, [tabindex="0"]')];
    // Of a group of radio buttons Tab reaches the one that is checked; arrows lead on to the others.
    const stops = all.filter(
      (one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !one.matches('[type=radio]:not(:checked)'),
    );
    Object.assign(window, { stops });
    return stops.map((stop) => `${stop.tagName} ${(stop.textContent || stop.getAttribute('aria-label') || '').trim().slice(0, 40)}`);
  });
  const step = (): Promise<Stop> =>
    page.evaluate(() => {
      const stops = (window as unknown as { stops: HTMLElement[] }).stops;
      const active = document.activeElement as HTMLElement;
      const what = `${active.tagName} ${(active.textContent || active.getAttribute('aria-label') || '').trim().slice(0, 40)}`;
      if (active === document.body) return { index: -2, what, fault: '' };
      const inCard = active.closest('.card') !== null;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      const [box] = active.getClientRects();
      const [x, y] = box ? [box.left + box.width / 2, box.top + box.height / 2] : [0, 0];
      const top = document.elementFromPoint(x, y);
      const isOverlay = getComputedStyle(active).pointerEvents === 'none';
      const fault =
        !box?.width || !box.height
          ? 'has no box'
          : outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2
            ? `has no outline`
            : box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth
              ? `is out of sight: ${box.left} ${box.top}`
              : !isOverlay && y > 0 && y < innerHeight && !active.contains(top) && !top?.contains(active)
                ? `is under ${top?.outerHTML.slice(0, 60)}`
                : '';
      return { index: inCard ? -1 : stops.indexOf(active), what, fault };
    });
  const walked: Stop[] = [];
  const most = expected.length * 3;
  for (let k = 0; k < most; k++) {
    await page.keyboard.press('Tab');
    const stop = await step();
    if (stop.index === -2 || (walked.length > 0 && stop.index === 0)) break;
    walked.push(stop);
  }
  expect(walked.length).toBeLessThan(most);
  expect(walked.filter(({ fault }) => fault !== '').map(({ what, fault }) => `${what} ${fault}`)).toEqual([]);
  const own = walked.filter(({ index }) => index !== -1);
  expect(own.map(({ what }) => what)).toEqual(expected);
  expect(own.map(({ index }) => index)).toEqual(expected.map((_what, index) => index));
  // Every number is followed by its card.
  const numbers = await page.locator('a.n').count();
  expect(walked.filter(({ index }) => index === -1).length).toBeGreaterThanOrEqual(numbers);

  // And the page is in the order a reader expects.
  const order = await page.evaluate(() => {
    const stops = (window as unknown as { stops: HTMLElement[] }).stops;
    return [
      '.skip',
      '.masthead',
      '.contents',
      '.takeaways a.n',
      '.figure__actions a',
      '[aria-labelledby="claims"] a',
      '.workings a',
      '.site-footer a',
    ].map((selector) => stops.findIndex((stop) => stop.matches(selector) || stop.closest(selector) !== null));
  });
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  await page.close();
});
