/** Whether a value, or the whole of a series, is in another unit than before, or has lost its decimal point. */
import { isoOf } from '../../data/day.ts';
import type { Finding } from '../../finding.ts';
import { unitFactors, unitRateMove, unitTolerance } from '../thresholds.ts';
import { type Check, type CheckedTable, type Column, placeOfCell } from './checked-table.ts';
import { leapInWords, leapsOf, unitFactorOf } from './leaps.ts';
import { restatementOf } from './restatement.ts';
import { found, type Rule } from './rule.ts';

const wrongUnit: Rule = {
  name: 'unit',
  severity: 'error',
  trips: `A value is near ${unitFactors.join(', ')} times the one before it, or a whole series near so many times what it was in the snapshot before.`,
  threshold: `within a factor of ${unitTolerance}; a rate must also move by more than ${unitRateMove} percentage point`,
  remedy: 'Bring the values to the unit of the series. Record a split of a share or fund under `events`.',
};

export const unit: Check = {
  rules: [wrongUnit],
  findings: (checked) => checked.columns.flatMap((column) => [...steps(checked, column), ...past(checked, column)]),
};

function steps(checked: CheckedTable, column: Column): Finding[] {
  return leapsOf(checked, column).flatMap((leap) => {
    const factor = unitFactorOf(leap.ratio);
    if (factor === undefined) return [];
    const what = `${leapInWords(checked, column, leap)}: about ${factor} times. ${remedyFor(checked, column)}`;
    return [found(wrongUnit, placeOfCell(checked, leap.row, column.index), what)];
  });
}

function past(checked: CheckedTable, column: Column): Finding[] {
  const restatement = restatementOf(checked, column);
  const factor = restatement && unitFactorOf(restatement.ratio);
  if (restatement === undefined || factor === undefined) return [];
  const { row } = restatement;
  return [
    found(
      wrongUnit,
      placeOfCell(checked, row, column.index),
      `${column.name} is ${checked.table.cells[row][column.index]} on ${isoOf(checked.table.days[row])} and was ${column.before[row]} in the snapshot before, and so is the series: about ${factor} times. ${remedyFor(checked, column)}`,
    ),
  ];
}

function remedyFor({ resource }: CheckedTable, { field, instrument }: Column): string {
  const split = instrument === 'share' ? `, or record a split under 'events' of ${resource.name}` : '';
  return `The series is in ${field.unit}, and no day moves it so far. Correct the unit or the decimal point${split}.`;
}
