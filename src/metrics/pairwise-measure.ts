/** Measures that set two series against each other, day by day: each on its own observations, joined on the days both have. */
import { type Column, join } from './column.ts';
import { formatInput } from './format.ts';
import type { Formula } from './formula.ts';
import type { Measure, Parameter } from './measure.ts';
import type { Unit } from './units.ts';

interface Pairwise extends Pick<Measure, 'name' | 'group' | 'kind' | 'example' | 'summary'> {
  parameters: readonly [Parameter, Parameter];
  unit: Unit;
  words(a: string, b: string): string;
  of(a: number, b: number): number;
  meaning: string;
  shape(a: Formula, b: Formula): Formula;
}

export function pairwise({ unit, words, meaning, of, shape, ...definition }: Pairwise): Measure {
  return {
    ...definition,
    test: 'pairwise',
    words: (args) => words(args.words(0), args.words(1)),
    meaning: () => meaning,
    formula: (symbols) => shape(symbols.value(0), symbols.value(1)),
    evaluate(args): Column {
      const { days, a, b } = join(args.column(0), args.column(1));
      return {
        days,
        values: a.map((value, i) => of(value, b[i])),
        unit,
        reach: (i) => [days[i], days[i]],
        working: (i) => shape(formatInput(a[i]), formatInput(b[i])),
      };
    },
  };
}
