/** Whether each value is one that its series can have. */
import { isoOf } from '../../data/day.ts';
import { isNumber } from '../../data/table.ts';
import type { Finding } from '../../finding.ts';
import { equalCloses, rateBounds } from '../thresholds.ts';
import { type Check, type CheckedTable, type Column, placeOfCell } from './checked-table.ts';
import { found, type Rule } from './rule.ts';

const number: Rule = {
  name: 'number',
  severity: 'error',
  trips: 'A cell holds something else than a number: `N/A`, `1,234.5`, `1e5`.',
  threshold: '',
  remedy: 'Leave the cell empty where a value is missing, and write others with digits and a point.',
};

const range: Rule = {
  name: 'range',
  severity: 'error',
  trips:
    "A price is zero or negative, a number of contracts negative, a rate outside of what rates are, or a value outside the series' declared bounds.",
  threshold: `rates: ${rateBounds.minimum} to ${rateBounds.maximum}%`,
  remedy: 'Compare the value with the publisher. Leave the cell empty where there is none.',
};

const copied: Rule = {
  name: 'copied',
  severity: 'error',
  trips: 'An index has the same close on three sessions running: rows were filled with the one before.',
  threshold: `${equalCloses} equal closes`,
  remedy: "Get each day's own close, or leave the cell empty.",
};

export const values: Check = {
  rules: [number, range, copied],
  findings: (checked) =>
    checked.columns.flatMap((column) => [
      ...[...checked.table.days.keys()].flatMap((row) => cellFindings(checked, column, row)),
      ...(column.instrument === 'index' ? copies(checked, column) : []),
    ]),
};

/** What is told of a cell is put into words only where something is wrong: a long table has millions. */
function cellFindings(checked: CheckedTable, column: Column, row: number): Finding[] {
  const cell = checked.table.cells[row][column.index];
  if (cell === '') return [];
  const isOne = isNumber(cell);
  const wrong = isOne
    ? outOfRange(column, column.values[row], checked.resource.basis)
    : 'A cell holds digits with a point before decimals, or nothing.';
  if (wrong === undefined) return [];
  const says = `${column.name} is ${isOne ? cell : `'${cell}'`} on ${isoOf(checked.table.days[row])}. ${wrong}`;
  const place = placeOfCell(checked, row, column.index);
  return [
    isOne
      ? found(range, place, `${says} Compare it with the publisher, or leave the cell empty.`)
      : found(number, place, `${says} Leave it empty where a value is missing.`),
  ];
}

function outOfRange({ field, instrument }: Column, value: number, basis: string): string | undefined {
  const price = field.unit === 'points' || field.unit === 'USD';
  if (price && value === 0) return "It can't be zero.";
  const bounds = price || instrument === 'volume' ? { minimum: 0 } : basis === 'par-yield' || basis === 'policy-rate' ? rateBounds : {};
  const minimum = Math.max(field.minimum ?? -Infinity, bounds.minimum ?? -Infinity);
  const maximum = Math.min(field.maximum ?? Infinity, 'maximum' in bounds ? bounds.maximum : Infinity);
  if (value < minimum) return `It can't be under ${minimum}.`;
  return value > maximum ? `It can't be over ${maximum}.` : undefined;
}

/** One finding a run of equal closes, at the first of them that is one too many. */
function copies(checked: CheckedTable, column: Column): Finding[] {
  const { table } = checked;
  const findings: Finding[] = [];
  let [run, last] = [0, Number.NaN];
  for (const [row, value] of column.values.entries()) {
    if (Number.isNaN(value)) continue;
    run = value === last ? run + 1 : 1;
    last = value;
    if (run !== equalCloses) continue;
    findings.push(
      found(
        copied,
        placeOfCell(checked, row, column.index),
        `${column.name} is ${table.cells[row][column.index]} on ${isoOf(table.days[row])}, as on the ${equalCloses - 1} sessions before. An index does not close unchanged twice running. Get the day's own close, or leave the cell empty.`,
      ),
    );
  }
  return findings;
}
