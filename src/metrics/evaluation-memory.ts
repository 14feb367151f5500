/**
 * What was evaluated on a snapshot, whole, so that the next report that asks for it on another day takes its beginning. That is right only
 * of expressions whose beginning does not depend on what follows: see `isSteady`.
 */
import type { Calendar } from '../data/calendar.ts';
import type { Series } from '../data/series.ts';
import { type Expression, parseExpression } from './expression.ts';
import { measures } from './measures/index.ts';
import { partsIn } from './shape.ts';

/** A metric that the desk has given a name. */
type Named = ReadonlyMap<string, { metric: string }>;

interface Place {
  snapshot: { series: ReadonlyMap<string, Series> };
  named?: Named;
  calendar: Calendar;
}

/** Values that are kept a snapshot, of all columns: 24 MB. */
const MOST = 3_000_000;

/** The columns of one snapshot, those that were asked for last at the end. */
class Memory<T> {
  readonly #kept = new Map<string, { value: T; size: number }>();
  #size = 0;

  get(key: string): T | undefined {
    const known = this.#kept.get(key);
    if (!known) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, known);
    return known.value;
  }

  set(key: string, value: T, size: number): void {
    this.#kept.set(key, { value, size });
    this.#size += size;
    for (const [oldest, { size: freed }] of this.#kept) {
      if (this.#size <= MOST || oldest === key) return;
      this.#kept.delete(oldest);
      this.#size -= freed;
    }
  }
}

const NONE: Named = new Map();

/** A memory a snapshot, calendar and set of names: what is another object is evaluated anew. */
export function evaluationMemory<T>(): (place: Place) => Memory<T> {
  const memories = new WeakMap<object, WeakMap<object, WeakMap<object, Memory<T>>>>();
  return ({ snapshot: { series }, calendar, named = NONE }) => {
    const ofSeries = memories.get(series) ?? new WeakMap();
    memories.set(series, ofSeries);
    const ofCalendar = ofSeries.get(calendar) ?? new WeakMap();
    ofSeries.set(calendar, ofCalendar);
    const memory = ofCalendar.get(named) ?? new Memory<T>();
    ofCalendar.set(named, memory);
    return memory;
  };
}

/**
 * True where a value rests on nothing after its day, not even on whether there is anything. Of periods the last session counts as an end
 * though the period goes on; a table of events goes on until the day of the report; what followed an event is looked for in what came after.
 */
export function isSteady(expression: Expression, { snapshot, named }: Pick<Place, 'snapshot' | 'named'>): boolean {
  const isSteadySeries = (id: string): boolean => {
    const known = snapshot.series.get(id);
    if (known) return known.resource.provenance.calendar !== 'events';
    const metric = named?.get(id)?.metric;
    return metric !== undefined && isSteady(parseExpression(metric), { snapshot });
  };
  return partsIn(expression).every((part) => {
    if (part.kind === 'series') return isSteadySeries(part.id);
    if (part.kind !== 'call') return true;
    const measure = measures.get(part.name);
    if (!measure || measure.group === 'events') return false;
    return part.args.every((arg, k) => measure.parameters[k]?.kind !== 'column' || !hasPeriod(arg, named));
  });
}

/** True where a window of a calendar period stands anywhere in the expression. */
function hasPeriod(expression: Expression, named?: Named): boolean {
  return partsIn(expression).some((part) => {
    if (part.kind === 'window') return part.window.period !== undefined;
    const metric = part.kind === 'series' ? named?.get(part.id)?.metric : undefined;
    return metric !== undefined && hasPeriod(parseExpression(metric));
  });
}
