/** The formula of a whole metric in symbols, on the day of a value, with a legend of what each symbol stands for. */
import type { Day } from '../data/day.ts';
import { indexOnOrBefore } from '../data/series.ts';
import { boundCall, type Context, evaluateColumn, joinedFormula } from './evaluate.ts';
import { type Expression, parseExpression } from './expression.ts';
import { formatDay, formatInput } from './format.ts';
import { bracketed, type Formula, negative, row, type Time, timeText } from './formula.ts';
import type { Arguments, Symbols } from './measure.ts';
import { printExpression } from './print-expression.ts';
import { COMPARATOR_SIGN, thresholdText } from './threshold.ts';

export interface LegendEntry {
  /** As it stands in the formula: 't − 5', 'rut'. */
  symbol: string;
  words: string;
  /** How it is made, where it is no series of the data. */
  formula?: Formula;
}

export interface Symbolic {
  formula: Formula;
  /** Columns first, then days, that of the value before the others. */
  legend: LegendEntry[];
}

/** @throws ExpressionError */
export function symbolic(metric: string, at: Day, context: Context): Symbolic {
  const writer = new Writer(at, { ...context, asOf: Math.min(at, context.asOf) });
  const formula = writer.formulaOf(parseExpression(metric));
  const isDay = ({ symbol }: LegendEntry): boolean => symbol === 't';
  const times = [...writer.times.values()].sort((a, b) => Number(isDay(b)) - Number(isDay(a)));
  return { formula, legend: [...writer.columns.values(), ...times] };
}

/** Letters for days that are not counted back from t, and for columns that are no series. */
const DAYS = 'abcdefgh';
const COLUMNS = 'xyzuvw';

class Writer {
  readonly columns = new Map<string, LegendEntry>();
  readonly times = new Map<string, LegendEntry>();
  readonly #letters = new Map<string, string>();
  readonly #at: Day;
  readonly #context: Context;

  constructor(at: Day, context: Context) {
    this.#at = at;
    this.#context = context;
  }

  formulaOf(expression: Expression): Formula {
    switch (expression.kind) {
      case 'number':
        return formatInput(expression.value);
      case 'negate':
        return negative(this.formulaOf(expression.operand));
      case 'binary':
        return joinedFormula(expression.operator, this.formulaOf(expression.left), this.formulaOf(expression.right));
      case 'comparison': {
        const { unit } = evaluateColumn(printExpression(expression.left), this.#context).column;
        const sign = COMPARATOR_SIGN[expression.comparator];
        return row(bracketed(this.formulaOf(expression.left)), sign, thresholdText(expression.threshold, unit));
      }
      case 'series':
        return this.#valueOf(expression, this.#time('t', 0, this.#at));
      case 'call': {
        const { measure, args } = boundCall(expression, this.#context);
        return measure.formula(this.#symbolsOf(expression, args), args);
      }
      default:
        return printExpression(expression);
    }
  }

  #symbolsOf(call: Expression & { kind: 'call' }, args: Arguments): Symbols {
    // Observations are those of the value itself: of two series the days that both have.
    const { days } = evaluateColumn(printExpression(call), this.#context).column;
    const last = indexOnOrBefore(days, this.#at);
    const dayAt = (index: number): Time =>
      index === last ? this.#time('t', 0, this.#at) : this.#time(this.#letterOf(days[index]), 0, days[index]);
    const back = (count: number): Time => this.#time('t', count, days[last - count]);
    return {
      value: (position, time = back(0)) => (args.isNumber(position) ? args.words(position) : this.#valueOf(call.args[position], time)),
      back,
      base: (position) => {
        const window = args.window(position);
        return window.count ? back(window.count) : dayAt(window.base(days, last));
      },
      first: (position) => {
        const window = args.window(position);
        return window.count ? back(window.count - 1) : dayAt(window.first(days, last));
      },
      firstPrior: (position) => {
        const window = args.window(position);
        return window.count ? back(window.count) : dayAt(window.firstPrior(days, last));
      },
      end: (position) => dayAt(args.window(position).end(days, last)),
      get start() {
        return dayAt(0);
      },
      each: (from, to) => {
        const words = `each day from ${from.words} to ${to.words}`;
        this.times.set('s', { symbol: 's', words });
        return { letter: 's', back: 0, words };
      },
    };
  }

  #valueOf(part: Expression, time: Time): Formula {
    const { name, words } = this.#columnOf(part);
    return { kind: 'value', name, time, words: `${words} on ${time.words}` };
  }

  /** A series by its id; any other column by a letter, with its own formula in the legend. */
  #columnOf(part: Expression): { name: string; words: string } {
    const text = printExpression(part);
    const isSeries = part.kind === 'series';
    const known = this.columns.get(text);
    // What has a letter is named by it: its own words stand in the legend.
    const named = (entry: LegendEntry): { name: string; words: string } => ({
      name: entry.symbol,
      words: isSeries ? entry.words : entry.symbol,
    });
    if (known) return named(known);
    const { words } = evaluateColumn(text, this.#context);
    const taken = [...this.columns.values()].map((entry) => entry.symbol);
    const entry: LegendEntry = { symbol: isSeries ? text : this.#next(COLUMNS, taken), words };
    this.columns.set(text, entry);
    const { snapshot, named: metrics } = this.#context;
    const made = isSeries && !snapshot.series.has(text) ? metrics?.get(text)?.metric : undefined;
    if (!isSeries) entry.formula = this.formulaOf(part);
    else if (made !== undefined) entry.formula = this.formulaOf(parseExpression(made));
    return named(entry);
  }

  #time(letter: string, count: number, day: Day): Time {
    const time = { letter, back: count, words: formatDay(day, 'short') };
    // Five sessions before are not one day for stocks and bonds: the legend then has both.
    const symbol = timeText(time);
    this.times.set(`${symbol} ${day}`, { symbol, words: time.words });
    return time;
  }

  #letterOf(day: Day): string {
    const key = String(day);
    const letter = this.#letters.get(key) ?? this.#next(DAYS, [...this.#letters.values()]);
    this.#letters.set(key, letter);
    return letter;
  }

  #next(letters: string, taken: readonly string[]): string {
    return [...letters].find((letter) => !taken.includes(letter) && !this.#context.snapshot.series.has(letter)) ?? '?';
  }
}
