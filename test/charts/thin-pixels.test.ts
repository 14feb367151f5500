/** A thinned line beside the line with all its points, in a browser: ten years of closes at the sizes of a page, on plain and on fine screens. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import type { Line } from '../../src/charts/figure-data.ts';
import { linePath, scaleOf, visibleAt } from '../../src/charts/lines.ts';
import { plotted } from '../../src/charts/render.ts';
import { openDesk } from '../../src/reports/desk.ts';

const desk = openDesk({ content: 'content', data: 'data' });
const { series } = desk.snapshot('2024-07-17');
const lines = ['rut', 'ust2y'].map((id) => {
  const { days, values, title, shortTitle, unit } = series.get(id) ?? expect.fail(`no series ${id}`);
  const last = { days: days.slice(-2500), values: values.slice(-2500) };
  return { ...last, expression: id, series: [id], titles: [title], title, shortTitle, unit } as Line;
});

/** Black on white, both with the same frame. */
function drawnBoth(line: Line, width: number, height: number, weight: number): { all: string; thinned: string; share: number } {
  const [from, to] = [line.days[0], line.days[line.days.length - 1]];
  const [low, high] = [Math.min(...line.values), Math.max(...line.values)];
  const frame = { width, height, marginTop: 4, marginRight: 4, marginBottom: 4, marginLeft: 4 };
  const visible = visibleAt(scaleOf(frame, { from, to, low, high }));
  const drawn = (pick: typeof visible): string => {
    const mark = linePath(line, pick, { colour: '#000', weight });
    const domain = [from, to].map((day) => new Date(day * 86_400_000));
    const inside = plotted({ ...frame, x: { type: 'utc', domain }, y: { domain: [low, high] }, marks: [mark] });
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${inside}</svg>`;
  };
  const share = visible(line, { colour: '#000', weight }).length / line.days.length;
  return { all: drawn(({ days }) => [...days.keys()]), thinned: drawn(visible), share };
}

/** How many pixels there are, and how many differ by more than an eighth, a quarter and a half of the whole way from black to white. */
async function differing(browser: Browser, drawings: { all: string; thinned: string }, deviceScaleFactor: number): Promise<number[]> {
  const page = await browser.newPage({ deviceScaleFactor, viewport: { width: 700, height: 500 } });
  const shot = async (svg: string): Promise<string> => {
    await page.setContent(`<body style="margin: 0">${svg}</body>`);
    return (await page.locator('svg').screenshot()).toString('base64');
  };
  const pictures = [await shot(drawings.all), await shot(drawings.thinned)];
  const counts = await page.evaluate(async (pngs) => {
    const [a, b] = await Promise.all(
      pngs.map(async (png) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    const over = [0, 0, 0];
    for (let i = 0; i < a.length; i += 4) {
      const difference = Math.abs(a[i] - b[i]) / 255;
      for (const [k, limit] of [1 / 8, 1 / 4, 1 / 2].entries()) if (difference > limit) over[k]++;
    }
    return [a.length / 4, ...over];
  }, pictures);
  await page.close();
  return counts;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each([
  ['S', 270, 250, 1.75],
  ['M', 570, 310, 2.75],
] as const)('at size %s what is left out is not seen', async (size, width, height, weight) => {
  for (const line of lines) {
    const drawings = drawnBoth(line, width, height, weight);
    expect(drawings.share, 'points that are drawn').toBeLessThan(size === 'S' ? 0.4 : 0.65);
    for (const scale of [1, 2]) {
      const [pixels, eighth, quarter, half] = await differing(browser, drawings, scale);
      if (process.env.SHOW) console.log(line.expression, size, scale, drawings.share, eighth / pixels, quarter / pixels, half / pixels);
      expect(pixels).toBe(width * height * scale * scale);
      expect(eighth / pixels, 'by an eighth').toBeLessThan(1 / 200);
      expect(quarter / pixels, 'by a quarter').toBeLessThan(1 / 1000);
      expect(half / pixels, 'by a half').toBeLessThan(1 / 10_000);
    }
  }
});
