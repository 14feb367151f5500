/** What a phrase is held against: a metric on its day, with everything before it. */
import type { Calendar } from '../data/calendar.ts';
import type { Day } from '../data/day.ts';
import type { Column } from '../metrics/column.ts';
import { formatExact } from '../metrics/format.ts';
import type { Shape } from '../metrics/shape.ts';
import type { Unit } from '../metrics/units.ts';

export interface Subject {
  /** The expression. */
  metric: string;
  at: Day;
  /** At full precision, in `unit`. */
  value: number;
  unit: Unit;
  shape: Shape;
  /** Of a change or return: the level that was reached, for 'rose 5 basis points to 4.23%'. */
  level?: Pick<Subject, 'metric' | 'value' | 'unit' | 'column' | 'shape'> & {
    /** The level that was left, at the beginning of the window. */
    base: { day: Day; value: number } | null;
  };
  /** The metric up to `at`, which is its last day. */
  column: Column;
  /** The day of publication: what 'Tuesday' and 'last week' are seen from. */
  published: Day;
  calendar: Calendar;
  /** True where the data are known to begin with the series itself: only then may a record be claimed. */
  fromInception: boolean;
  /** True of somebody else's words: a number in them without a sign or a verb says how much, and nothing of which way. */
  ofOthers?: boolean;
  /** The values over which a range is told: 'between 1.8% and 3.6%'. */
  over?: Float64Array;
  /** That window as written: '5d'. */
  overText?: string;
  /** Titles of series, by their part in the metric: those of a difference by side. */
  titles: readonly { title: string; side: 'left' | 'right' | 'other' }[];
}

/** One thing that was compared: what the words say, what the data say. */
export interface Check {
  what: 'value' | 'direction' | 'range' | 'multiple' | 'superlative' | 'streak' | 'date' | 'window';
  said: string;
  found: string;
  ok: boolean;
}

/** A complaint about the words at `offset` of the text: what is wrong, what the data say, what to write. */
export interface Complaint {
  rule: 'fact-fails' | 'fact-unclear' | 'near-tie' | 'understated' | 'unusual' | 'window-dependent';
  offset: number;
  message: string;
}

export interface Verdict {
  checks: Check[];
  complaints: Complaint[];
}

/** Rules that do not block. */
export const WARNINGS: readonly Complaint['rule'][] = ['near-tie', 'understated', 'unusual', 'window-dependent'];

export const fails = (offset: number, message: string): Complaint => ({ rule: 'fact-fails', offset, message });
export const unclear = (offset: number, message: string): Complaint => ({ rule: 'fact-unclear', offset, message });

/** True where the value says on which side of something it stands: a state, or one thing minus another. */
export const isStanding = ({ kind, isDifference }: Shape): boolean => kind === 'state' || (kind === 'move' && isDifference);

/** '+3.505% (return(rut, 1d) on 2024-07-16)'. */
export function sayData(subject: Pick<Subject, 'value' | 'unit' | 'metric'>, on: string): string {
  return `The data say ${formatExact(subject.value, subject.unit)} (${subject.metric} on ${on}).`;
}
