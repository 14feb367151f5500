/**
 * The one formatter. Rounds once, half away from zero, on the decimal value (1.005 gives 1.01); the minus is
 * U+2212, the space between number and unit U+00A0; there is no '−0.0'. Independent of the machine's locale.
 */
import { partsOf } from '../data/day.ts';
import { type NumberStyle, print, styled, withoutNoise } from './number-style.ts';
import type { Unit } from './units.ts';

export { withoutNoise };

const NBSP = '\u00A0';

const PROSE: Record<Exclude<Unit, 'date'>, NumberStyle> = {
  points: { factor: 1, decimals: 1, suffix: '' },
  percent: { factor: 1, decimals: 2, suffix: '%' },
  contracts: { factor: 1, decimals: 0, suffix: `${NBSP}contracts` },
  USD: { factor: 1, decimals: 2, prefix: '$', suffix: '' },
  index: { factor: 1, decimals: 1, suffix: '' },
  ratio: { factor: 100, decimals: 1, suffix: '%' },
  'percentage points': { factor: 100, decimals: 1, suffix: `${NBSP}percentage points` },
  'basis points': { factor: 1, decimals: 0, suffix: `${NBSP}basis points` },
  times: { factor: 1, decimals: 1, suffix: `${NBSP}times` },
  sessions: { factor: 1, decimals: 0, suffix: `${NBSP}sessions` },
  periods: { factor: 1, decimals: 0, suffix: '' },
  cases: { factor: 1, decimals: 0, suffix: '' },
  rank: { factor: 1, decimals: 0, suffix: '' },
  flag: { factor: 1, decimals: 0, suffix: '' },
  sd: { factor: 1, decimals: 1, suffix: `${NBSP}standard deviations` },
  score: { factor: 1, decimals: 0, suffix: '' },
  number: { factor: 1, decimals: 2, suffix: '' },
};

const SHORT_SUFFIX: Partial<Record<Unit, string>> = {
  'percentage points': `${NBSP}pp`,
  'basis points': `${NBSP}bp`,
  times: '×',
  contracts: '',
  sessions: '',
  sd: `${NBSP}sd`,
};

/** Units whose sign is news: returns and changes carry a plus in tables and charts. */
const SIGNED: readonly Unit[] = ['ratio', 'percentage points', 'basis points'];

const MILLION: NumberStyle = { factor: 1e-6, decimals: 2, suffix: `${NBSP}million` };

/** A plain number with a fixed number of decimals, rounded by the one rule: '12', '−0.9', '2,263.7'. */
export function printedDecimal(value: number, decimals: number): string {
  return print(value, decimals);
}

/** '.2%', '+.1pp', '.0': an optional plus, the decimals, and the unit to show (none: the bare number). */
const FORMAT = /^(\+)?\.(\d)(%|pp|bp|m|x)?$/;

const FORMAT_SUFFIX: Record<string, string> = {
  '%': '%',
  pp: `${NBSP}percentage points`,
  bp: `${NBSP}basis points`,
  m: `${NBSP}million`,
  x: `${NBSP}times`,
};

export function isFormat(format: string): boolean {
  return FORMAT.test(format);
}

/** The units that a format's own unit may show; a format without one shows any. */
const FORMAT_UNITS: Readonly<Record<string, readonly Unit[]>> = {
  '%': ['ratio', 'percent'],
  pp: ['percentage points'],
  bp: ['basis points'],
  m: ['contracts'],
  x: ['times'],
};

/** True where a format shows values of a unit as what they are: '.0bp' is none of a price. */
export function formatFits(format: string, unit: Unit): boolean {
  const [, , , shown] = FORMAT.exec(format) ?? [];
  return shown === undefined || FORMAT_UNITS[shown].includes(unit);
}

/**
 * A value as it stands in prose: 0.1154 as '11.5%', a difference of returns as '9.9 percentage points',
 * a day as 'July 16, 2024'. 'not available' for NaN.
 * @param format overrides decimals and unit; see `isFormat`
 */
export function formatValue(value: number, unit: Unit, format?: string): string {
  if (Number.isNaN(value)) return 'not available';
  if (unit === 'date') return formatDay(value, 'long');
  const [, plus, decimals, shown] = (format ? FORMAT.exec(format) : null) ?? [];
  const base = shown === 'm' || (decimals === undefined && unit === 'contracts' && Math.abs(value) >= 1e6) ? MILLION : PROSE[unit];
  if (decimals === undefined) return styled(value, base);
  return styled(value, { ...base, decimals: Number(decimals), suffix: shown ? FORMAT_SUFFIX[shown] : '', plus: plus === '+' });
}

/** A value as it stands in tables and charts: '+9.9 pp', '+11.5%', '3.9×', 'Jul 16, 2024'. */
export function formatShort(value: number, unit: Unit, decimals?: number): string {
  if (Number.isNaN(value)) return 'n/a';
  if (unit === 'date') return formatDay(value, 'short');
  return styled(value, shortStyle(unit, decimals));
}

/** The style of `formatShort`. */
export function shortStyle(unit: Exclude<Unit, 'date'>, decimals?: number): NumberStyle {
  const base = PROSE[unit];
  const suffix = SHORT_SUFFIX[unit] ?? base.suffix;
  return { ...base, decimals: decimals ?? base.decimals, suffix, plus: SIGNED.includes(unit) || undefined };
}

/** A value as it stands in a working: as `formatShort`, with three decimals where the unit has any. */
export function formatExact(value: number, unit: Unit): string {
  return unit === 'date' || (PROSE[unit].decimals === 0 && unit !== 'basis points')
    ? formatShort(value, unit)
    : formatShort(value, unit, unit === 'basis points' ? 1 : 3);
}

/** Half a unit of the last place in which a value of this unit is printed, in the value's own unit. */
export function halfUnit(unit: Unit): number {
  const { factor, decimals } = unit === 'date' ? { factor: 1, decimals: 0 } : PROSE[unit];
  return 10 ** -decimals / 2 / factor;
}

/** As many decimals as the house prints, and more where those would leave nothing of the value, or half a basis point less. */
export function shownDecimals(value: number, unit: Unit): number {
  const house = unit === 'date' ? 0 : PROSE[unit].decimals;
  if (unit === 'basis points') return Number.isInteger(withoutNoise(value)) ? house : 1;
  if (house === 0 || value === 0) return house;
  let decimals = house;
  for (let place = 2 * halfUnit(unit); Math.abs(value) < place && decimals < 4; place /= 10) decimals++;
  return decimals;
}

/** A value where it stands alone: as `formatShort`, with a decimal more where the house's would leave nothing of it. */
export function formatShown(value: number, unit: Unit): string {
  return formatShort(value, unit, shownDecimals(value, unit));
}

const [WHOLE_INPUT, OTHER_INPUT] = [0, 2].map(
  (minimumFractionDigits) => new Intl.NumberFormat('en-US', { minimumFractionDigits, maximumFractionDigits: 4, signDisplay: 'negative' }),
);

/** A figure that goes into a calculation, as in the data: up to four decimals, at least two unless it is whole. */
export function formatInput(value: number): string {
  return (Number.isInteger(value) ? WHOLE_INPUT : OTHER_INPUT).format(value).replace('-', '\u2212');
}

/** Figures of one column as `formatInput` prints them, all with as many decimals as the longest. */
export function formatInputs(values: readonly number[]): string[] {
  const decimals = Math.max(0, ...values.map((value) => formatInput(value).split('.')[1]?.length ?? 0));
  return values.map((value) => printedDecimal(value, decimals));
}

const MONTH_NAMES = {
  long: new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }),
} as const;

/** 'July 16, 2024' or 'Jul 16, 2024', with a no-break space after the month. */
export function formatDay(day: number, length: 'long' | 'short'): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${MONTH_NAMES[length].format(Date.UTC(2000, month - 1))}${NBSP}${dayOfMonth}, ${year}`;
}
