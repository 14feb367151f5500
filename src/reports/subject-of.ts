/** From a metric's value on its day to the subject that words are held against. */
import { maturityNames } from '../assertions/names.ts';
import type { Subject } from '../assertions/subject.ts';
import { type Day, dayOf } from '../data/day.ts';
import { indexOf } from '../metrics/column.ts';
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
  const level = levelOf(shape.mover, column.reach(column.days.length - 1), context);
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

/** A name of the desk; 'two-year' or '2-year' stands for everything that has that maturity. */
function namesOf(name: string): string[] {
  const [, year] = /^(\w+)-year$/.exec(name) ?? [];
  return year === undefined ? [name] : maturityNames([year]);
}

/** Every series and named metric that words may name, with the side of the metric it stands on. */
export function titlesIn(
  metric: string,
  { snapshot, named, names }: Pick<WordsContext, 'snapshot' | 'named' | 'names'>,
): Subject['titles'] {
  const { left, right } = sidesOf(metric);
  const known = [
    ...[...snapshot.series.values()].map(({ id, title }) => ({ ids: [id], title })),
    ...[...(named ?? [])].map(([id, { title }]) => ({ ids: [id], title })),
    ...[...(names ?? [])].flatMap(([title, ids]) => namesOf(title).map((name) => ({ ids, title: name }))),
  ];
  const isOn = (side: readonly string[], ids: readonly string[]): boolean => ids.some((id) => side.includes(id));
  return known.map(({ ids, title }) => ({ title, side: isOn(left, ids) ? 'left' : isOn(right, ids) ? 'right' : 'other' }));
}

function levelOf(mover: string | null, [begin, end]: readonly [Day, Day], context: Context): Subject['level'] {
  if (mover === null) return undefined;
  const { value, unit, column } = evaluateAt(mover, end, context);
  const i = indexOf(column, begin);
  return { metric: mover, value, unit, column, shape: shapeOf(mover), base: i < 0 ? null : { day: begin, value: column.values[i] } };
}

/** A record may be claimed only where every series in the metric is known to begin with the first row of the data. */
function reachesInception(metric: string, context: Context): boolean {
  return seriesUsed(metric, context).every(({ days, resource }) => {
    const { inception } = resource.provenance.coverage;
    return inception !== null && days.length > 0 && dayOf(inception) >= days[0];
  });
}
