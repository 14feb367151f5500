import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();
const WHITE = 'rgb(255, 255, 255)';
const DARK = 'rgb(16, 22, 29)';
const button = (page: Page) => page.getByRole('button', { name: 'Dark theme' });
const paper = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const kept = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('theme'));

describe('the theme', () => {
  it('follows the system until the button is pressed, and again once the choice is what the system says', async () => {
    const page = await site.open('', { colorScheme: 'light' });
    expect([await paper(page), await button(page).getAttribute('aria-pressed')]).toEqual([WHITE, 'false']);
    await button(page).click();
    expect([await paper(page), await button(page).getAttribute('aria-pressed'), await kept(page)]).toEqual([DARK, 'true', 'dark']);
    await button(page).press('Enter');
    expect([await paper(page), await button(page).getAttribute('aria-pressed'), await kept(page)]).toEqual([WHITE, 'false', null]);
    await page.emulateMedia({ colorScheme: 'dark' });
    // The page hears of it with its next frame.
    await page.getByRole('button', { name: 'Dark theme', pressed: true }).waitFor();
    expect([await paper(page), await button(page).getAttribute('aria-pressed')]).toEqual([DARK, 'true']);
    await button(page).click();
    expect([await paper(page), await kept(page)]).toEqual([WHITE, 'light']);
    await page.close();
  });

  it('that was chosen is on the page before anything of it is painted, and in other tabs at once', async () => {
    const page = await site.open('', { colorScheme: 'light' });
    await button(page).click();
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (!document.body) return;
        observer.disconnect();
        Object.assign(window, { atBody: document.documentElement.dataset.theme });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto(`${site.url()}claims/`);
    expect(await page.evaluate(() => (window as unknown as { atBody: string }).atBody)).toBe('dark');
    await page.unroute('**/_astro/*.js');
    await page.goto(site.url());
    const [other] = await Promise.all([page.waitForEvent('popup'), page.evaluate('void open(location.href)')]);
    await button(other).click();
    await page.waitForFunction(() => !document.documentElement.dataset.theme);
    expect([await paper(page), await button(page).getAttribute('aria-pressed')]).toEqual([WHITE, 'false']);
    await page.close();
  });

  it('is light on paper, whatever was chosen', async () => {
    const page = await site.open('', { colorScheme: 'light' });
    await button(page).click();
    await page.emulateMedia({ media: 'print' });
    expect(await paper(page)).toBe(WHITE);
    expect(await button(page).isVisible()).toBe(false);
    await page.close();
  });

  it.each([
    [
      'where the browser keeps nothing',
      () =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new Error('refused');
          },
        }),
    ],
    ['where something else is kept', () => localStorage.setItem('theme', '"><b>')],
  ])('can be switched %s', async (_name, before) => {
    const page = await site.open('404.html', { colorScheme: 'light' });
    await page.addInitScript(before);
    await page.goto(site.url());
    expect(await paper(page)).toBe(WHITE);
    await button(page).click();
    expect(await paper(page)).toBe(DARK);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('without script is the %s one of the system, and there is no button', async (colorScheme) => {
    const page = await site.open('', { javaScriptEnabled: false, colorScheme });
    expect(await page.locator('[data-theme-button]').isVisible()).toBe(false);
    const shot = await page.screenshot({ clip: { x: 2, y: 120, width: 1, height: 1 } });
    const again = await site.open('404.html', { colorScheme });
    expect(shot.equals(await again.screenshot({ clip: { x: 2, y: 120, width: 1, height: 1 } }))).toBe(true);
    await Promise.all([page.close(), again.close()]);
  });
});
