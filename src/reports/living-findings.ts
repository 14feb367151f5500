/** What stopped being true in living reports, for who brought the data: `check` says the same once they are in place. */
import { error, type Finding } from '../finding.ts';
import type { AssertionMarks, Marks } from './marks.ts';

/** One error a statement or figure, in the order of the reports and their texts. */
export function stoppedIn({ reports, snapshot }: Marks): Finding[] {
  return reports
    .filter(({ living }) => living)
    .flatMap(({ path, assertions, figures }) => [
      ...assertions
        .filter(({ restated }) => restated.mark === 'stopped')
        .map((one) => stopped({ path, line: one.line }, messageOf(one, snapshot.id), one)),
      ...figures
        .filter(({ restated }) => restated.mark === 'no-value')
        .map(({ id, line, title }) =>
          stopped({ path, line }, `the figure '${title}' can't be drawn on the snapshot ${snapshot.id}.`, { id }),
        ),
    ]);
}

function stopped(
  place: { path: string; line: number },
  message: string,
  { id, restated }: { id: string } & Partial<AssertionMarks>,
): Finding {
  const advised = restated?.text?.now;
  return { ...error('living-stopped', place, message, id), ...(advised ? { advised } : {}) };
}

function messageOf({ text, restated: { value, why, text: words } }: AssertionMarks, snapshot: string): string {
  const said = why.join(' ');
  const advice = words?.now && !/\bWrite\b/.test(said) ? ` Write '${words.now}'.` : '';
  return `'${text}' ${value ? 'stopped being true' : 'has no value'} on the snapshot ${snapshot}. ${said}${advice}`;
}
