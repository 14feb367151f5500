import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';

const SLUG = '2024-07-17-a-small-desk';
const DRAFT = '2024-07-18-a-draft';

/** `npm run dev` on a copy of the project with the small desk, so that code can be changed too. */
describe('the preview', () => {
  let root: string;
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  let address: string;
  let printed = '';

  const report = (slug = SLUG): string => join(root, 'content/reports', slug, 'index.mdx');
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  const says = (what: string | RegExp): Promise<void> => vi.waitFor(() => expect(printed).toMatch(what), { timeout: 20_000 });
  const main = async (): Promise<string> => (await page.locator('main').textContent()) ?? '';
  const shows = (text: string): Promise<void> =>
    vi.waitFor(async () => expect((await main()).replaceAll('\u00A0', ' ')).toContain(text), { timeout: 20_000 });

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'mtm-preview-'));
    for (const part of ['src', 'scripts', 'public', 'docs', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
      cpSync(part, join(root, part), { recursive: true });
    cpSync('test/cases/desk', root, { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    cpSync(join(root, 'content/reports', SLUG), join(root, 'content/reports', DRAFT), { recursive: true });
    edit(report(DRAFT), 'title: A small desk\n', 'title: A draft\ndraft: true\n');
    // A published text would ask for a correction with every change.
    edit(report(), 'pair: [rut, spx]', 'draft: true');
    edit(report(DRAFT), 'published: 2024-07-17', 'published: 2024-07-18');
    edit(report(DRAFT), ', after <Fact m="streak(rut)">five sessions</Fact> of gains', '');
    // What a test runner sets for itself is not the author's.
    const { VITEST, NODE_ENV, MODE, PROD, DEV, SSR, BASE_URL, SITE, BASE, ...env } = process.env;
    server = spawn(process.execPath, ['scripts/dev.ts', '--port', '4395'], { cwd: root, env });
    for (const stream of [server.stdout, server.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    browser = await launchBrowser();
    await says(/http:\S+/);
    [address] = /http:\S+/.exec(printed) ?? [''];
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1440, height: 600 },
    });
    page = await context.newPage();
    // A list of all reports, asked for before any was compiled, is answered.
    await page.goto(address, { timeout: 30_000 });
    await page.goto(`${address}reports/${SLUG}/`);
  });
  afterAll(async () => {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    await Promise.all([ended, browser.close()]);
    rmSync(root, { recursive: true });
  });

  it('says its address first, then that all is in order', async () => {
    await says('2 reports. Every assertion holds.');
    expect(printed).toMatch(/^http:\S+ {2}shows what you write/);
    expect(await page.locator('.preview-toggle').textContent()).toBe('Every assertion holds');
  });

  it('underlines a Fact that fails, keeps the place on the page, and says why by keyboard', async () => {
    await page.evaluate(() => scrollTo(0, 500));
    edit(report(), 'closed up 3.5%', 'closed up 3.6%');
    const mark = page.locator('a.n.preview-mark--error');
    await mark.waitFor();
    expect(await mark.textContent()).toBe('closed up 3.6%');
    // What grew above it is made up for.
    expect(Math.abs((await page.evaluate(() => scrollY)) - 500)).toBeLessThan(60);
    const flag = page.getByRole('button', { name: 'Does not hold: why' });
    await flag.focus();
    await page.keyboard.press('Enter');
    const why = page.locator('.preview-why:popover-open');
    expect(await why.textContent()).toContain("'3.6%' does not hold. The data say +3.505% (return(rut, 1d) on 2024-07-16).");
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });
  });

  it('lists it in the panel, goes to it, and copies the phrase that holds', async () => {
    const toggle = page.getByRole('button', { name: '1 error' });
    await toggle.click();
    const list = page.locator('.preview-list');
    expect(await list.textContent()).toContain('index.mdx:15:51 fact-fails');
    await list.getByRole('button', { name: 'Copy ‘closed up 3.5%’' }).click();
    await list.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('closed up 3.5%');
    await list.locator('button.preview-message').click();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('preview-flag');
    await toggle.click();
  });

  it('says the same in the terminal, and writes the record', async () => {
    await says(`content/reports/${SLUG}/index.mdx:15:51  error fact-fails  '3.6%' does not hold.`);
    const { assertions } = JSON.parse(readFileSync(join(root, 'data/metrics', `${SLUG}.json`), 'utf8'));
    expect(assertions.filter(({ status }: { status: string }) => status === 'fails')).toHaveLength(1);
    printed = '';
    edit(report(), 'closed up 3.6%', 'closed up 3.5%');
    await page.locator('.preview-panel--quiet').waitFor();
    await says(`${SLUG}: every assertion holds`);
    // The copy's fonts lie outside of it.
    const lines = printed
      .trim()
      .split('\n')
      .filter((line) => !line.includes('outside of Vite serving allow list'));
    expect(lines).toEqual([`${SLUG}: every assertion holds`]);
    expect(await page.locator('.preview-mark, .preview-flag').count()).toBe(0);
  });

  it('underlines loose statements where they stand', async () => {
    edit(report(), '\nSomebody counted', '\nThe S&P 500 "gained" 47% -- or so, and its widest gap.\n\nSomebody counted');
    await page.locator('span.preview-mark').nth(2).waitFor();
    expect(await page.locator('span.preview-mark').allTextContents()).toEqual(['“gained”', '47%', 'widest']);
    edit(report(), 'The S&P 500 "gained" 47% -- or so, and its widest gap.\n\n', '');
    await page.locator('.preview-panel--quiet').waitFor();
  });

  it('shows the line of what can’t be read, and keeps the last good page', async () => {
    const record = readFileSync(join(root, 'data/metrics', `${SLUG}.json`), 'utf8');
    printed = '';
    edit(report(), 'Somebody counted', 'Somebody <Fact m="rut" counted');
    await page.locator('.preview-band', { hasText: 'Shown as of the last good text' }).waitFor();
    expect(await main()).toContain('Somebody counted');
    await page.locator('.preview-toggle').click();
    expect(await page.locator('.preview-list pre').textContent()).toMatch(/^\S.*\n *\^$/);
    await says(/error mdx {2}.*\n {4}\S.*\n {4} *\^\n/);
    await page.reload();
    expect(await main()).toContain('Somebody counted');
    expect(readFileSync(join(root, 'data/metrics', `${SLUG}.json`), 'utf8')).toBe(record);
    edit(report(), 'Somebody <Fact m="rut" counted', 'Somebody counted');
    await page.locator('.preview-band').waitFor({ state: 'detached' });
    await page.locator('.preview-toggle').click();
  });

  it('shows a changed card of a person, and the line of a fault in it', async () => {
    const card = join(root, 'content/people/dan-wantrobski.yaml');
    edit(card, 'name: ', 'name: Professor ');
    await shows('Professor Dan Wantrobski');
    printed = '';
    edit(card, 'name: ', 'nam: ');
    await says(/dan-wantrobski\.yaml:1:1 {2}error unknown-key {2}unknown key 'nam'.*\n {4}nam: .*\n {4}\^\n/);
    await shows('Professor Dan Wantrobski');
    expect(await page.locator('.preview-toggle').textContent()).toContain('1 error');
    edit(card, 'nam: ', 'name: ');
    await page.locator('.preview-panel--quiet').waitFor();
  });

  it('marks drafts, over their page and in lists', async () => {
    edit(report(), 'draft: true', 'pair: [rut, spx]');
    // The page that is open is loaded anew: another can't be asked for at the same moment.
    await vi.waitFor(() => page.goto(`${address}reports/`), { timeout: 20_000 });
    const rows = page.locator('.archive__title');
    await vi.waitFor(async () => expect(await rows.allTextContents()).toEqual(['A draftDraft', 'A small desk']), { timeout: 20_000 });
    await page.goto(`${address}reports/${DRAFT}/`);
    await page.locator('.preview-band', { hasText: 'Draft. Not published.' }).waitFor();
  });

  it('takes a new report, says what is wrong with one that never was right, and that one is gone', async () => {
    const slug = '2024-07-18-a-new-one';
    cpSync(join(root, 'content/reports', SLUG), join(root, 'content/reports', slug), { recursive: true });
    edit(report(slug), 'published: 2024-07-17', 'publish: 2024-07-18');
    await says('error unknown-key');
    await page.goto(`${address}reports/${slug}/`);
    await page.locator('[data-preview-findings] .preview-finding').first().waitFor();
    expect(await main()).toContain("unknown key 'publish'. Did you mean 'published'?");
    edit(report(slug), 'publish: 2024-07-18', 'published: 2024-07-18');
    await shows('One report on two tables');
    rmSync(join(root, 'content/reports', slug), { recursive: true });
    await says(`${slug} is gone`);
    await shows('There is no page here');
    rmSync(join(root, 'data/metrics', `${slug}.json`));
  });

  it('takes a new snapshot', async () => {
    const [older, newer] = ['2024-07-17', '2024-07-24'].map((id) => join(root, 'data/snapshots', id));
    await page.goto(`${address}data/`);
    cpSync(older, newer, { recursive: true });
    await shows('2024-07-24');
  });

  it('computes anew where a measure was changed, outlives code that can’t be read, and needs no restart', async () => {
    const measure = join(root, 'src/metrics/measures/return.ts');
    await page.goto(`${address}reports/${SLUG}/`);
    await shows('S&P 500 −0.88%');
    edit(measure, '/ values[base] - 1', '/ values[base] - 2');
    await page.locator('.preview-mark--error').first().waitFor();
    await shows('S&P 500 −100.88%');
    const text = readFileSync(measure, 'utf8');
    writeFileSync(measure, `${text}\nexport const = 1;\n`);
    await says('return.ts');
    writeFileSync(measure, text.replace('/ values[base] - 2', '/ values[base] - 1'));
    await shows('S&P 500 −0.88%');
  });
});
