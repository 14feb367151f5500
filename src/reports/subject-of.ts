/** From a metric's value on its day to the subject that words are held against. */
import type { SourceText } from '../assertions/source-text.ts';
import type { Subject } from '../assertions/subject.ts';
import { type Day, dayOf } from '../data/day.ts';
import type { Context, ValueAt } from '../metrics/evaluate.ts';
import { shapeOf } from '../metrics/shape.ts';

/** What every assertion of a report is computed in. */
export interface AssertionContext extends Context {
  source: SourceText;
  /** The day of publication: what 'Tuesday' is seen from. */
  published: Day;
  /** Names that claim nothing, from the front matter. */
  names: readonly string[];
}

/** A metric on its day as words are held against it. */
export function subjectOf(
  metric: string,
  at: Day,
  { value, unit, column }: ValueAt,
  context: Omit<AssertionContext, 'source'>,
  over?: Float64Array,
): Subject {
  const { published, calendar, names } = context;
  return {
    metric,
    at,
    value,
    unit,
    column,
    shape: shapeOf(metric),
    published,
    calendar,
    names,
    fromInception: beginsAtInception(column, context),
    over,
  };
}

/** A record may be claimed only of a series whose first row is the first there ever was. */
function beginsAtInception(column: ValueAt['column'], { snapshot }: Context): boolean {
  const [first] = column.days;
  return [...snapshot.series.values()].some(
    ({ days, resource }) =>
      days[0] === first && resource.provenance.coverage.inception !== null && dayOf(resource.provenance.coverage.inception) >= first,
  );
}
