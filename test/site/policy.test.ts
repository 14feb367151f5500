import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFor, parseHeaderRules } from '../../src/built-site/header-rules.ts';
import { policyFaults } from '../../src/built-site/policy.ts';
import { addressOf } from '../../src/built-site/site-files.ts';
import { PAGES, REPORT, useSite } from './site.ts';

const site = useSite();
const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join('dist', name)).isFile());
const html = files.filter((name) => name.endsWith('.html'));
const rules = parseHeaderRules(readFileSync('dist/_headers', 'utf8'));
const pathOf = (file: string): string => addressOf(file, new URL('https://desk.example/')).pathname;

describe('every page', () => {
  it('has the policy that allows nothing but files of the site', () => {
    for (const name of html) {
      const [, policy = ''] =
        /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join('dist', name), 'utf8')) ?? [];
      const directives = new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]));
      expect(directives.get('default-src'), name).toBe("'none'");
      // Search runs WebAssembly; nothing else is allowed more than files of the site, and an embed has no script at all.
      const isEmbed = name.startsWith('embed/');
      const scripts = name === 'search/index.html' ? "'self' 'wasm-unsafe-eval'" : "'self'";
      expect(directives.get('script-src'), name).toBe(isEmbed ? undefined : scripts);
      expect(directives.get('style-src'), name).toBe("'self'");
      expect(directives.get('connect-src'), name).toBe(isEmbed ? undefined : "'self'");
      expect(directives.get('base-uri'), name).toBe("'none'");
      expect(policy, name).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    }
  });

  it('holds nothing that the policy would refuse, no id twice, and no door to a window that can reach back', () => {
    const faults = html.flatMap((name) => policyFaults(readFileSync(join('dist', name), 'utf8')).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });

  it('may be framed by nobody, an embed by everybody: one rule a page', () => {
    for (const name of html) {
      const policies = headersFor(pathOf(name), rules).filter(([header]) => header === 'content-security-policy');
      expect(policies, name).toEqual([['content-security-policy', `frame-ancestors ${name.startsWith('embed/') ? '*' : "'none'"}`]]);
    }
  });

  it('comes with the headers that a page can not carry', async () => {
    const { headers } = await fetch(site.url() + REPORT);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cache-control')).toContain('must-revalidate');
  });
});

describe('the rules of headers', () => {
  it('never set one header twice, since hosts differ in what they make of it', () => {
    for (const name of files) {
      const headers = headersFor(pathOf(name), rules).map(([header]) => header);
      expect(headers, name).toEqual([...new Set(headers)]);
    }
  });

  it('keep for ever what has a hash in its name', async () => {
    const asset = files.find((name) => name.startsWith('_astro/') && name.endsWith('.css')) ?? '';
    expect((await fetch(site.url() + asset)).headers.get('cache-control')).toContain('immutable');
  });
});

/** Uses what a page offers: what is folded, the theme, a number, the keyboard, the box of the search. */
async function use(page: Page): Promise<void> {
  for (const summary of await page.locator('summary:visible').all()) await summary.click();
  const button = page.locator('[data-theme-button]:visible').first();
  if ((await button.count()) > 0) await button.click();
  const number = page.locator('a.n:visible').first();
  if ((await number.count()) > 0) {
    await number.hover();
    await number.click();
    await page.keyboard.press('Escape');
  }
  const plot = page.locator('.plot:visible').first();
  if ((await plot.count()) > 0) await plot.hover();
  const box = page.locator('main input[type="search"]:visible').first();
  if ((await box.count()) > 0) await box.pressSequentially('breakout');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
  await page.waitForLoadState('networkidle');
}

// Several at a time: each waits for half a second of silence.
describe.concurrent('while it is used', () => {
  it.each(PAGES)('%s breaks no policy and says nothing on the console', async (_name, path) => {
    const page = await site.open('404.html', { reducedMotion: 'no-preference' });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (fault) => complaints.push(fault.message));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.addInitScript(() => {
      const told = Object.assign(window, { violations: [] as string[] }).violations;
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => told.push(`${violatedDirective} ${blockedURI}`));
    });
    await page.goto(site.url() + path);
    await use(page);
    const violations = await page.evaluate(() => (window as unknown as { violations: string[] }).violations);
    await page.close();
    expect([...complaints, ...violations]).toEqual([]);
  });

  it('a break would be heard', async () => {
    const page = await site.open(REPORT);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.close();
    expect(complaints.join()).toContain('Content Security Policy');
  });
});

describe('in a frame of another site', () => {
  let other: ReturnType<typeof createServer>;
  const embeds = existsSync('dist/embed') ? html.filter((name) => name.startsWith('embed/')) : [];
  beforeAll(async () => {
    other = createServer(({ url }, response) => {
      const framed = decodeURIComponent(url?.slice(2) ?? '');
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><iframe src="${framed}" width="640" height="600"></iframe>`);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void other.close());

  /** What the frame shows, by its first heading or figure. */
  async function framed(path: string): Promise<{ shown: boolean; complaints: string[] }> {
    const page = await site.open('404.html');
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/?${encodeURIComponent(site.url() + path)}`, {
      waitUntil: 'networkidle',
    });
    const shown = (await page.frames()[1]?.locator('h1, figure').count()) > 0;
    await page.close();
    return { shown, complaints };
  }

  it.each([
    ['the home page', ''],
    ['a report', REPORT],
  ])('%s is not shown', async (_name, path) => {
    const { shown, complaints } = await framed(path);
    expect([shown, complaints.join()]).toEqual([false, expect.stringContaining('frame-ancestors')]);
  });

  it.runIf(existsSync('dist/embed'))('an embed is', async () => {
    expect(embeds.length).toBeGreaterThan(0);
    expect(await framed(embeds[0].replace(/index\.html$/, ''))).toEqual({ shown: true, complaints: [] });
  });
});
