/** Drawings that are kept, one element a line, so that a difference can be read. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const UPDATE = process.env.UPDATE_DRAWINGS === '1';

const normalised = (svg: string): string => svg.trimEnd().replaceAll('><', '>\n<').concat('\n');

/** The drawing as it is kept; where it differs, the new one is written beside it as '…-changed.svg'. */
export function expectDrawing(name: string, svg: string): void {
  const path = `test/charts/drawings/${name}.svg`;
  const changed = path.replace('.svg', '-changed.svg');
  const drawn = normalised(svg);
  rmSync(changed, { force: true });
  if (UPDATE || !existsSync(path)) {
    expect(process.env.CI, `${path} is missing`).toBeUndefined();
    mkdirSync('test/charts/drawings', { recursive: true });
    writeFileSync(path, drawn);
  }
  const kept = readFileSync(path, 'utf8');
  if (kept !== drawn) writeFileSync(changed, drawn);
  expect(drawn === kept, `the drawing has changed: compare ${path} with ${changed}. UPDATE_DRAWINGS=1 keeps the new ones`).toBe(true);
}
