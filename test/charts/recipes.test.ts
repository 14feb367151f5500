import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { components } from '../../src/assertions/components.ts';
import { figureTable } from '../../src/charts/figure-table.ts';
import { kinds } from '../../src/charts/kinds/index.ts';
import { sparkline } from '../../src/charts/sparkline.ts';
import { SIZES, type Size } from '../../src/charts/theme.ts';
import { dayOf } from '../../src/data/day.ts';
import { openDesk } from '../../src/reports/desk.ts';
import { readRecipes } from '../../src/reports/recipes.ts';
import { expectDrawing } from '../support/drawings.ts';

const desk = openDesk({ content: 'content', data: 'data' });
const context = { snapshot: desk.snapshot('2024-07-17'), calendar: desk.calendar, named: desk.named, asOf: dayOf('2024-07-16') };
const recipes = readRecipes(context);

describe('the kinds', () => {
  it('are those of the folder, each under the name of its file', () => {
    const files = readdirSync('src/charts/kinds').filter((name) => name !== 'index.ts');
    expect([...kinds.keys()]).toEqual(files.map((name) => name.replace(/\.ts$/, '')).sort());
  });

  it('have examples that can be drawn', () => expect(recipes.flatMap(({ findings }) => findings)).toEqual([]));

  describe.each(recipes)('$kind.name', ({ kind: chart, figure }) => {
    if (!figure) throw new Error(`${chart.name} can't be drawn`);

    it('says how it is read, without the words of authors', () => expect(chart.reading).toMatch(/^[A-Z][^`<]{80,500}\.$/));

    it('says what it wants, what it can’t do, and what each of its attributes does', () => {
      for (const text of [chart.purpose, chart.wants, ...chart.limits]) expect(text).toMatch(/^[A-Z][^`<]{15,350}\.$/);
      expect(chart.limits.length).toBeLessThanOrEqual(5);
      for (const { what } of Object.values(chart.options)) expect(what).toMatch(/^[A-Z][^`<]{8,200}[^.]$/);
    });

    it('is written with attributes that a Figure has', () =>
      expect(Object.keys(components.Figure.attributes)).toEqual(expect.arrayContaining(Object.keys(chart.options))));

    const spec = { ...figure.spec.annotations, titleId: 'title', descriptionId: 'description' };

    it.each(Object.keys(SIZES) as Size[])('draws as kept at size %s, with tokens for colours', (size) => {
      const svg = chart.draw(figure.data, spec, size);
      expect(/"#[0-9a-f]{3,8}"|rgb\(|hsl\(|style="|class="(?!plot)/i.exec(svg)).toBe(null);
      expect(/(?<=[ "(,ML])\d+\.\d{2,}/.exec(svg.replace(/<text[\s\S]*?<\/text>/g, ''))).toBe(null);
      expectDrawing(`${chart.name}-${size}`, svg);
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
    const line = recipes.find((recipe) => recipe.kind.name === 'relative-bars')?.figure?.data.lines[0];
    if (line) expectDrawing('sparkline', sparkline(line));
    expect(line).toBeDefined();
  });
});
