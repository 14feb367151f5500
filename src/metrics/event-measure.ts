/** The measures of an event study: of what followed a trigger (after…), and of the same on all days (baseline…). */
import { type Column, commonDays, valuesAt } from './column.ts';
import { followed, type Outcomes, separateCases, unconditional } from './event-study.ts';
import { filledList } from './filled-list.ts';
import { formatExact } from './format.ts';
import { countOf, type Formula, row } from './formula.ts';
import type { Arguments, Measure, Symbols } from './measure.ts';
import type { Unit } from './units.ts';

interface Told {
  name: string;
  kind?: Measure['kind'];
  example: string;
  summary: string;
  /** The unit of the value, from that of what is looked at. */
  unit(of: Unit): Unit;
  /** 'mean', 'number above zero'. */
  words: string;
  /** A sentence's beginning: 'The mean'. */
  meaning: string;
  tell(outcomes: Outcomes): number;
  /** Of the values that are looked at, all of them or as a list that stands for them. */
  shape(...values: readonly Formula[]): Formula;
  refusal?: Measure['refusal'];
}

const PARAMETERS = {
  x: { name: 'x', kind: 'daily' },
  trigger: { name: 'trigger', kind: 'trigger' },
  n: { name: 'n', kind: 'count' },
} as const;

/** What is looked at and the trigger on the days that both have, with the separate cases. */
export function studied(args: Arguments): { days: Int32Array; x: Float64Array; flags: Float64Array; cases: number[]; n: number } {
  const [of, trigger, n] = [args.column(0), args.column(1), args.number(2)];
  const { days, left, right } = commonDays(of, trigger);
  const flags = valuesAt(trigger.values, right);
  return { days, x: valuesAt(of.values, left), flags, cases: separateCases(flags, n), n };
}

/** Of x, n sessions after each separate case of a trigger. */
export function afterEvents({ kind, unit, words, meaning, tell, shape, refusal, ...named }: Told): Measure {
  return {
    ...named,
    ...(kind ? { kind } : {}),
    group: 'events',
    test: 'event-study',
    parameters: [PARAMETERS.x, PARAMETERS.trigger, PARAMETERS.n],
    words: (args) => `${words} of ${args.words(0)}, ${args.words(2)} sessions after ${args.words(1)}`,
    meaning: (args) =>
      `${meaning} of what followed, read ${args.words(2)} sessions after each separate case, as far as these have passed. A case is a day on which the condition holds, no nearer than ${args.words(2)} sessions to the case before.`,
    formula: (symbols, args) => shape(casesIn(symbols, args)),
    refusal,
    evaluate(args): Column {
      const { days, x, flags, cases, n } = studied(args);
      const { unit: of } = args.column(0);
      return {
        days,
        values: followed(flags, cases, n, (i) => x[i], tell),
        unit: unit(of),
        filled: (i) => shape(...filledList(cases.filter((start) => start + n <= i).map((start) => formatExact(x[start + n], of)))),
        reach: (i) => [days[0], days[i]],
      };
    },
  };
}

/** 'x(s) with y(s − 20) = 1': the values of x that end a case. */
function casesIn(symbols: Symbols, args: Arguments): Formula {
  const n = args.number(2);
  const each = symbols.each(symbols.start, symbols.back(0));
  const before = { letter: each.letter, back: n, words: `the day ${n} sessions before` };
  return row(symbols.value(0, each), 'with', symbols.value(1, before), '=', '1');
}

interface Counted {
  name: string;
  example: string;
  summary: string;
  unit: Unit;
  /** 'separate cases of'. */
  words: string;
  meaning(n: string): string;
  /** The indices at which what is counted begins. */
  casesOf(flags: Float64Array, n: number): number[];
}

/** How often a trigger held, as far as n sessions have passed since. */
export function caseCount({ unit, words, meaning, casesOf, ...named }: Counted): Measure {
  return {
    ...named,
    group: 'events',
    test: 'event-study',
    parameters: [PARAMETERS.trigger, PARAMETERS.n],
    words: (args) => `number of ${words} ${args.words(0)}, with ${args.words(1)} sessions after each`,
    meaning: (args) => meaning(args.words(1)),
    formula: (symbols, args) => countOf(row(symbols.value(0, symbols.each(symbols.start, symbols.back(args.number(1)))), '=', '1')),
    evaluate(args): Column {
      const { days, values } = args.column(0);
      const n = args.number(1);
      const cases = casesOf(values, n);
      return {
        days,
        values: followed(
          values,
          cases,
          n,
          () => 0,
          ({ count }) => count,
        ),
        unit,
        reach: (i) => [days[0], days[i]],
      };
    },
  };
}

/** Of x on all days so far. */
export function ofAllDays({ kind, unit, words, meaning, tell, shape, ...named }: Omit<Told, 'refusal'>): Measure {
  return {
    ...named,
    ...(kind ? { kind } : {}),
    group: 'events',
    test: 'event-study',
    parameters: [PARAMETERS.x],
    words: (args) => `${words} of ${args.words(0)}, on all days`,
    meaning: () => `${meaning} of all values so far, whatever came before them. Their windows overlap.`,
    formula: (symbols) => shape(symbols.value(0, symbols.start), '…', symbols.value(0)),
    evaluate(args): Column {
      const { days, values, unit: of } = args.column(0);
      return { days, values: unconditional(values, tell), unit: unit(of), reach: (i) => [days[0], days[i]] };
    },
  };
}
