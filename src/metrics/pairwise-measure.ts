/** Measures that set two series against each other, day by day: each on its own observations, joined on the days both have. */
import { type Column, join } from './column.ts';
import { formatInput } from './format.ts';
import type { Measure, Parameter } from './measure.ts';
import type { Unit } from './units.ts';

interface Pairwise {
  name: string;
  parameters: readonly [Parameter, Parameter];
  summary: string;
  unit: Unit;
  words(a: string, b: string): string;
  of(a: number, b: number): number;
  working(a: string, b: string): string;
}

export function pairwise({ name, parameters, summary, unit, words, of, working }: Pairwise): Measure {
  return {
    name,
    parameters,
    summary,
    words: (args) => words(args.words(0), args.words(1)),
    evaluate(args): Column {
      const { days, a, b } = join(args.column(0), args.column(1));
      return {
        days,
        values: a.map((value, i) => of(value, b[i])),
        unit,
        reach: (i) => [days[i], days[i]],
        working: (i) => working(formatInput(a[i]), formatInput(b[i])),
      };
    },
  };
}
