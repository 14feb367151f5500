import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES, REPORT, useSite } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = useSite();

/** In the dark only colours are others. What passes is not told, which is most of the work. */
const RULES = {
  light: "axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })",
  dark: "axe.run({ resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] })",
} as const;

/** Everything that is folded is opened; then what is cut off by its box, and how wide the page is. */
function lost(page: Page): Promise<{ cut: string[]; width: number }> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const cut = [...document.querySelectorAll('body *')].filter((element) => {
      if (!(element instanceof HTMLElement) || element.matches('.unseen, .skip') || element.textContent?.trim() === '') return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hidden = /hidden|clip/;
      return (
        (hidden.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hidden.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    });
    return { cut: cut.map(({ tagName, className }) => `${tagName}.${className}`), width: document.documentElement.scrollWidth };
  });
}

describe.each(PAGES)('%s', (_name, path) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.open(path, { viewport: { width: 320, height: 640 } });
  });
  afterAll(() => page.close());

  it('has nothing that axe finds, in both themes, on a phone and a desktop', async () => {
    await page.evaluate(axe);
    const found: string[] = [];
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = (await page.evaluate(RULES[colorScheme])) as AxeResults;
        found.push(...violations.map(({ id, nodes }) => `${colorScheme}, ${width}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`));
      }
    }
    expect(found).toEqual([]);
  });

  it('moves nothing for who asks for less motion', async () => {
    const moving = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('body *')].flatMap((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const moves = /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
        return moves ? `${element.tagName}.${element.getAttribute('class')}` : [];
      }),
    );
    expect(moving).toEqual([]);
  });

  it.each([390, 1440])('has targets of 44 pixels in the masthead, the menu and its buttons, at %i', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    const small = await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('details.menu')) details.open = true;
      const targets = [
        ...document.querySelectorAll('.masthead :is(a, button, summary), main :is(button, .button, input, select, textarea)'),
      ];
      return targets.flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width === 0 || (height >= 44 && width >= 44) ? [] : `${target.outerHTML.slice(0, 80)} ${width} by ${height}`;
      });
    });
    expect(small).toEqual([]);
  });

  it.each([
    [320, '1280 at 400 %'],
    [640, '1280 at 200 %'],
  ])('loses nothing and does not scroll sideways at %i pixels, which is %s', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    expect(await lost(page)).toEqual({ cut: [], width });
  });

  it('nor with the spacing of success criterion 1.4.12, on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => {
      // Drawings are images, with their values in a table.
      const spacing = new CSSStyleSheet();
      spacing.replaceSync(
        '*:not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      );
      document.adoptedStyleSheets = [spacing];
    });
    expect(await lost(page)).toEqual({ cut: [], width: 390 });
  });

  it('cuts nothing off where text alone is twice as large', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
      const texts = [...document.querySelectorAll<HTMLElement>('body *:not(svg, svg *)')];
      const sizes = texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize));
      for (const [index, text] of texts.entries()) text.style.fontSize = `${sizes[index] * 2}px`;
    });
    expect((await lost(page)).cut).toEqual([]);
  });
});

describe('with forced colours', () => {
  it('numbers keep their underlines, and icons stand out from the page', async () => {
    const page = await site.open(REPORT, { forcedColors: 'active', colorScheme: 'dark' });
    const seen = await page.evaluate(() => {
      const luminance = (colour: string): number => {
        const [r, g, b] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
          const c = Number(part) / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const canvas = luminance(getComputedStyle(document.body).backgroundColor);
      const contrast = (colour: string): number => {
        const [low, high] = [canvas, luminance(colour)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const shown = (selector: string): Element[] =>
        [...document.querySelectorAll(selector)].filter((element) => element.getBoundingClientRect().width > 0);
      return {
        numbers: shown('a.n').length,
        bare: shown('a.n').filter((link) => {
          const { textDecorationLine, textDecorationColor } = getComputedStyle(link);
          return textDecorationLine !== 'underline' || contrast(textDecorationColor) < 3;
        }).length,
        icons: shown('.icon').length,
        faint: shown('.icon').filter((icon) => contrast(getComputedStyle(icon).color) < 3).length,
      };
    });
    await page.close();
    expect(seen.numbers).toBeGreaterThan(12);
    expect(seen.icons).toBeGreaterThan(12);
    expect([seen.bare, seen.faint]).toEqual([0, 0]);
  });
});

it('who does not ask for less motion has pages scroll smoothly', async () => {
  const page = await site.open('', { reducedMotion: 'no-preference' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('smooth');
  await page.close();
});

describe('for who listens', () => {
  /** The pages in which something stands, parsed. */
  function* pagesWith(pattern: RegExp): Generator<[string, Document]> {
    for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'))) {
      const html = readFileSync(join('dist', name), 'utf8');
      if (pattern.test(html)) yield [name, parseHTML(html).document];
    }
  }

  it('values in ledgers and in the state of the market are said in words where signs and units are read badly', () => {
    let spoken = 0;
    for (const [name, document] of pagesWith(/claims__published|claims__latest|state__value/)) {
      for (const value of document.querySelectorAll('.claims__published, .claims__latest, .state__value')) {
        const sign = /[−+×]\d|\d\s?(?:pp|bp|×)(?!\w)/;
        if (!sign.test(value.textContent ?? '')) continue;
        for (const silent of value.querySelectorAll('[aria-hidden="true"]')) silent.remove();
        expect(value.textContent, name).not.toMatch(sign);
        expect(value.textContent?.trim(), name).not.toBe('');
        spoken++;
      }
    }
    expect(spoken).toBeGreaterThan(20);
  });

  it('every icon of a status has its word beside it', () => {
    for (const [name, document] of pagesWith(/class="(?:[^"]* )?(?:status|mark|count)[ "]/)) {
      for (const icon of document.querySelectorAll('.status .icon, .mark .icon, .count .icon')) {
        expect(icon.getAttribute('aria-hidden'), name).toBe('true');
        expect(icon.parentElement?.textContent?.replace(/[\u2060\s\d]/g, ''), `${name}: ${icon.parentElement?.outerHTML}`).not.toBe('');
      }
    }
  });
});
