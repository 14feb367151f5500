import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricsRecord } from '../../src/reports/record.ts';
import { type Ran, runCommand, temporaryFolder } from '../support/command.ts';

const SLUGS = readdirSync('content/reports').sort();

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Words on a page: where they stand, in points from the left and from the top, and how large they are. */
interface Words {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

interface Paper {
  pdf: Pdf;
  bytes: Buffer;
  /** Without its foot. */
  pages: Words[][];
  feet: string[];
  /** The built page it was printed from. */
  document: Document;
  record: MetricsRecord;
}

const MILLIMETRE = 72 / 25.4;
const [WIDTH, HEIGHT] = [612, 792];
const [TOP, SIDE, FOOT] = [15, 18, 18].map((margin) => margin * MILLIMETRE);

const folder = mkdtempSync(join(tmpdir(), 'mtm-paper-'));
const papers = new Map<string, Paper>();
let ran: Ran;

beforeAll(async () => {
  ran = runCommand('pdf', ['--out', folder, '--json']);
  for (const slug of SLUGS) papers.set(slug, await readPaper(slug));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readPaper(slug: string): Promise<Paper> {
  const name = readdirSync(folder).find((other) => other.startsWith(slug)) ?? '';
  const bytes = readFileSync(join(folder, name));
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const all = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => wordsOn(pdf, index + 1)));
  const isFoot = ({ y }: Words): boolean => y > HEIGHT - FOOT;
  return {
    pdf,
    bytes,
    pages: all.map((words) => words.filter((word) => !isFoot(word))),
    feet: all.map((words) =>
      words
        .filter(isFoot)
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join('|'),
    ),
    document: parseHTML(readFileSync(join('dist/reports', slug, 'index.html'), 'utf8')).document,
    record: JSON.parse(readFileSync(join('data/metrics', `${slug}.json`), 'utf8')),
  };
}

async function wordsOn(pdf: Pdf, number: number): Promise<Words[]> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: item.transform[4], y: HEIGHT - item.transform[5], width: item.width, size: Math.abs(item.transform[3]) }]
      : [],
  );
}

const squeezed = (text: string): string => text.replace(/[\s\u00AD\u2060]/g, '');
const isIndex = ({ text, size }: Words): boolean => Math.abs(size - 6) < 0.1 && /^\d+$/.test(text);

describe.each(SLUGS)('%s on paper', (slug) => {
  const paper = (): Paper => papers.get(slug) as Paper;
  const title = (): string => paper().document.querySelector('h1')?.textContent ?? '';

  it('is told with its pages and bytes', () => {
    expect([ran.status, JSON.parse(ran.stdout).reports[slug]]).toEqual([0, { pages: paper().pages.length, bytes: paper().bytes.length }]);
  });

  it('is named after the edition that its page says it is', () => {
    const edition = paper().document.querySelector('meta[name=edition]')?.getAttribute('content');
    expect(readdirSync(folder)).toContain(`${slug}.${edition}.pdf`);
  });

  it('is a tagged document with a language, a title, an author, a subject and the day of publication', async () => {
    const { info } = await paper().pdf.getMetadata();
    expect(info).toMatchObject({
      Title: title(),
      Author: 'The desk',
      Language: 'en-US',
      CreationDate: `D:${slug.slice(0, 10).replaceAll('-', '')}000000Z`,
    });
    expect((info as { Subject: string }).Subject.length).toBeGreaterThan(80);
    expect(await paper().pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('has an outline of its sections', async () => {
    const [first] = (await paper().pdf.getOutline()) ?? [];
    expect(first.title).toBe(title());
    // What stands beside the takeaways since publication is not printed: its section is.
    const headings = [...paper().document.querySelectorAll('.body h2:not(.since-beside h2)')].map((heading) => heading.textContent);
    expect(first.items.map((item: { title: string }) => item.title)).toEqual(headings);
  });

  it('describes every figure to those who do not see it', async () => {
    const found: string[] = [];
    const walk = (node: object): void => {
      if ('alt' in node) found.push(String(node.alt));
      if ('children' in node) for (const child of node.children as object[]) walk(child);
    };
    for (let number = 1; number <= paper().pages.length; number++) walk(await (await paper().pdf.getPage(number)).getStructTree());
    for (const { title: alt } of paper().record.figures) expect(found.map(squeezed).join('|')).toContain(squeezed(alt).slice(0, 20));
  });

  it('says on every page whose it is, what it is, on which snapshot, and which page of how many', () => {
    const { feet, record } = paper();
    const name = title().replaceAll('\u00A0', ' ');
    feet.forEach((foot, index) => {
      expect(foot).toBe(`Marked to Market|${name}|Snapshot ${record.snapshot.id}|${index + 1} / ${feet.length}`);
    });
  });

  it('has no more than a page for every eight claims, and eight for the text', () => {
    const { pages, record } = paper();
    expect(pages.length).toBeGreaterThan(6);
    // For the last few claims a page is begun.
    expect(pages.length).toBeLessThanOrEqual(8 + Math.ceil(record.assertions.length / 8));
  });

  it('carries the index of every number and quotation that is printed, and has a working for each', () => {
    const { document, pages, record } = paper();
    const printed = new Set(pages.flatMap((words) => words.filter(isIndex).map(({ text }) => text)));
    const marked = [...document.querySelectorAll('[data-i]')].filter((element) => !element.closest('details'));
    expect([...printed].sort()).toEqual([...new Set(marked.map((element) => element.getAttribute('data-i')))].sort());
    expect(printed.size).toBe(record.assertions.length);

    const begin = pages.findIndex((words) => words.some(({ text, size }) => text === 'Workings' && size > 14));
    const workings = pages.slice(begin).flat();
    const columns = [SIDE, SIDE + (WIDTH - 2 * SIDE + 8 * MILLIMETRE) / 2];
    const numbers = workings.filter(
      ({ text, x, size }) => /^\d+$/.test(text) && Math.abs(size - 8) < 0.1 && columns.some((column) => Math.abs(x - column) < 1),
    );
    expect(numbers.map(({ text }) => Number(text)).sort((a, b) => a - b)).toEqual(record.assertions.map((_, index) => index + 1));
    const text = squeezed(workings.map((word) => word.text).join(''));
    for (const assertion of record.assertions) {
      const computed = assertion.kind === 'fact' ? assertion : assertion.kind === 'reported' ? assertion.ours : null;
      if (computed) expect(text).toContain(squeezed(computed.metric));
    }
  });

  it('prints within its margins, and at full size: a page with something too wide would be made smaller', () => {
    expect(paper().pages[0].find(({ text }) => title().startsWith(text))?.size).toBeCloseTo(26, 1);
    for (const word of paper().pages.flat()) {
      expect(word.x, word.text).toBeGreaterThan(SIDE - 1.5);
      expect(word.x + word.width, word.text).toBeLessThan(WIDTH - SIDE + 1.5);
    }
  });

  it('fills at least two fifths of every page but the last', () => {
    const used = paper().pages.map((words) => (Math.max(...words.map(({ y }) => y)) - TOP) / (HEIGHT - TOP - FOOT));
    for (const [index, share] of used.slice(0, -1).entries()) expect(share, `page ${index + 1}`).toBeGreaterThan(0.4);
  });

  it('leaves no heading, and no name of a figure or a study, alone at the foot of a page', () => {
    for (const [index, words] of paper().pages.entries()) {
      const lowest = Math.max(...words.map(({ y }) => y));
      const headings = words.filter(({ text, size }) => size > 14 || /^Figure \d+$|^What followed: /.test(text));
      for (const { text, y } of headings) expect(lowest - y, `page ${index + 1}: ${text}`).toBeGreaterThan(24);
    }
  });

  it('leads to the site where it is published, and prints the addresses of others once', async () => {
    const { pdf, pages, document } = paper();
    const links: string[] = [];
    for (let number = 1; number <= pages.length; number++)
      links.push(...(await (await pdf.getPage(number)).getAnnotations()).flatMap(({ url }) => (url ? [url] : [])));
    expect(links).toContain('https://marked-to-market.example/claims/');
    expect(links.filter((url) => !url.startsWith('https://'))).toEqual([]);

    const text = squeezed(
      pages
        .flat()
        .map((word) => word.text)
        .join(''),
    );
    const outside = new Set([...document.querySelectorAll('.body a[href^=http]')].map((link) => link.getAttribute('href') ?? ''));
    // The terms of three publishers at the least.
    expect(outside.size).toBeGreaterThanOrEqual(3);
    for (const address of outside) {
      expect(text, address).toContain(`(${address})`);
      expect(text, address).not.toContain(`${address}(${address})`);
    }
    expect(text).not.toContain('(https://marked-to-market.example');
  });

  it('leaves out what only works on a screen', () => {
    const text = squeezed(
      paper()
        .pages.flat()
        .map((word) => word.text)
        .join(' '),
    );
    for (const words of [
      'Skip to content',
      'In this report',
      'Description and data table',
      'Data, CSV',
      'Datasets',
      'Chart gallery',
      'Menu',
    ])
      expect(text).not.toContain(squeezed(words));
  });
});

describe('npm run pdf', () => {
  it('gives the same bytes for the same page', () => {
    const [slug] = SLUGS;
    const again = temporaryFolder();
    expect(runCommand('pdf', [slug, '--out', again], { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8' }).status).toBe(0);
    const names = readdirSync(again);
    expect(names).toEqual(readdirSync(folder).filter((name) => name.startsWith(slug)));
    expect(readFileSync(join(again, names[0])).equals(papers.get(slug)?.bytes as Buffer)).toBe(true);
  });

  it.each([
    [
      'a report that is not there',
      ['2024-07-17-small-caps-take-the-leed'],
      /unknown-report .* Did you mean '2024-07-17-small-caps-take-the-lead'/,
    ],
    ['a site that is not built', ['--site', 'nowhere'], /site-missing .* Run 'npm run build' first/],
  ])('refuses %s, and writes nothing', (_, args, message) => {
    const out = join(temporaryFolder(), 'pdf');
    const { status, stderr } = runCommand('pdf', [...args, '--out', out]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(() => readdirSync(out)).toThrow();
  });
});
