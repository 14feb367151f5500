import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand, temporaryFolder } from '../support/command.ts';

/** A site of a home page and a report, and what stands in the body of both. */
function smallSite(body: string): string {
  const folder = temporaryFolder();
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Small</title><meta name="description" content="A small page."><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
  mkdirSync(join(folder, 'reports/2024-07-17-a'), { recursive: true });
  for (const path of ['index.html', 'reports/2024-07-17-a/index.html']) writeFileSync(join(folder, path), page);
  return folder;
}

describe('npm run lighthouse', () => {
  it('tells each category that is below what is asked, with the audits that cost it', () => {
    const out = smallSite('<main><h1>Small</h1><p><img src="data:," width="1" height="1"></p></main>');
    const { status, stdout } = runCommand('lighthouse', ['--out', out, '--runs', '1', '--json', 'index.html']);
    const { ok, findings, pages } = JSON.parse(stdout);
    expect([status, ok]).toEqual([1, false]);
    expect(pages).toEqual([expect.objectContaining({ path: 'index.html', scores: expect.objectContaining({ seo: expect.any(Number) }) })]);
    const told = findings.find(({ message }: { message: string }) => message.startsWith('accessibility'));
    expect(told).toMatchObject({ rule: 'lighthouse', path: '/index.html', message: expect.stringContaining('image-alt') });
  });
});

describe('npm run bench -- reader', () => {
  it('times the home page and the newest report on two lines, as ratios to an almost empty page', () => {
    const out = smallSite('<main><h1>Small</h1></main>');
    const { status, stdout } = runCommand('bench', ['reader', '--runs', '1', '--out', out, '--json']);
    const [{ lines }] = JSON.parse(stdout) as { lines: { what: string; unit: string; value: number }[] }[];
    const times = lines.filter(({ unit }) => unit === 'ms');
    expect([status, times.map(({ what }) => what)]).toEqual([
      0,
      ['4G', 'slow 4G'].flatMap((line) =>
        ['an almost empty page', '/', '/reports/2024-07-17-a/'].map((page) => `largest paint, ${line}, ${page}`),
      ),
    ]);
    // No page is seen before its line has carried it one way and back.
    for (const { what, value } of times) expect(value).toBeGreaterThan(what.includes('slow') ? 150 : 60);
    for (const { value } of lines.filter(({ unit }) => unit === 'times')) expect(value).toBeGreaterThan(0);
  });
});

it.each(['lighthouse', 'bench'])('%s says so where there is no built site', (name) => {
  const { status, stderr } = runCommand(name, [...(name === 'bench' ? ['reader'] : []), '--out', 'nowhere']);
  expect([status, stderr]).toEqual([1, expect.stringContaining("there is no built site. Run 'npm run build' first.")]);
});
