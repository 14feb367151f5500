import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { endInterrupted, replaceAll, replaceSome, stagingFor } from '../../src/site/put-in-place.ts';
import { temporaryFolder } from '../support/command.ts';

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

function siteWith(files: Record<string, string>): { parent: string; target: string } {
  const parent = temporaryFolder();
  const target = join(parent, 'site');
  write(target, files);
  return { parent, target };
}

it('a site takes the place of another, and leaves nothing', () => {
  const { parent, target } = siteWith({ 'page.html': 'old' });
  write(`${target}.new`, { 'page.html': 'of a build that was killed' });
  write(stagingFor(target), { 'a/page.html': 'new' });
  replaceAll(target);
  expect([filesOf(target), readdirSync(parent)]).toEqual([{ 'a/page.html': 'new' }, ['site']]);
});

it('it stands where there was none, in a folder that was not there', () => {
  const target = join(temporaryFolder(), 'a/b');
  write(stagingFor(target), { page: 'new' });
  replaceAll(target);
  expect(filesOf(target)).toEqual({ page: 'new' });
});

it('files take the place of others, and folders that become empty go', () => {
  const { parent, target } = siteWith({ 'page.html': 'old', 'kept.html': 'kept', 'gone/deep/page.html': 'gone' });
  write(stagingFor(target), { 'page.html': 'new', 'b/other.html': 'other' });
  replaceSome(target, { moved: ['page.html', 'b/other.html'], removed: ['gone/deep/page.html'] });
  expect(filesOf(target)).toEqual({ 'b/other.html': 'other', 'kept.html': 'kept', 'page.html': 'new' });
  expect([existsSync(join(target, 'gone')), readdirSync(parent)]).toEqual([false, ['site']]);
});

it('who was killed between two files finds the rest moved the next time', () => {
  const { parent, target } = siteWith({ 'a.html': 'new already', 'b.html': 'old', 'gone.html': 'gone' });
  write(`${target}.new`, { 'b.html': 'new' });
  writeFileSync(`${target}.changes.json`, JSON.stringify({ moved: ['a.html', 'b.html'], removed: ['gone.html'] }));
  endInterrupted(target);
  expect([filesOf(target), readdirSync(parent)]).toEqual([{ 'a.html': 'new already', 'b.html': 'new' }, ['site']]);
});

it('a predecessor that was left aside comes back', () => {
  const { target } = siteWith({});
  write(`${target}.old`, { page: 'old' });
  endInterrupted(target);
  expect(filesOf(target)).toEqual({ page: 'old' });
});
