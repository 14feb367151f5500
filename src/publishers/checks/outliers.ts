/** Moves out of all proportion: a fault in an index beyond what indices ever did, elsewhere something to look at. */
import { isoOf } from '../../data/day.ts';
import type { Finding } from '../../finding.ts';
import { alikeDeviations, indexLeap, outlierDeviations, outlierFewest, outlierSessions, rounding } from '../thresholds.ts';
import { type Check, type CheckedTable, type Column, placeOfCell } from './checked-table.ts';
import { eventsBetween, leapInWords, leapsOf, unitFactorOf } from './leaps.ts';
import { deviations, type Moves, movesOf, surelyUsual } from './moves.ts';
import { found, type Rule } from './rule.ts';

const leap: Rule = {
  name: 'leap',
  severity: 'error',
  trips: 'An index moves in one day by more than indices do.',
  threshold: `${100 * indexLeap}%`,
  remedy: 'Compare the close with a second source, and correct it. What is no index says so: `instrument: volatility`.',
};

const outlier: Rule = {
  name: 'outlier',
  severity: 'warning',
  trips:
    'A value that is new or revised moves by many times what is usual (of a rate the difference counts, of the rest the log return), and no other series of the table moves alike. Tables of events are left out.',
  threshold: `${outlierDeviations} median absolute deviations of the ${outlierSessions} sessions before (${outlierFewest} at least); alike is the same way by more than ${alikeDeviations} of its own`,
  remedy: 'Compare the value with a second source. If it is right, nothing.',
};

export const outliers: Check = {
  rules: [leap, outlier],
  findings: (checked) => [...checked.columns.flatMap((column) => indexLeaps(checked, column)), ...unusualMoves(checked)],
};

function indexLeaps(checked: CheckedTable, column: Column): Finding[] {
  if (column.instrument !== 'index') return [];
  return leapsOf(checked, column)
    .filter(({ ratio }) => unitFactorOf(ratio) === undefined)
    .map((step) =>
      found(
        leap,
        placeOfCell(checked, step.row, column.index),
        `${leapInWords(checked, column, step)}: ${percent(step.ratio - 1)}. An index does not move by more than ${100 * indexLeap}% in a day. Compare it with a second source, and correct it. Where it is no index, write 'instrument: volatility' (or future, share, rate) beside the resource.`,
      ),
    );
}

function unusualMoves(checked: CheckedTable): Finding[] {
  if (checked.resource.calendar === 'events') return [];
  const { days } = checked.table;
  const moves = checked.columns.map(movesOf);
  return checked.columns.flatMap((column, of) => {
    const leaping = new Set(leapsOf(checked, column).map(({ row }) => row));
    const { rows, from } = moves[of];
    const told = (row: number, before: number): boolean =>
      column.values[row] === column.before[row] ||
      leaping.has(row) ||
      leaping.has(before) ||
      eventsBetween(column.events, days[before], days[row]).length > 0;
    return rows.flatMap((row, index) => {
      if (told(row, from[index]) || surelyUsual(moves[of], index, outlierDeviations)) return [];
      const times = deviations(moves[of], index);
      if (Math.abs(times) <= outlierDeviations + rounding || movesAlike(moves, of, row, times)) return [];
      return [found(outlier, placeOfCell(checked, row, column.index), inWords(checked, column, row, from[index], Math.abs(times)))];
    });
  });
}

function movesAlike(moves: readonly Moves[], of: number, row: number, times: number): boolean {
  return moves.some((other, index) => {
    const at = index === of ? -1 : other.rows.indexOf(row);
    return at >= 0 && deviations(other, at) * Math.sign(times) > alikeDeviations;
  });
}

function inWords(checked: CheckedTable, column: Column, row: number, from: number, times: number): string {
  const { values, instrument } = column;
  const moved =
    instrument === 'rate' ? `${signed(values[row] - values[from], 2)} percentage points` : percent(values[row] / values[from] - 1);
  const iso = isoOf(checked.table.days[row]);
  const others = checked.columns.length > 1 ? ', and no other series of the table moved alike' : '';
  return `${leapInWords(checked, column, { from, row })}: ${moved}, ${times.toFixed(2)} median deviations of the sessions before${others}. More than ${outlierDeviations} are rare. Compare ${iso} with a second source; if it is right, there is nothing to do.`;
}

function percent(ratio: number): string {
  return `${signed(100 * ratio, 1)}%`;
}

function signed(value: number, decimals: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(decimals)}`;
}
