import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureTable } from '../../src/charts/figure-table.ts';
import { kinds } from '../../src/charts/kinds.ts';
import { sparkline } from '../../src/charts/sparkline.ts';
import { SIZES, type Size } from '../../src/charts/theme.ts';
import { dayOf } from '../../src/data/day.ts';
import { openDesk } from '../../src/reports/desk.ts';
import { readRecipes } from '../../src/reports/recipes.ts';

const desk = openDesk({ content: 'content', data: 'data' });
const context = { snapshot: desk.snapshot('2024-07-17'), calendar: desk.calendar, named: desk.named, asOf: dayOf('2024-07-16') };
const recipes = readRecipes(context);
const UPDATE = process.env.UPDATE_DRAWINGS === '1';

/** One element a line, so that a difference can be read. */
const normalised = (svg: string): string => svg.replaceAll('><', '>\n<').concat('\n');

/** The drawing as it is kept; where it differs, the new one is written beside it as '…-changed.svg'. */
function expectDrawing(name: string, svg: string): void {
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

describe('recipes', () => {
  it('there is one for every kind', () => {
    expect(recipes.map((recipe) => recipe.kind)).toEqual([...kinds.keys()].sort());
    expect(recipes.flatMap((recipe) => recipe.findings)).toEqual([]);
  });

  describe.each(recipes)('$kind', ({ kind, figure }) => {
    const chart = kinds.get(kind);
    if (!chart || !figure) throw new Error(`${kind} can't be drawn`);
    const spec = { ...figure.spec.annotations, titleId: 'title', descriptionId: 'description' };

    it.each(Object.keys(SIZES) as Size[])('draws as kept at size %s, with tokens for colours', (size) => {
      const svg = chart.draw(figure.data, spec, size);
      expect(/"#[0-9a-f]{3,8}"|rgb\(|hsl\(|style="|class="(?!plot)/i.exec(svg)).toBe(null);
      expect(/(?<=[ "(,ML])\d+\.\d{2,}/.exec(svg.replace(/<text[\s\S]*?<\/text>/g, ''))).toBe(null);
      expectDrawing(`${kind}-${size}`, svg);
    });

    it('is told in words and in a table', () => {
      expect(chart.describe(figure.data, figure.spec.annotations)).toMatchSnapshot();
      expect(chart.table(figure.data, figure.spec.annotations)).toMatchSnapshot();
    });

    it('has its points as CSV: a row a day', () => {
      const days = new Set(figure.data.lines.flatMap((line) => [...line.days]));
      expect(figureTable(figure.data).trim().split('\n')).toHaveLength(days.size + 1);
    });
  });

  it('sparkline', () => {
    const line = recipes.find((recipe) => recipe.kind === 'relative-bars')?.figure?.data.lines[0];
    if (line) expectDrawing('sparkline', sparkline(line));
    expect(line).toBeDefined();
  });
});
