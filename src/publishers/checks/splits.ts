/** Whether a share or fund has moved as by a split that nobody recorded. */
import { isoOf } from '../../data/day.ts';
import type { Finding } from '../../finding.ts';
import { shareLeap } from '../thresholds.ts';
import { type Check, type CheckedTable, type Column, placeOfCell } from './checked-table.ts';
import { leapInWords, leapsOf, unitFactorOf } from './leaps.ts';
import { restatementOf } from './restatement.ts';
import { found, type Rule } from './rule.ts';

const unrecordedSplit: Rule = {
  name: 'unrecorded-split',
  severity: 'error',
  trips:
    'A share or fund (a series in USD) moves in one day, or its whole past against the snapshot before, by more than shares do, and no split is recorded.',
  threshold: `${100 * shareLeap}%`,
  remedy: 'Record the day and the ratio under `events`; a ratio of 1 says that the move is real.',
};

export const splits: Check = {
  rules: [unrecordedSplit],
  findings: (checked) =>
    checked.columns
      .filter(({ instrument }) => instrument === 'share')
      .flatMap((column) => [...steps(checked, column), ...past(checked, column)]),
};

function steps(checked: CheckedTable, column: Column): Finding[] {
  return leapsOf(checked, column)
    .filter(({ ratio }) => unitFactorOf(ratio) === undefined)
    .map((leap) =>
      found(
        unrecordedSplit,
        placeOfCell(checked, leap.row, column.index),
        `${leapInWords(checked, column, leap)}: ${leap.ratio.toFixed(2)} times. A move of more than ${100 * shareLeap}% wants a recorded event. ${remedyFor(checked)}`,
      ),
    );
}

function past(checked: CheckedTable, column: Column): Finding[] {
  const restatement = restatementOf(checked, column);
  if (restatement === undefined || unitFactorOf(restatement.ratio) !== undefined) return [];
  const { row, ratio } = restatement;
  return [
    found(
      unrecordedSplit,
      placeOfCell(checked, row, column.index),
      `${column.name} is ${checked.table.cells[row][column.index]} on ${isoOf(checked.table.days[row])} and was ${column.before[row]} in the snapshot before, and so is the series: ${ratio.toFixed(2)} times. A past that changes its level wants a recorded event. ${remedyFor(checked)}`,
    ),
  ];
}

function remedyFor({ resource }: CheckedTable): string {
  return `Record a split under 'events' of ${resource.name}, with a ratio of 1 if the move is real, or correct the value.`;
}
