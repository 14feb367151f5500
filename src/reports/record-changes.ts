import type { AssertionRecord, FigureRecord, MetricsRecord, StudyRecord } from './record.ts';

/** What a record says that the one before did not, a line each: 'f3 11.5% (was 11.4%)'. */
export function changesBetween(before: MetricsRecord | null, after: MetricsRecord): string[] {
  if (!before) return [`new: ${after.assertions.length} assertions, ${after.figures.length} figures`];
  const entriesOf = ({ assertions, figures, studies = [] }: MetricsRecord): Entry[] => [...assertions, ...figures, ...studies];
  const old = new Map(entriesOf(before).map((entry) => [entry.id, entry]));
  const lines = entriesOf(after).flatMap((entry) => {
    const previous = old.get(entry.id);
    old.delete(entry.id);
    if (!previous) return [`${entry.id} new: ${shown(entry)}`];
    const { line: _line, ...rest } = entry;
    const { line: _oldLine, ...oldRest } = previous;
    return JSON.stringify(rest) === JSON.stringify(oldRest) ? [] : [`${entry.id} ${shown(entry)} (was ${shown(previous)})`];
  });
  return [...lines, ...[...old.values()].map((entry) => `${entry.id} gone: ${shown(entry)}`)];
}

type Entry = AssertionRecord | FigureRecord | StudyRecord;

function shown(entry: Entry): string {
  if ('horizons' in entry)
    return `study of '${entry.trigger}' [${entry.horizons.map(({ hits, cases }) => `${hits} of ${cases}`).join(', ')}]`;
  if ('digest' in entry) {
    const by = entry.specification ? ` drawn by ${entry.specification.slice(0, 15)}…` : '';
    return `${entry.kind} '${entry.title}' ${entry.digest.slice(0, 15)}…${by}`;
  }
  return entry.kind === 'fact' ? `${entry.text} [${entry.exact}, ${entry.status}]` : `'${entry.text}' [${entry.status}]`;
}
