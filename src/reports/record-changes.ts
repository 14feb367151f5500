import type { AssertionRecord, MetricsRecord } from './record.ts';

/** What a record says that the one before did not, a line each: 'f3 11.5% (was 11.4%)'. */
export function changesBetween(before: MetricsRecord | null, after: MetricsRecord): string[] {
  if (!before) return [`new: ${after.assertions.length} assertions, ${after.figures.length} figures`];
  const old = new Map([...before.assertions, ...before.figures].map((entry) => [entry.id, entry]));
  const lines = [...after.assertions, ...after.figures].flatMap((entry) => {
    const previous = old.get(entry.id);
    old.delete(entry.id);
    if (!previous) return [`${entry.id} new: ${shown(entry)}`];
    const { line: _line, ...rest } = entry;
    const { line: _oldLine, ...oldRest } = previous;
    return JSON.stringify(rest) === JSON.stringify(oldRest) ? [] : [`${entry.id} ${shown(entry)} (was ${shown(previous)})`];
  });
  return [...lines, ...[...old.values()].map((entry) => `${entry.id} gone: ${shown(entry)}`)];
}

function shown(entry: AssertionRecord | MetricsRecord['figures'][number]): string {
  if ('digest' in entry) {
    const by = entry.specification ? ` drawn by ${entry.specification.slice(0, 15)}…` : '';
    return `${entry.kind} '${entry.title}' ${entry.digest.slice(0, 15)}…${by}`;
  }
  return entry.kind === 'fact' ? `${entry.text} [${entry.exact}, ${entry.status}]` : `'${entry.text}' [${entry.status}]`;
}
