import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { REPORT, useSite } from './site.ts';

const site = useSite();
const files = readdirSync('dist', { recursive: true, encoding: 'utf8' });
const desktop = { viewport: { width: 1440, height: 900 } };

describe('scripts', () => {
  it("are at most 10 KB in all, gzipped, without the search's own", () => {
    const own = files.filter((name) => name.endsWith('.js') && !name.startsWith('pagefind/'));
    expect(own.length).toBeGreaterThan(1);
    const weight = own.reduce((sum, name) => sum + gzipSync(readFileSync(join('dist', name))).length, 0);
    expect(weight).toBeLessThanOrEqual(10 * 1024);
  });

  it('are files of the site: none stands in a page', () => {
    for (const name of files.filter((file) => file.endsWith('.html'))) {
      for (const [tag, attributes, text] of readFileSync(join('dist', name), 'utf8').matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
        if (attributes.includes('application/ld+json')) continue;
        expect(text, `${name}: ${tag}`).toBe('');
        expect(attributes, name).toMatch(/ src="\/[^/]/);
      }
    }
  });
});

/** What each part does to a page, once it is used. */
const PARTS: Record<string, (page: Page) => Promise<boolean>> = {
  async theme(page) {
    await page.getByRole('button', { name: 'Dark theme' }).click({ timeout: 1000 });
    return page.evaluate(() => document.documentElement.dataset.theme === 'dark');
  },
  async cards(page) {
    await page.locator('#f5').click();
    return page.locator('.card').isVisible();
  },
  async crosshair(page) {
    await page.keyboard.press('Escape');
    await page.locator('#fig1').getByRole('application').focus({ timeout: 1000 });
    await page.keyboard.press('End');
    await page.locator('.tip').waitFor({ timeout: 2000 });
    return true;
  },
  async contents(page) {
    await page.locator('.contents a').nth(1).click();
    await page.locator('.contents a[aria-current]').waitFor({ timeout: 2000 });
    return true;
  },
};

async function working(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [name, use] of Object.entries(PARTS)) if (await use(page).catch(() => false)) found.push(name);
  return found;
}

/** Each breaks what one part begins with. */
const SABOTAGE: Record<string, () => void> = {
  theme: () => {
    const { matchMedia } = window;
    window.matchMedia = (query) => {
      if (query.includes('color-scheme')) throw new Error('broken');
      return matchMedia.call(window, query);
    };
  },
  cards: () => {
    const { matchMedia } = window;
    window.matchMedia = (query) => {
      if (query.includes('pointer')) throw new Error('broken');
      return matchMedia.call(window, query);
    };
  },
  crosshair: () => {
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function (this: Document, ...of: Parameters<typeof createElement>) {
      if (of[0] === 'div') throw new Error('broken');
      return createElement.apply(this, of);
    } as typeof createElement;
    addEventListener('load', () => {
      Document.prototype.createElement = createElement;
    });
  },
  contents: () => {
    window.IntersectionObserver = class {
      constructor() {
        throw new Error('broken');
      }
    } as never;
  },
};

describe('a part of the script that fails', () => {
  it.each(Object.keys(PARTS))('%s, leaves the others as they are, and is told in the console', async (part) => {
    const page = await site.open('404.html', desktop);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.addInitScript(SABOTAGE[part]);
    await page.goto(site.url() + REPORT, { waitUntil: 'load' });
    expect(await working(page)).toEqual(Object.keys(PARTS).filter((other) => other !== part));
    expect(faults).toEqual(['broken']);
    await page.close();
  });
});

describe('where script does not arrive', () => {
  it.each([
    ['because there is none', { javaScriptEnabled: false }],
    ['because it is lost on the way', {}],
  ])('%s, numbers lead to their workings and figures to their data', async (_why, options) => {
    const page = await site.open('404.html', { ...desktop, ...options });
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(site.url() + REPORT);
    expect(await page.locator('[data-theme-button]').isVisible()).toBe(false);
    await page.locator('#f5').hover();
    await page.locator('#f5').click();
    expect(new URL(page.url()).hash).toBe('#w-f5');
    expect(await page.locator('#w-f5').isVisible()).toBe(true);
    await page.locator('#fig1 summary').click();
    expect(await page.locator('#fig1 table').isVisible()).toBe(true);
    expect(await page.locator('#fig1 a[href$=".csv"]').isVisible()).toBe(true);
    await page.close();
  });
});

describe('while all of it is used', () => {
  it('the policy is kept, and nothing is complained of', async () => {
    const page = await site.open('404.html', desktop);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.log(violatedDirective, blockedURI));
    });
    await page.goto(site.url() + REPORT, { waitUntil: 'load' });
    expect(await working(page)).toEqual(Object.keys(PARTS));
    await page.setViewportSize({ width: 390, height: 800 });
    await page.locator('#f6').click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.close();
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const page = await site.open(REPORT, { ...desktop, colorScheme, bypassCSP: true });
    await page.evaluate(axe);
    const expectNothing = async (selector: string): Promise<void> => {
      const { violations, passes } = (await page.evaluate(`axe.run('${selector}')`)) as AxeResults;
      expect(passes.length, selector).toBeGreaterThan(3);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    };
    await page.locator('#fig1').getByRole('application').focus();
    await page.keyboard.press('End');
    await page.locator('.tip').waitFor();
    await expectNothing('#fig1');
    await page.locator('#f6').click();
    await expectNothing('.card');
    await page.setViewportSize({ width: 390, height: 800 });
    await page.locator('#f6').click();
    await expectNothing('dialog');
    await page.close();
  });
});
