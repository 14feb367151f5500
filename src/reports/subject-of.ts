/** From a metric's value on its day to the subject that words are held against. */
import type { Subject } from '../assertions/subject.ts';
import { type Day, dayOf } from '../data/day.ts';
import { type Context, evaluateAt, seriesUsed, type ValueAt } from '../metrics/evaluate.ts';
import { shapeOf, sidesOf } from '../metrics/shape.ts';
import type { WordsContext } from './report-context.ts';

/** A metric on its day as words are held against it. */
export function subjectOf(
  metric: string,
  at: Day,
  { value, unit, column }: ValueAt,
  context: Omit<WordsContext, 'source'>,
  over?: { values: Float64Array; text: string },
): Subject {
  const { published, calendar } = context;
  const shape = shapeOf(metric);
  const [, end] = column.reach(column.days.length - 1);
  const level = levelOf(shape.mover, end, context);
  return {
    metric,
    at,
    value,
    unit,
    column,
    shape,
    level,
    published,
    calendar,
    fromInception: reachesInception(metric, context),
    over: over?.values,
    overText: over?.text,
    titles: titlesIn(metric, context),
  };
}

/** Every series and named metric that words may name, with the side of the metric it stands on. */
function titlesIn(metric: string, { snapshot, named }: Context): Subject['titles'] {
  const { left, right } = sidesOf(metric);
  const known = [
    ...[...snapshot.series.values()].map(({ id, title }) => ({ id, title })),
    ...[...(named ?? [])].map(([id, { title }]) => ({ id, title })),
  ];
  return known.map(({ id, title }) => ({ title, side: left.includes(id) ? 'left' : right.includes(id) ? 'right' : 'other' }));
}

function levelOf(mover: string | null, at: Day, context: Context): Subject['level'] {
  if (mover === null) return undefined;
  const { value, unit } = evaluateAt(mover, at, context);
  return { metric: mover, value, unit };
}

/** A record may be claimed only where every series in the metric is known to begin with the first row of the data. */
function reachesInception(metric: string, context: Context): boolean {
  return seriesUsed(metric, context).every(({ days, resource }) => {
    const { inception } = resource.provenance.coverage;
    return inception !== null && days.length > 0 && dayOf(inception) >= days[0];
  });
}
