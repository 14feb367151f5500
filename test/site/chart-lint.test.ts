import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PAGES, useSite } from './site.ts';

const site = useSite();

/** Faults of the drawings that are shown: labels outside, labels on each other, small print; and a page wider than the screen. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const plot of document.querySelectorAll('.plot')) {
      if (getComputedStyle(plot).display === 'none') continue;
      const frame = plot.closest('figure')?.getBoundingClientRect() ?? plot.getBoundingClientRect();
      const scale = plot.getBoundingClientRect().width / Number(plot.getAttribute('width'));
      const labels = [...plot.querySelectorAll('text')].map((label) => ({
        text: label.textContent ?? '',
        box: label.getBoundingClientRect(),
        size: Number.parseFloat(getComputedStyle(label).fontSize) * scale,
      }));
      for (const { text, box, size } of labels) {
        if (size < 11.99) found.push(`'${text}' is ${size.toFixed(1)} px`);
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top || box.bottom > frame.bottom)
          found.push(`'${text}' is outside its figure`);
      }
      for (const [i, a] of labels.entries()) {
        for (const b of labels.slice(i + 1)) {
          const [w, h] = [
            Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left),
            Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top),
          ];
          // Line boxes are taller than their letters: a touch of two of them is none of the letters.
          if (w > 1 && h > 4) found.push(`'${a.text}' and '${b.text}' overlap`);
        }
      }
    }
    const notes = [...document.querySelectorAll('.note, .since-beside')].map((note) => ({ note, box: note.getBoundingClientRect() }));
    for (const [i, { note, box }] of notes.entries()) {
      const next = notes[i + 1]?.box;
      if (next && box.height > 0 && next.height > 0 && box.bottom > next.top && box.right > next.left && box.left < next.right)
        found.push(`the note '${note.textContent?.slice(0, 30)}' touches the next one`);
      for (const wide of document.querySelectorAll('.wide')) {
        const other = wide.getBoundingClientRect();
        if (box.bottom > other.top && box.top < other.bottom && box.right > other.left && box.left < other.right)
          found.push(`the note '${note.textContent?.slice(0, 30)}' touches what is wide`);
      }
    }
    return found;
  });
}

describe('drawings and notes keep clear of each other', () => {
  it.each(PAGES)('on %s, from 360 to 1440', async (_name, path) => {
    const page = await site.open(path, { viewport: { width: 360, height: 900 } });
    const found: Record<number, string[]> = {};
    for (const width of [360, 390, 640, 820, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const here = await faults(page);
      if (here.length > 0) found[width] = here;
    }
    await page.close();
    expect(found).toEqual({});
  });
});
