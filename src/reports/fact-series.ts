/** The series that facts are told of, as sentences call them, and those it is held against. */
import type { Series } from '../data/series.ts';
import { error, Fault, type Finding } from '../finding.ts';
import { evaluateColumn } from '../metrics/evaluate.ts';
import { type AskDesk, type Asked, withPlace } from './ask.ts';
import { candidatesAgainst, type Named, PRICES } from './fact-candidates.ts';

/** Null for a metric that is no series and has no name. */
export function nameOf(metric: string, unit: Named['unit'], { snapshot, named }: Pick<AskDesk, 'snapshot' | 'named'>): Named | null {
  const series: Pick<Series, 'title'> | undefined = snapshot.series.get(metric) ?? named.get(metric);
  if (!series) return null;
  const { title } = series;
  const isPlural = unit === 'contracts';
  // Companies and volumes have no article; what is in percent begins with a word of its own: 'the two-year Treasury yield'.
  const bare = isPlural || (unit === 'USD' && !/\b(?:ETF|fund|trust)\b/i.test(title));
  const inside = unit === 'percent' || isPlural ? title.replace(/^./, (letter) => letter.toLowerCase()) : title;
  return { id: metric, name: bare ? inside : `the ${inside}`, unit, isPlural };
}

/** The other series of its table that it can be held against. */
export function beside(series: Named, desk: AskDesk): Named[] {
  const own = desk.snapshot.series.get(series.id);
  return [...desk.snapshot.series.values()].flatMap((other) => {
    const isPair = own && other.id !== own.id && other.resource.name === own.resource.name && other.unit === own.unit;
    const named = isPair ? nameOf(other.id, other.unit, desk) : null;
    return named && candidatesAgainst(series, named).length > 0 ? [named] : [];
  });
}

/**
 * Those that are named.
 * @throws Fault with what is wrong with each
 */
export function againstNamed(metric: string, ids: readonly string[], asked: Asked, desk: AskDesk): Named[] {
  const findings: Finding[] = [];
  const others = ids.flatMap((id) => {
    try {
      return [otherNamed(metric, id, asked, desk)];
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      findings.push(...fault.findings);
      return [];
    }
  });
  if (findings.length > 0) throw new Fault(findings);
  return others;
}

/** @throws Fault where it is no series, or one of another unit */
function otherNamed(metric: string, id: string, { found, context }: Asked, desk: AskDesk): Named {
  const { unit } = withPlace(id, () => evaluateColumn(id, context)).column;
  const other = nameOf(id, unit, desk);
  const isPair = unit === found.unit || (PRICES.includes(unit) && PRICES.includes(found.unit));
  if (other && isPair && nameOf(metric, found.unit, desk)) return other;
  const why = !other
    ? `'${id}' is a metric. A gap is that between two series: write their ids`
    : isPair
      ? `'${metric}' is a metric, and is not held against others: write a series before '${id}'`
      : `'${id}' is in ${unit}, and '${metric}' in ${found.unit}: there is no gap between them. Write a series in ${found.unit}`;
  throw new Fault(error('facts-against', { path: id, line: 1, column: 1 }, `${why}.`));
}
