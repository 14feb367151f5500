import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();
const ORIGIN = 'https://marked-to-market.example/';

interface FigureRecord {
  id: string;
  series: string[];
  summary: { points: number; last: number }[];
  inputs: { resource: string }[];
}

/** Every figure of the records, with where its pages and files are. */
const figures = readdirSync('content/reports').flatMap((slug) => {
  const record: { snapshot: { id: string }; figures: FigureRecord[] } = JSON.parse(readFileSync(`data/metrics/${slug}.json`, 'utf8'));
  return record.figures.map((figure) => ({
    ...figure,
    snapshot: record.snapshot.id,
    published: slug.slice(0, 10),
    page: `reports/${slug}/figures/${figure.id}/`,
    embed: `embed/${slug}/${figure.id}/`,
    file: `reports/${slug}/figures/${slug}-${figure.id}`,
    report: `reports/${slug}/`,
  }));
});

const text = (path: string): string => readFileSync(join('dist', path), 'utf8');
const documentOf = (page: string) => parseHTML(text(`${page}index.html`)).document;

/** 'July 17, 2024'. */
const inWords = (day: string): string => new Date(day).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** Width and height as the head of a PNG has them. */
function sizeOf(path: string): [number, number] {
  const bytes = readFileSync(join('dist', path));
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe.each(figures)('figure $id of $report', ({ id, series, summary, inputs, snapshot, published, page, embed, file, report }) => {
  it('has an SVG of its own, and a PNG of twice its size', () => {
    const svg = text(`${file}.svg`);
    expect(svg).not.toMatch(/var\(|light-dark|currentColor|<script|<style|<image|<foreignObject|href|url\(/);
    expect(svg.match(/https?:\/\/[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    expect(sizeOf(`${file}.png`)).toEqual([2 * Number(width), 2 * Number(height)]);
    const { document } = parseHTML(svg);
    const drawn = [...document.querySelectorAll('text')].map((line) => line.textContent).join(' ');
    expect(drawn).toContain('Marked to Market');
    expect(drawn.replaceAll('\u00A0', ' ')).toMatch(new RegExp(`Source: .*snapshot ${snapshot}\\..*, ${inWords(published)}$`));
  });

  it('has its values as CSV, as many as the record counts, with owner and terms of each resource', () => {
    const lines = text(`${file}.csv`).trimEnd().split('\n');
    const rows = lines.filter((line) => !line.startsWith('#'));
    expect(rows.length).toBeGreaterThan(Math.max(...summary.map(({ points }) => points)));
    // A column a line, the last of which may end before that of another.
    const cells = rows.slice(1).map((row) => row.split(','));
    const last = summary.map((_, index) => cells.findLast((row) => row[index + 1] !== '')?.[index + 1]);
    expect(last).toEqual(summary.map((line) => String(line.last)));
    expect(lines.slice(0, rows.length)).toEqual(rows);
    const remarks = lines.slice(rows.length);
    expect(remarks[0]).toContain(`snapshot ${snapshot}`);
    expect(remarks[1]).toContain(ORIGIN + page);
    for (const remark of remarks) expect(remark.split(',')).toHaveLength(series.length + 1);
    const manifest: { resources: { name: string; provenance: { termsUrl: string } }[] } = JSON.parse(
      readFileSync(`data/snapshots/${snapshot}/datapackage.json`, 'utf8'),
    );
    for (const { resource } of inputs) {
      const terms = manifest.resources.find(({ name }) => name === resource)?.provenance.termsUrl ?? 'none';
      expect(remarks.join('\n')).toContain(`Terms: ${terms}`);
    }
  });

  it('has a page that says all of it, and a card', () => {
    const document = documentOf(page);
    const description = document.getElementById('description-text')?.textContent ?? '';
    expect(description.length).toBeGreaterThan(120);
    expect(description).not.toMatch(/[\u2212+]\d|\d\u00A0(?:pp|bp)/);
    expect(document.querySelector(`a[href="/${report}#${id}"]`)).not.toBe(null);
    for (const extension of ['csv', 'svg', 'png'])
      expect(document.querySelector(`a[download][href="/${file}.${extension}"]`)).not.toBe(null);
    for (const anchor of ['embed', 'cite', 'data', 'reading']) expect(document.getElementById(anchor), anchor).not.toBe(null);
    expect(document.querySelector('meta[property="og:image"]')?.getAttribute('content')).toBe(`${ORIGIN}${file}-card.png`);
    expect(sizeOf(`${file}-card.png`)).toEqual([1200, 630]);
  });

  it('has an embed that leads back and asks for nothing else', () => {
    const document = documentOf(embed);
    const links = [...document.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([`/${report}#${id}`]);
    for (const link of links) expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener']);
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(ORIGIN + page);
    expect(document.querySelectorAll('script, header, footer, nav, link[rel="preload"], link[rel="stylesheet"]')).toHaveLength(1);
  });
});

describe('pictures that links are shown with', () => {
  it('every page of the site names one that is there', () => {
    const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.html') && !name.startsWith('embed/'),
    );
    for (const page of pages) {
      const address = /<meta property="og:image" content="([^"]+)"/.exec(text(page))?.[1] ?? '';
      expect(address.startsWith(ORIGIN), page).toBe(true);
      expect(existsSync(join('dist', address.slice(ORIGIN.length))), `${page}: ${address}`).toBe(true);
    }
  });

  it('a report has its own, the home page that of the site', () => {
    const { report } = figures[0];
    expect(text(`${report}index.html`)).toContain(`<meta property="og:image" content="${ORIGIN}${report}card.png"`);
    expect(text('index.html')).toContain(`<meta property="og:image" content="${ORIGIN}card.png"`);
    for (const path of ['card.png', `${report}card.png`]) expect(sizeOf(path)).toEqual([1200, 630]);
  });
});

describe('in a frame on another site', () => {
  let host: Server;
  /** A page of another origin with what is asked for, as an author of it would paste it. */
  const hosting = (body: string): void => {
    host.removeAllListeners('request');
    host.on('request', (_request, response) =>
      response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Host</title>${body}`),
    );
  };
  const address = (): string => `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
  beforeAll(async () => {
    host = createServer();
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => host.close());

  it('the code of every figure shows it, at each width whole and with one drawing, and nothing complains', async () => {
    const page = await site.open('404.html', { viewport: { width: 1000, height: 800 } });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (fault) => complaints.push(String(fault)));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    for (const { id, page: path } of figures) {
      const code = documentOf(path).querySelector('.figure__code')?.textContent ?? '';
      expect(code).toMatch(
        /^<iframe src="https:[^"]+" title="[^"]+" width="100%" height="\d+" loading="lazy" style="border: 0"><\/iframe>$/,
      );
      hosting(`<link rel="icon" href="data:,"><div>${code.replace(ORIGIN, site.url())}</div>`);
      await page.goto(address(), { waitUntil: 'load' });
      const frame = page.frames().find((other) => other !== page.mainFrame());
      await frame?.waitForLoadState('load');
      for (const width of [320, 432, 544, 632, 752, 928]) {
        await page.evaluate((to) => document.querySelector('div')?.style.setProperty('width', `${to}px`), width);
        await frame?.waitForFunction((to) => window.innerWidth === to, width);
        // Once its fonts are there and it is laid out at this width.
        await frame?.evaluate(async () => {
          await document.fonts.ready;
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        });
        const seen = await frame?.evaluate(() => ({
          drawings: [...document.querySelectorAll('.plot')].filter((plot) => plot.getBoundingClientRect().width > 0).length,
          isWhole: document.documentElement.scrollHeight <= window.innerHeight && document.documentElement.scrollWidth <= window.innerWidth,
        }));
        expect(seen, `${id} at ${width}`).toEqual({ drawings: 1, isWhole: true });
      }
    }
    await page.close();
    expect(complaints).toEqual([]);
  });

  it('a page that is not an embed is refused', async () => {
    const page = await site.open('404.html');
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    hosting(`<link rel="icon" href="data:,"><iframe src="${site.url()}${figures[0].page}"></iframe>`);
    await page.goto(address(), { waitUntil: 'load' });
    await page.close();
    expect(complaints.join('\n')).toContain('frame-ancestors');
  });
});
