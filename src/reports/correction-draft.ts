/** The correction that a Fact asks for whose words no longer hold: an entry for the front matter, for a person to approve. */
import { stringify } from 'yaml';
import { dayOf } from '../data/day.ts';
import type { Revision } from '../data/snapshot-changes.ts';
import { formatDay, formatInput } from '../metrics/format.ts';
import type { Correction } from './front-matter.ts';
import type { AssertionMarks } from './marks.ts';

/**
 * @param date the day of the correction
 * @param revised all values that were revised
 * @returns null where no words could be drafted that hold
 */
export function draftCorrection(
  { id, restated, inputs, at }: AssertionMarks,
  date: string,
  revised: readonly Revision[],
): Correction | null {
  if (restated.mark !== 'broken-by-revision' || !restated.text?.now) return null;
  const { was, now } = restated.text;
  const ofSeries = revised.filter((revision) => revision.date <= at && inputs.some(({ series }) => series === revision.series));
  const inWindow = ofSeries.filter(({ series, date: day }) => inputs.some((input) => input.series === series && isWithin(day, input)));
  const why = reason(inWindow.length > 0 ? inWindow : ofSeries);
  return { date, kind: 'correction', cause: 'revision', claims: [id], was, now, why };
}

const isWithin = (date: string, { from, to }: { from: string; to: string }): boolean => from <= date && date <= to;

/** The latest revision, and how many others: 'Cboe Global Markets revised Russell 2000 of July 16, 2024 from 2,263.67 to 2,261.00.' */
function reason(revised: readonly Revision[]): string {
  const [latest, ...others] = [...revised].sort((a, b) => (a.date < b.date ? 1 : -1));
  if (!latest) return 'The data it rests on were revised.';
  const { publisher, title, date, was, now } = latest;
  const more = others.length > 0 ? `, and ${others.length === 1 ? 'one more value' : `${others.length} more values`}` : '';
  const value = (number: number | null): string => (number === null ? 'no value' : formatInput(number));
  return `${publisher} revised ${title} of ${formatDay(dayOf(date), 'long').replaceAll('\u00A0', ' ')} from ${value(was)} to ${value(now)}${more}.`;
}

/** Ready for the front matter, with its key. */
export function correctionsYaml(corrections: readonly Correction[]): string {
  return stringify({ corrections }, { lineWidth: 0 });
}
