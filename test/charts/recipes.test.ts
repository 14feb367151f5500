import { describe, expect, it } from 'vitest';
import { figureTable } from '../../src/charts/figure-table.ts';
import { kinds } from '../../src/charts/kinds.ts';
import { sparkline } from '../../src/charts/sparkline.ts';
import { SIZES, type Size } from '../../src/charts/theme.ts';
import { dayOf } from '../../src/data/day.ts';
import { openDesk } from '../../src/reports/desk.ts';
import { readRecipes } from '../../src/reports/recipes.ts';
import { expectDrawing } from '../support/drawings.ts';

const desk = openDesk({ content: 'content', data: 'data' });
const context = { snapshot: desk.snapshot('2024-07-17'), calendar: desk.calendar, named: desk.named, asOf: dayOf('2024-07-16') };
const recipes = readRecipes(context);

describe('recipes', () => {
  it('there is one for every kind', () => {
    expect(recipes.map((recipe) => recipe.kind)).toEqual([...kinds.keys()].sort());
    expect(recipes.flatMap((recipe) => recipe.findings)).toEqual([]);
  });

  it.each(recipes)('$kind says how it is read, without the words of authors', ({ reading }) => {
    expect(reading).toMatch(/^[A-Z][^`<]{80,500}\.$/);
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
