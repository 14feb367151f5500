/** What became of a report since its publication, computed once for all the places that show it. */
import { library, type Report } from '../reports/library.ts';
import { type SinceView, sinceView } from '../reports/since-view.ts';

const known = new WeakMap<Report, SinceView | null>();

/** Null for a report that names no pair, or has no marks. */
export function sinceOf(report: Report): SinceView | null {
  const view = known.get(report);
  if (view !== undefined) return view;
  const made = sinceView(report, library());
  known.set(report, made);
  return made;
}
