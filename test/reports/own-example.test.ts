import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import type { Series } from '../../src/data/series.ts';
import { readRecipes } from '../../src/reports/recipes.ts';
import { calendar, july2024 } from '../support/metrics.ts';

/** A desk that has some of the series only, under names of its own. */
function recipesOf(keep: (series: Series) => boolean, idOf = (id: string): string => `my_${id}`) {
  const series = [...july2024.series.values()].filter(keep).map((one) => ({ ...one, id: idOf(one.id), title: `My ${one.id}` }));
  const snapshot = { ...july2024, series: new Map(series.map((one) => [one.id, one])) };
  return readRecipes({ snapshot, calendar, asOf: dayOf('2024-07-16') });
}

describe('the examples of another desk', () => {
  const cases = [
    ['of prices', ({ unit }: Series) => unit === 'USD', []],
    ['of one index', ({ id }: Series) => id === 'rut', ['dots', 'plot', 'relative-bars', 'small-panels', 'stacked-panels']],
    [
      'of rates: no return is taken of them, and no index made',
      ({ id }: Series) => id.startsWith('ust'),
      ['indexed-lines', 'said-found', 'small-panels', 'windows'],
    ],
  ] as const;

  it.each(cases)('%s are drawn with its own series', (_name, keep, without) => {
    const recipes = recipesOf(keep);
    expect(recipes.filter(({ figure }) => figure === null).map(({ kind }) => kind.name)).toEqual(without);
    for (const { kind, figure, mdx, findings } of recipes.filter((recipe) => recipe.figure !== null)) {
      expect(findings).toEqual([]);
      if (figure) expect(kind.draw(figure.data, { ...figure.spec.annotations, titleId: 't', descriptionId: 'd' }, 'S')).toContain('<svg');
      expect(figure?.record.series.join()).toContain('my_');
      expect(mdx).not.toMatch(/Russell|S&P/);
    }
  });

  it('are of its series where their ids are those of the examples in another order', () => {
    const swapped = (id: string): string => (id === 'ust2y' ? 'rut' : 'ust2y');
    const recipes = recipesOf(({ id }) => id.startsWith('ust'), swapped);
    const stacked = recipes.find(({ kind }) => kind.name === 'stacked-panels');
    expect(stacked?.figure?.record.series).toHaveLength(2);
  });

  it('of none is that of the kind, and not drawn', () => {
    const recipes = recipesOf(() => false);
    expect(recipes.map(({ figure }) => figure)).toEqual(recipes.map(() => null));
    expect(recipes.map(({ mdx }) => mdx)).toEqual(recipes.map(({ kind }) => kind.example));
  });
});
