import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { PAGES, useSite } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = useSite();

describe('axe finds nothing', () => {
  for (const [name, path] of PAGES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1440]) {
        it(`on ${name}, ${colorScheme}, ${width}`, async () => {
          // The page's own policy allows no script from elsewhere; axe is let in for the test.
          const page = await site.open(path, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
          await page.evaluate(axe);
          const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
          await page.close();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        });
      }
    }
  }
});
