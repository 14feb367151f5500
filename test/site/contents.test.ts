import { expect, it } from 'vitest';
import { REPORT, useSite } from './site.ts';

const site = useSite();

it('the contents beside a report mark the section that is read, and no other', async () => {
  const page = await site.open(REPORT, { viewport: { width: 1440, height: 900 } });
  const links = page.locator('.contents a');
  const current = page.locator('.contents a[aria-current]');
  const height = (): Promise<number> => page.locator('.contents ol').evaluate((list) => (list as HTMLElement).offsetHeight);
  const before = await height();
  const count = await links.count();
  expect(count).toBeGreaterThan(8);
  expect(await current.count(), 'none is read yet').toBe(0);
  const expectCurrent = async (index: number): Promise<void> => {
    await page.waitForFunction((k) => document.querySelectorAll('.contents a')[k].getAttribute('aria-current') === 'true', index, {
      timeout: 5000,
    });
    expect(await current.count()).toBe(1);
  };
  // One after the other, then with jumps over all that lies between.
  for (const index of [...Array(count).keys(), 1, count - 1, 0]) {
    await links.nth(index).click();
    await expectCurrent(index);
    expect(await height(), 'the mark moves no entry').toBe(before);
  }
  // Back above a heading, its section is no longer the one.
  await links.nth(2).click();
  await expectCurrent(2);
  await page.evaluate(() => scrollBy(0, -300));
  await expectCurrent(1);
  await page.evaluate(() => scrollTo(0, 0));
  await current.waitFor({ state: 'detached' });
  await page.close();
});
