/** What a query's columns are to a table: which has the days, which the values, and whether their types can be exact. */
import { Fault } from '../../finding.ts';
import { didYouMean } from '../../nearest.ts';
import { type SqlAsked, sqlFinding } from './sql-finding.ts';

export interface SqlColumn {
  name: string;
  /** As the engine writes it: `DECIMAL(18,2)`, `Nullable(UInt64)`. */
  type: string;
}

/** Which columns a table is made of. */
export interface Wanted {
  /** Name of the column with the days. */
  date: string;
  /** Names of the columns with the values, in the order of the resource's fields. */
  values: readonly string[];
  /** True where values are rounded, so that the last digits of floating point don't show. */
  isRounded: boolean;
}

/** `moment` has a time of day. `nothing` is the type of a NULL that has no other. */
type ColumnKind = 'day' | 'moment' | 'text' | 'whole' | 'decimal' | 'float' | 'nothing' | 'other';

const KINDS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['day', /^date(32)?$/i],
  ['moment', /^(date)?time/i],
  ['text', /^(varchar|string|fixedstring\b.*)$/i],
  ['whole', /^((u?(tiny|small|big|huge)int)|u?integer|u?int\d+|bignum)$/i],
  ['decimal', /^decimal/i],
  ['float', /^(float|double|float32|float64)$/i],
  ['nothing', /^("null"|nothing)$/i],
];

/** What a type of either engine is to a table. */
export function columnKind(type: string): ColumnKind {
  const bare = /^(?:nullable|lowcardinality)\((.+)\)$/i.exec(type);
  if (bare) return columnKind(bare[1]);
  return KINDS.find(([, pattern]) => pattern.test(type))?.[0] ?? 'other';
}

export interface ColumnPlaces {
  date: number;
  values: number[];
}

/**
 * Where the wanted columns stand.
 * @throws Fault with every column that is missing, stands twice, or has a type that a table can't take
 */
export function columnPlaces(columns: readonly SqlColumn[], wanted: Wanted, asked: SqlAsked): ColumnPlaces {
  const names = columns.map(({ name }) => name);
  const faults = [...new Set([wanted.date, ...wanted.values])].flatMap((name) => {
    const what = wrongWith(name, columns, wanted);
    return what ? [sqlFinding('columns', asked, ...what)] : [];
  });
  if (faults.length > 0) throw new Fault(faults);
  return { date: names.indexOf(wanted.date), values: wanted.values.map((name) => names.indexOf(name)) };
}

/** What is wrong with a column, and what to do; null where nothing is. */
function wrongWith(name: string, columns: readonly SqlColumn[], { date, isRounded }: Wanted): [what: string, advice: string] | null {
  const names = columns.map((column) => column.name);
  const found = columns.filter((column) => column.name === name);
  if (found.length === 0) {
    const sought = name === date ? `no column '${name}' with the days` : `no column '${name}'`;
    const advice = name === date ? `Write 'AS ${name}' behind the day, or name its column under 'date'.` : `Write 'AS ${name}' behind it.`;
    return [`the query gives ${sought}.${didYouMean(name, names)} It gives ${names.join(', ')}`, advice];
  }
  if (found.length > 1) return [`the query gives two columns '${name}'`, 'Give one of them another name.'];
  const [{ type }] = found;
  const kind = columnKind(type);
  const is = `the column '${name}' is ${type}`;
  if (name === date) {
    if (kind === 'day' || kind === 'text' || kind === 'nothing') return null;
    if (kind === 'moment') return [`${is}, which has a time of day`, 'Cast it to a date in the query, in the time zone of the exchange.'];
    return [`${is}, not a date`, 'Cast it to a date in the query.'];
  }
  if (kind === 'whole' || kind === 'decimal' || kind === 'nothing') return null;
  if (kind !== 'float') return [`${is}, not a number`, 'Cast it to a whole number or a decimal in the query.'];
  if (isRounded) return null;
  return [
    `${is}, whose last digits depend on the order in which the rows were added up`,
    "Cast it to a decimal in the query, or declare 'decimals'.",
  ];
}
