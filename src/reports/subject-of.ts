/** From a metric's value on its day to the subject that words are held against. */
import type { Subject } from '../assertions/subject.ts';
import { type Day, dayOf } from '../data/day.ts';
import type { Context, ValueAt } from '../metrics/evaluate.ts';
import { seriesUsed } from '../metrics/evaluate.ts';
import { shapeOf } from '../metrics/shape.ts';
import type { ReportContext } from './report-context.ts';

/** A metric on its day as words are held against it. */
export function subjectOf(
  metric: string,
  at: Day,
  { value, unit, column }: ValueAt,
  context: Omit<ReportContext, 'source' | 'cards'>,
  over?: Float64Array,
): Subject {
  const { published, calendar } = context;
  return {
    metric,
    at,
    value,
    unit,
    column,
    shape: shapeOf(metric),
    published,
    calendar,
    fromInception: reachesInception(metric, context),
    over,
  };
}

/** A record may be claimed only where every series in the metric is known to begin with the first row of the data. */
function reachesInception(metric: string, context: Context): boolean {
  return seriesUsed(metric, context).every(({ days, resource }) => {
    const { inception } = resource.provenance.coverage;
    return inception !== null && days.length > 0 && dayOf(inception) >= days[0];
  });
}
