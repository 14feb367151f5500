import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('nothing of the preview is published', () => {
  const names = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:html|js|css)$/.test(name));
  expect(names.filter((name) => name.startsWith('preview') || /preview[:-]/.test(readFileSync(join('dist', name), 'utf8')))).toEqual([]);
  expect(names).toContain('index.html');
});
