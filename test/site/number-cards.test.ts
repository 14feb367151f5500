import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type MarksRecord, marksSchema } from '../../src/reports/marks-record.ts';
import type { MetricsRecord } from '../../src/reports/record.ts';
import { REPORT, useSite } from './site.ts';

const NOTE = 'reports/2024-07-18-one-note-line-by-line/';
const site = useSite();
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const cards = (page: Page): Locator => page.locator('.card');

/** The report with a clock that stands still until it is moved on. */
async function withClock(options = desktop): Promise<Page> {
  const page = await site.open('404.html', options);
  await page.clock.install();
  await page.goto(site.url() + REPORT);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  return page;
}

/** Moves the pointer as a hand does: over many points. */
async function moveTo(page: Page, to: Locator): Promise<void> {
  const box = await to.boundingBox();
  if (!box) throw new Error('nothing to point at');
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2, { steps: 4 });
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: active } = document;
    return active?.closest('.card')
      ? `card: ${active.textContent || active.getAttribute('aria-label')}`
      : active?.id || (active?.tagName ?? '');
  });
}

describe('with a pointer, the card of a number', () => {
  it('opens after 120 ms of rest, can be entered, and closes 180 ms after it is left', async () => {
    const page = await withClock();
    await page.locator('#f4').scrollIntoViewIfNeeded();
    await moveTo(page, page.locator('#f4'));
    await page.clock.runFor(119);
    expect(await cards(page).count()).toBe(0);
    await page.clock.runFor(1);
    expect(await cards(page).count()).toBe(1);
    await moveTo(page, cards(page));
    await page.clock.runFor(5000);
    expect(await cards(page).count()).toBe(1);
    await moveTo(page, page.locator('.brand'));
    await page.clock.runFor(179);
    expect(await cards(page).count()).toBe(1);
    await page.clock.runFor(1);
    expect(await cards(page).count()).toBe(0);
    await page.close();
  });

  it('gives way to that of another number, and goes by Escape without the pointer being moved', async () => {
    const page = await withClock();
    await moveTo(page, page.locator('#f4'));
    await page.clock.runFor(120);
    await moveTo(page, page.locator('#f5'));
    await page.clock.runFor(120);
    expect(await cards(page).locator('.card__value').textContent()).toContain('1.618%');
    expect(await page.locator('.n--open').getAttribute('id')).toBe('f5');
    await page.keyboard.press('Escape');
    await page.clock.runFor(1000);
    expect([await cards(page).count(), await page.locator('.n--open').count()]).toEqual([0, 0]);
    await page.close();
  });

  it('stays after a click, which a second click follows to the working', async () => {
    const page = await withClock();
    await page.locator('#f5').click();
    await page.mouse.move(5, 5);
    await page.clock.runFor(5000);
    expect(await cards(page).count()).toBe(1);
    expect(page.url()).not.toContain('#');
    await page.locator('#f5').click();
    expect([await cards(page).count(), new URL(page.url()).hash]).toEqual([0, '#w-f5']);
    await page.close();
  });

  it('goes by a click elsewhere and when the window changes, not by one inside it', async () => {
    const page = await withClock();
    await page.locator('#f5').click();
    await cards(page).locator('dt').first().click();
    await page.mouse.move(5, 5);
    await page.clock.runFor(1000);
    expect(await cards(page).count()).toBe(1);
    await page.locator('h1').click();
    expect(await cards(page).count()).toBe(0);
    await page.locator('#f5').click();
    await page.setViewportSize({ width: 1300, height: 900 });
    await cards(page).waitFor({ state: 'detached' });
    await page.close();
  });

  it('leaves a click with a modifier to the browser', async () => {
    const page = await site.open(REPORT, desktop);
    await page.evaluate(() => {
      addEventListener('click', (event) => {
        Object.assign(window, { kept: event.defaultPrevented });
        event.preventDefault();
      });
    });
    for (const modifier of ['Control', 'Meta', 'Shift', 'Alt'] as const) {
      await page.locator('#f5').click({ modifiers: [modifier] });
      expect(await page.evaluate(() => (window as unknown as { kept: boolean }).kept), modifier).toBe(false);
    }
    await page.close();
  });

  it('does not come while text is being selected across numbers', async () => {
    const page = await withClock();
    const [from, to] = await Promise.all([page.locator('.takeaways li').first().boundingBox(), page.locator('#f5').boundingBox()]);
    await page.mouse.move((from?.x ?? 0) + 30, (from?.y ?? 0) + 24);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 10, (to?.y ?? 0) + 8, { steps: 8 });
    await page.clock.runFor(1000);
    expect(await cards(page).count()).toBe(0);
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()))).toContain('rose 11.5%');
    expect(await cards(page).count()).toBe(0);
    await page.close();
  });

  it('is not on paper', async () => {
    const page = await site.open(REPORT, desktop);
    await page.locator('#f5').click();
    await page.emulateMedia({ media: 'print' });
    expect(await cards(page).isVisible()).toBe(false);
    await page.close();
  });

  it.each([
    ['reduce', 'none'],
    ['no-preference', 'card'],
  ] as const)('where motion is %s has the animation %s', async (reducedMotion, name) => {
    const page = await site.open(REPORT, { ...desktop, reducedMotion });
    await page.locator('#f5').click();
    expect(await cards(page).evaluate((card) => getComputedStyle(card).animationName)).toBe(name);
    await page.close();
  });
});

describe('with the keyboard, the card of a number', () => {
  it('opens as the number is reached, is entered and left by Tab, and gives the focus back on Escape', async () => {
    const page = await site.open(NOTE, desktop);
    // A number whose card has three links: who reported it, the source, and the way on.
    await page.locator('#f1').focus();
    await page.keyboard.press('Tab');
    const steps: string[] = [await focused(page)];
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('r1');
    const head = await page.locator(`#${await page.locator('#r1').getAttribute('aria-describedby')}`).textContent();
    expect(head).toContain('Reported, contradicted');
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Tab', 'Escape']) {
      await page.keyboard.press(key);
      steps.push(await focused(page));
    }
    expect(steps).toEqual([
      'card: Show the working of statement 1',
      'card: the news-wire note',
      'card: A news-wire note on US small caps',
      'card: Show the working of statement 2',
      'card: A news-wire note on US small caps',
      'card: the news-wire note',
      'r1',
      'card: the news-wire note',
      'r1',
    ]);
    expect([await cards(page).count(), await page.locator('#r1').getAttribute('aria-describedby')]).toEqual([0, null]);
    // Past the card comes what comes after the number: a link to the glossary, then the next number.
    await page.keyboard.press('Shift+Tab');
    const onward: string[] = [];
    for (let k = 0; k < 8 && onward.at(-1) !== 'f2'; k++) {
      await page.keyboard.press('Tab');
      onward.push(await focused(page));
    }
    const card = ['card: the news-wire note', 'card: A news-wire note on US small caps', 'card: Show the working of statement 2'];
    expect(onward.slice(onward.indexOf('r1'))).toEqual(['r1', ...card, 'A', 'f2']);
    expect(await cards(page).locator('.card__value').textContent()).toContain('11.672%');
    await page.close();
  });

  it('does not keep Enter from following the link', async () => {
    const page = await site.open(REPORT, desktop);
    await page.locator('#f4').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect([await cards(page).count(), new URL(page.url()).hash]).toEqual([0, '#w-f4']);
    await page.close();
  });
});

describe('the card of every number', () => {
  const marks: MarksRecord = marksSchema.parse(JSON.parse(readFileSync('data/metrics/marks.json', 'utf8')));

  it.each(readdirSync('content/reports'))('in %s says what its working says, inside the window, with a way on', async (slug) => {
    const record: MetricsRecord = JSON.parse(readFileSync(`data/metrics/${slug}.json`, 'utf8'));
    const page = await site.open(`reports/${slug}/`, desktop);
    const faults = await page.evaluate((snapshot) => {
      const found: string[] = [];
      const words = (node: Element | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      const names = new Set<string>();
      for (const number of document.querySelectorAll<HTMLAnchorElement>('a.n')) {
        number.scrollIntoView({ block: 'center' });
        number.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
        const card = document.querySelector('.card');
        const working = document.getElementById(number.hash.slice(1));
        const told = (ok: boolean, what: string): void => void (ok || found.push(`${number.id}: ${what}`));
        if (!card || !working) {
          told(false, 'no card');
          continue;
        }
        const status = words(working.querySelector('.workings__value small')) || words(working.querySelector('.workings__value'));
        told(words(card.querySelector('.card__kind')) === status, 'status');
        told(card.querySelector('.card__kind use')?.getAttribute('href') === working.querySelector('use')?.getAttribute('href'), 'icon');
        const value = words(card.querySelector('.card__value'));
        told(value !== '' && words(working).includes(value), `value '${value}'`);
        for (const cell of card.querySelectorAll('dd'))
          told(words(working).includes(words(cell)) || words(cell) === snapshot, `'${words(cell)}'`);
        for (const row of working.querySelectorAll('[data-row]'))
          told(words(row) === '' || words(card).includes(words(row)), `the card lacks '${words(row)}'`);
        for (const name of card.querySelectorAll('dt')) names.add(words(name));
        const onward = card.querySelector<HTMLAnchorElement>('.card__go');
        const target = new URL(onward?.href ?? 'x:');
        told(target.pathname !== location.pathname || document.getElementById(target.hash.slice(1)) !== null, `leads to ${target}`);
        told((onward?.offsetHeight ?? 0) >= 44, 'low target');
        const { left, right, top, bottom } = card.getBoundingClientRect();
        told(left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight, `${left} ${top} ${right} ${bottom}`);
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        told(new Set(ids).size === ids.length, 'an id twice');
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      }
      return { found, names: [...names].sort() };
    }, record.snapshot.id);
    expect(faults.found).toEqual([]);
    // Besides, the source of what others said, when it failed what no longer holds, and how a call came out that has been scored.
    const now = marks.reports.find(({ report }) => report === slug);
    const names = ['Formula', 'Snapshot', 'Test', 'Window'];
    if (record.assertions.some(({ kind }) => kind !== 'fact')) names.push('Source');
    if (now?.statements.some(({ lapse }) => lapse !== null)) names.push('Failed', 'Latest');
    if (now?.calls.some(({ value }) => value !== null)) names.push('Outcome');
    expect(faults.names).toEqual(names.sort());
    await page.close();
  });
});

describe('on a phone, the card of a number', () => {
  it('is a sheet: the focus goes into it and back, the page behind stays', async () => {
    const page = await site.open(REPORT, phone);
    await page.locator('#f6').scrollIntoViewIfNeeded();
    const sheet = page.getByRole('dialog', { name: 'How this was found' });
    const scroll = (): Promise<number> => page.evaluate(() => scrollY);
    const before = await scroll();
    const closings = [
      () => page.keyboard.press('Escape'),
      () => page.getByRole('button', { name: 'Close' }).tap(),
      () => page.touchscreen.tap(200, 20),
    ];
    for (const closing of closings) {
      await page.locator('#f6').tap();
      await sheet.waitFor();
      expect(await focused(page)).toBe('card: Close');
      const box = await sheet.boundingBox();
      expect([box?.x, box?.width, Math.round((box?.y ?? 0) + (box?.height ?? 0))]).toEqual([0, 390, 844]);
      const button = await page.getByRole('button', { name: 'Close' }).boundingBox();
      expect([button?.width, button?.height]).toEqual([44, 44]);
      await page.mouse.wheel(0, 600);
      expect(await scroll()).toBe(before);
      await closing();
      await sheet.waitFor({ state: 'detached' });
      expect([await focused(page), await scroll()]).toEqual(['f6', before]);
    }
    await page.locator('#f6').tap();
    const onward = sheet.getByRole('link', { name: 'Show the working' });
    const address = await onward.evaluate((link) => (link as HTMLAnchorElement).href);
    await onward.tap();
    await page.waitForURL(address);
    expect(await sheet.count()).toBe(0);
    await page.close();
  });

  it('keeps Tab inside, and is as wide as a screen of 320', async () => {
    const page = await site.open(NOTE, { viewport: { width: 320, height: 640 } });
    await page.locator('#r1').focus();
    expect(await cards(page).count(), 'no sheet comes by itself').toBe(0);
    await page.keyboard.press('Enter');
    const seen = new Set<string>();
    for (let k = 0; k < 6; k++) {
      seen.add(await focused(page));
      await page.keyboard.press('Tab');
    }
    seen.delete('BODY'); // the browser's own controls
    expect([...seen]).toEqual([
      'card: Close',
      'card: the news-wire note',
      'card: A news-wire note on US small caps',
      'card: Show the working of statement 2',
    ]);
    const box = await cards(page).boundingBox();
    expect([box?.width, (box?.height ?? 0) <= 640 * 0.85]).toEqual([320, true]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.close();
  });
});
