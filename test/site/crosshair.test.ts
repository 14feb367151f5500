import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { spoken } from '../../src/metrics/spoken.ts';
import { REPORT, useSite } from './site.ts';

const site = useSite();
const desktop = { viewport: { width: 1440, height: 900 } };
const stopOf = (page: Page, figure: string) => page.locator(`#${figure}`).getByRole('application');
const saidOf = (page: Page, figure: string) => page.locator(`#${figure}`).getByRole('status');
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

/** Presses a key on a figure that has the focus, and gives what is said then. */
async function press(page: Page, figure: string, key: string): Promise<string> {
  const said = saidOf(page, figure);
  const before = await said.textContent();
  await page.keyboard.press(key);
  await page.waitForFunction(([id, text]) => document.querySelector(`#${id} [role="status"]`)?.textContent !== text, [
    figure,
    before,
  ] as const);
  return plain((await said.textContent()) ?? '');
}

/** The data table of a figure, a row a list of cells. */
async function tableOf(page: Page, figure: string): Promise<string[][]> {
  const rows = await page
    .locator(`#${figure} tbody tr`)
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell.querySelector('[aria-hidden]') ?? cell).textContent ?? '')),
    );
  return rows.map((row) => row.map(plain));
}

describe('with the keyboard, a crosshair says', () => {
  it.each([
    // The columns of the table that hold the first and the last value.
    ['fig1', 'Jul 16, 2024', null, 1],
    ['fig6', 'Jul 16, 2024', 1, 4],
    ['fig7', 'Jul 16, 2024', null, 1],
  ] as const)("of %s what the figure's table has, of each line", async (figure, day, first, last) => {
    const page = await site.open(REPORT, desktop);
    const table = await tableOf(page, figure);
    expect(table.length).toBeGreaterThan(1);
    await stopOf(page, figure).focus();
    const end = await press(page, figure, 'End');
    expect(end.startsWith(`${day}: `)).toBe(true);
    for (const row of table) expect(end).toContain(`${row[0]} ${spoken(row[last])}`);
    const home = await press(page, figure, 'Home');
    for (const row of table) expect(home).toContain(`${row[0]} ${first === null ? '100.0' : spoken(row[first])}`);
    await page.close();
  });

  it.each([
    ['fig3', ['Difference']],
    ['fig8', ['Volume', 'Average of 20']],
  ] as const)("of %s what the figure's table has, of each session", async (figure, columns) => {
    const page = await site.open(REPORT, desktop);
    const table = await tableOf(page, figure);
    await stopOf(page, figure).focus();
    for (const [day, ...cells] of table.slice(0, 20)) {
      const said = await press(page, figure, 'ArrowLeft');
      expect(said.startsWith(`${day}: `), said).toBe(true);
      for (const [k, column] of columns.entries()) expect(said).toContain(`${column} ${spoken(cells[k])}`);
    }
    await page.close();
  });

  it('of a range the closes that its table names, each on its day', async () => {
    const page = await site.open(REPORT, desktop);
    const table = await tableOf(page, 'range');
    await stopOf(page, 'range').focus();
    const said = new Map<string, string>();
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Home']) {
      const [day, values] = (await press(page, 'range', key)).split(': ');
      said.set(day, values);
    }
    const named = table.filter(([name]) => ['First shown', 'First outside', 'Last'].includes(name));
    expect(named).toHaveLength(3);
    for (const [name, day, level] of named) expect(said.get(day), name).toBe(`Russell 2000 ${level}`);
    await page.close();
  });

  it('one session after the other, to the ends and no further, and nothing after Escape or elsewhere', async () => {
    const page = await site.open(REPORT, desktop);
    const address = await page.locator('#fig1 a[href$=".csv"]').getAttribute('href');
    const days: string[] = readFileSync(`dist${address}`, 'utf8').match(/^\d{4}-\d\d-\d\d/gm) ?? [];
    expect(days.length).toBeGreaterThan(100);
    const shown = (iso: string): string =>
      new Date(iso).toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
    const tip = page.locator('.tip');
    await stopOf(page, 'fig1').focus();
    expect([await tip.count(), await saidOf(page, 'fig1').textContent()]).toEqual([0, '']);
    const dayAfter = async (key: string): Promise<string> => (await press(page, 'fig1', key)).split(': ')[0];
    expect(await dayAfter('ArrowRight')).toBe(shown(days[0]));
    for (const day of days.slice(1, 12)) expect(await dayAfter('ArrowRight')).toBe(shown(day));
    expect(await dayAfter('ArrowLeft')).toBe(shown(days[10]));
    expect(await dayAfter('End')).toBe(shown(days.at(-1) ?? ''));
    await page.keyboard.press('ArrowRight');
    expect(await dayAfter('ArrowLeft')).toBe(shown(days.at(-2) ?? ''));
    await page.keyboard.press('Control+Home');
    expect(plain((await saidOf(page, 'fig1').textContent()) ?? '')).toContain(shown(days.at(-2) ?? ''));
    await page.keyboard.press('Escape');
    expect([await tip.count(), await saidOf(page, 'fig1').textContent(), await page.locator('.crosshair__rule').count()]).toEqual([
      0,
      '',
      0,
    ]);
    await dayAfter('ArrowLeft');
    await page.keyboard.press('Tab');
    expect([await tip.count(), await saidOf(page, 'fig1').textContent()]).toEqual([0, '']);
    await page.close();
  });

  it('that the values could not be loaded, and asks for them again', async () => {
    const page = await site.open(REPORT, desktop);
    await page.route('**/*.csv', (route) => route.abort());
    await stopOf(page, 'fig1').focus();
    expect(await press(page, 'fig1', 'End')).toBe('The values could not be loaded.');
    await page.unroute('**/*.csv');
    expect(await press(page, 'fig1', 'End')).toContain('Russell 2000 111.7');
    await page.close();
  });
});

describe('with a pointer, a crosshair', () => {
  it('stands on what is drawn: on the dots at the ends of lines, and in the middle of each bar', async () => {
    const page = await site.open(REPORT, desktop);
    const rule = page.locator('.crosshair__rule');
    for (const [figure, shapes] of [
      ['fig1', 'circle'],
      ['fig6', 'circle'],
      ['fig7', 'circle'],
      ['fig3', 'rect'],
      ['fig8', 'rect'],
    ] as const) {
      const plot = page.locator(`#${figure} .plot:visible`);
      await plot.scrollIntoViewIfNeeded();
      const boxes = await plot.locator(shapes).evaluateAll((all) =>
        all.map((shape) => {
          const { left, right, top, bottom } = shape.getBoundingClientRect();
          return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left };
        }),
      );
      const narrow = boxes.filter(({ width }) => width < 40);
      expect(narrow.length, figure).toBeGreaterThan(1);
      for (const { x, y } of narrow.length > 10 ? narrow.filter((_one, k) => k % 9 === 0) : narrow) {
        await page.mouse.move(x, y);
        await page.mouse.move(x + 0.4, y);
        await rule.waitFor({ state: 'attached' });
        const places = await rule.evaluate((path) => {
          const svg = path.parentElement as unknown as SVGSVGElement;
          const { left, width } = svg.getBoundingClientRect();
          const scale = width / svg.viewBox.baseVal.width;
          return [...(path.getAttribute('d') ?? '').matchAll(/M([\d.]+)/g)].map(([, place]) => left + Number(place) * scale);
        });
        expect(Math.min(...places.map((place) => Math.abs(place - x))), `${figure} at ${x}: ${places}`).toBeLessThan(0.8);
      }
      await page.mouse.move(2, 2);
      await rule.waitFor({ state: 'detached' });
    }
    await page.close();
  });

  it('fetches the values at first use, once, and keeps its words inside the drawing', async () => {
    const page = await site.open(REPORT, { viewport: { width: 360, height: 800 } });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const plot = page.locator('#fig1 .plot:visible');
    await plot.scrollIntoViewIfNeeded();
    expect(fetched).toEqual([]);
    const box = await plot.boundingBox();
    if (!box) throw new Error('no drawing');
    for (const share of [0.02, 0.3, 0.6, 0.98]) {
      await page.mouse.move(box.x + box.width * share, box.y + 60);
      await page.locator('.tip').waitFor();
      await page.mouse.move(box.x + box.width * share + 1, box.y + 60);
      const tip = await page.locator('.tip').boundingBox();
      expect((tip?.x ?? 0) >= box.x - 0.5 && (tip?.x ?? 0) + (tip?.width ?? 0) <= box.x + box.width + 0.5, String(share)).toBe(true);
      expect(await page.locator('.tip div').count()).toBe(4);
    }
    expect(fetched).toHaveLength(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  });

  it('follows a finger, and stays when it is lifted until another place is touched', async () => {
    const page = await site.open(REPORT, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const plot = page.locator('#fig3 .plot:visible');
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    if (!box) throw new Error('no drawing');
    const touch = await page.context().newCDPSession(page);
    const y = box.y + box.height / 2;
    const day = (): Promise<string> =>
      page
        .locator('.tip b')
        .textContent()
        .then((text) => plain(text ?? ''));
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + 60, y }] });
    await page.locator('.tip').waitFor();
    const first = await day();
    for (let x = 80; x <= 300; x += 20)
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: box.x + x, y }] });
    await page.waitForFunction((before) => document.querySelector('.tip b')?.textContent?.replaceAll('\u00A0', ' ') !== before, first);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(300);
    expect(Date.parse(await day())).toBeGreaterThan(Date.parse(first));
    await page.touchscreen.tap(195, Math.max(10, box.y - 40));
    await page.locator('.tip').waitFor({ state: 'detached' });
    await page.close();
  });
});

describe('a figure', () => {
  it('keeps its picture, name and description beside the crosshair', async () => {
    const page = await site.open(REPORT, desktop);
    const picture = page.locator('#fig1').getByRole('img', { name: 'Giants led the rally until the last five sessions' });
    expect(await picture.count()).toBe(1);
    expect(await stopOf(page, 'fig1').getAttribute('aria-label')).toBe('Values by session: left and right arrow keys');
    expect([await stopOf(page, 'fig2').count(), await stopOf(page, 'fig4').count()], 'no time along the foot').toEqual([0, 0]);
    await page.close();
  });

  it('without values to be passed on has no crosshair', async () => {
    const page = await site.open('gallery/');
    expect(await page.locator('svg[data-crosshair]').count()).toBeGreaterThan(0);
    expect(await page.getByRole('application').count()).toBe(0);
    await page.close();
  });
});
