/** What became of a report since its publication, computed once for all the places that show it. */
import { library, type Report } from '../reports/library.ts';
import { remembered } from '../reports/remembered.ts';
import { type SinceView, sinceView } from '../reports/since-view.ts';

/** Null for a report that names no pair, or has no marks. */
export const sinceOf: (report: Report) => SinceView | null = remembered((report: Report) => sinceView(report, library()));
