/** How an entry under `corrections` is called, and where it stands. */
import type { Correction } from './front-matter.ts';

type Entry = Pick<Correction, 'date' | 'kind' | 'cause'>;

/** What it is: a publisher's revision is told apart from an error of ours. */
export function correctionLabel({ kind, cause }: Entry): string {
  if (kind === 'correction' && cause === 'revision') return 'Data revised';
  return `${kind[0].toUpperCase()}${kind.slice(1)}`;
}

const MARKS: Readonly<Record<Correction['kind'], string>> = {
  correction: 'Corrected',
  clarification: 'Clarified',
  update: 'Updated',
  retraction: 'Retracted',
};

/** What was done to a statement or a report: 'Corrected'. */
export function correctionMark({ kind }: Entry): string {
  return MARKS[kind];
}

/** Its anchor in the report, by which feeds name it: two of one day are told apart. */
export function correctionAnchor(corrections: readonly Entry[], index: number): string {
  const { date } = corrections[index];
  const earlier = corrections.slice(0, index).filter((other) => other.date === date).length;
  return `correction-${date}${earlier > 0 ? `-${earlier + 1}` : ''}`;
}

/** With their anchors, newest first; of one day the later entry first. */
export function newestFirst<E extends Entry>(corrections: readonly E[]): { correction: E; anchor: string }[] {
  return corrections
    .map((correction, index) => ({ correction, anchor: correctionAnchor(corrections, index) }))
    .reverse()
    .sort((a, b) => b.correction.date.localeCompare(a.correction.date, 'en'));
}
