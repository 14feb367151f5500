/** Subjects that words are held against: of values made in memory, or of the project's snapshots. Both by the real evaluation. */
import { expect, it } from 'vitest';
import { type Complaint, type Subject, WARNINGS } from '../../src/assertions/subject.ts';
import { verify } from '../../src/assertions/verify.ts';
import { type Day, dayOf, isoOf, startOfWeek } from '../../src/data/day.ts';
import type { SeriesUnit } from '../../src/data/manifest.ts';
import type { Series } from '../../src/data/series.ts';
import { type Context, evaluateAt } from '../../src/metrics/evaluate.ts';
import { parseExpression } from '../../src/metrics/expression.ts';
import { formatExact } from '../../src/metrics/format.ts';
import type { Unit } from '../../src/metrics/units.ts';
import { subjectOf } from '../../src/reports/subject-of.ts';
import { calendar, contextOf, july2024, series } from './metrics.ts';

/** A Tuesday, and the day after it. */
export const TUESDAY = '2024-07-16';
export const WEDNESDAY = '2024-07-17';

export interface Setting {
  /** The unit of the series. */
  unit?: SeriesUnit;
  /** Values of a second series, `t`, on the same days. */
  other?: readonly number[];
  at?: string;
  published?: string;
  /** True where the series is known to begin with its first value. */
  fromInception?: boolean;
  /** The window over which a range is told. */
  over?: string;
  /** What the desk calls its series besides their titles. */
  names?: ReadonlyMap<string, readonly string[]>;
}

const TITLES: Readonly<Record<string, string>> = { s: 'Small Index', t: 'Large Index', z: 'Third Index' };

/** `metric` of series s, t and z (which no metric here uses) with these rows; read on its last day, or on `at`. */
export function dated(metric: string, rows: readonly (readonly [string, number])[], setting: Setting = {}): Subject {
  const { unit = 'points', other, at = rows[rows.length - 1][0], fromInception = false } = setting;
  const made = (id: string, values: readonly (readonly [string, number])[]): Series => {
    const one = series(id, values, unit);
    const { provenance } = one.resource;
    const inception = fromInception ? rows[0][0] : null;
    const resource = { ...one.resource, provenance: { ...provenance, coverage: { ...provenance.coverage, inception } } };
    return { ...one, title: TITLES[id], resource: resource as Series['resource'] };
  };
  const second = other?.map((value, i) => [rows[i][0], value] as const) ?? rows;
  return subjectIn(metric, dayOf(at), contextOf([made('s', rows), made('t', second), made('z', rows)]), setting);
}

/** As above, of values on consecutive sessions of which the last is `at`. */
export function daily(metric: string, values: readonly number[], setting: Setting = {}): Subject {
  const at = setting.at ?? TUESDAY;
  const days = calendar.sessions(dayOf(at) - 2 * values.length - 30, dayOf(at)).slice(-values.length);
  return dated(
    metric,
    values.map((value, i) => [isoOf(days[i]), value]),
    { ...setting, at },
  );
}

/** As above, one value a week: on its last session, and of the last week on `at`. */
export function weekly(metric: string, values: readonly number[], setting: Setting = {}): Subject {
  const at = setting.at ?? TUESDAY;
  const monday = startOfWeek(dayOf(at));
  const endOf = (weeksAgo: number): Day => (weeksAgo === 0 ? dayOf(at) : calendar.lastSessionBy(monday - 7 * (weeksAgo - 1) - 1));
  return dated(
    metric,
    values.map((value, i) => [isoOf(endOf(values.length - 1 - i)), value]),
    { ...setting, at },
  );
}

/** The simplest metric of each unit that is worth `value`. */
export function worth(value: number, unit: Unit, setting: Setting = {}): Subject {
  const flat = { ...setting, other: [100, 100] };
  const run = (): number[] => Array.from({ length: Math.abs(value) + 2 }, (_one, i) => 1000 + Math.sign(value) * Math.max(1, i));
  switch (unit) {
    case 'ratio':
      return daily('return(s, 1d)', [100, 100 * (1 + value)], setting);
    case 'percentage points':
      return daily('return(s, 1d) - return(t, 1d)', [100, 100 * (1 + value)], flat);
    case 'basis points':
      return daily('change(s, 1d)', [4, 4 + value / 100], { ...setting, unit: 'percent' });
    case 'index':
      return daily('rebase(s, 100, since 2024-07-15)', [100, value], setting);
    case 'times':
      return daily('s / t', [1, value], { ...setting, other: [1, 1] });
    case 'sd':
      return daily('zscore(s, 2d)', [-Math.SQRT1_2, Math.SQRT1_2, value], setting);
    case 'number':
      return daily('beta(s, t, 2)', [100, 100 + value, (100 + value) * (1 - value / 100)], { ...setting, other: [100, 101, 99.99] });
    case 'sessions':
      return daily('streak(s)', run(), setting);
    case 'periods':
      return weekly('streak(return(s, 1w))', run(), setting);
    case 'rank':
      return daily(
        'rank(s)',
        Array.from({ length: value }, (_one, i) => value - i),
        setting,
      );
    case 'points':
    case 'percent':
    case 'contracts':
    case 'USD':
      return daily('s', [value], { ...setting, unit });
    default:
      throw new RangeError(`no simple metric is in ${unit}`);
  }
}

/** A metric of the project's data on a day, in a report of the day after. */
export function on(metric: string, date = TUESDAY, { snapshot = july2024, ...setting }: Setting & Partial<Pick<Context, 'snapshot'>> = {}) {
  return subjectIn(metric, dayOf(date), { snapshot, calendar, asOf: dayOf(date) }, setting);
}

function subjectIn(metric: string, at: Day, context: Context, { published, over, names }: Setting): Subject {
  const found = evaluateAt(metric, at, context);
  return subjectOf(
    metric,
    at,
    found,
    { ...context, names, published: published ? dayOf(published) : at + 1 },
    over === undefined ? undefined : { values: valuesIn(over, found.column), text: over },
  );
}

function valuesIn(over: string, { days, values }: Subject['column']): Float64Array {
  const expression = parseExpression(over);
  if (expression.kind !== 'window') throw new RangeError(`'${over}' is not a window`);
  return values.subarray(expression.window.first(days, days.length - 1));
}

/** 'holds', 'holds; <warning>', or the complaints, with plain spaces. Words that hold have something that was checked. */
export function said(words: string, subject: Subject): string {
  const { checks, complaints } = verify(words, subject);
  const isWarning = ({ rule }: Complaint): boolean => WARNINGS.includes(rule);
  const told = complaints
    .map(({ message }) => message)
    .join(' / ')
    .replaceAll('\u00A0', ' ');
  if (!complaints.every(isWarning)) return told;
  expect(checks.length, words).toBeGreaterThan(0);
  expect(
    checks.filter(({ ok }) => !ok),
    words,
  ).toEqual([]);
  return complaints.length > 0 ? `holds; ${complaints.map(({ rule }) => rule).join(', ')}: ${told}` : 'holds';
}

/** What is expected of words: 'holds', a whole message, or a part of one. */
export type Expected = string | RegExp;

/** A table of words, the subject they are held against, and what must be said. */
export function table(...rows: readonly (readonly [words: string, subject: Subject, expected: Expected])[]): void {
  for (const [words, subject, expected] of rows) {
    const { metric, value, unit } = subject;
    it(`'${words}' of ${metric}, ${formatExact(value, unit)}: ${expected}`, () => {
      if (typeof expected === 'string') expect(said(words, subject)).toBe(expected);
      else expect(said(words, subject)).toMatch(expected);
    });
  }
}

/** A table of words, a value of the unit, and what must be said. */
export function tableOf(unit: Unit, ...rows: readonly (readonly [words: string, value: number, expected: Expected])[]): void {
  table(...rows.map(([words, value, expected]) => [words, worth(value, unit), expected] as const));
}

/** A table of words that hold of the same subject, and of words that don't. */
export function tableOn(subject: Subject, rows: Readonly<Record<string, Expected>>): void {
  table(...Object.entries(rows).map(([words, expected]) => [words, subject, expected] as const));
}
