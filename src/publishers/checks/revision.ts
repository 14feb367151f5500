/** Whether the past is as it was. Publishers do restate history: what they changed is told, and stops the closes that reports rest on most. */
import { type Day, isoOf } from '../../data/day.ts';
import type { Finding, Place } from '../../finding.ts';
import { type Revision, revisionsBetween } from '../revisions.ts';
import { indexRevision, revisionsTold, rounding } from '../thresholds.ts';
import { type Check, type CheckedTable, type Column, placeOfCell } from './checked-table.ts';
import { unitFactorOf } from './leaps.ts';
import { restatementOf } from './restatement.ts';
import { found, type Rule } from './rule.ts';

const revisedIndex: Rule = {
  name: 'revised-index',
  severity: 'error',
  trips: 'An index close that the snapshot before has is another now, or gone.',
  threshold: `${indexRevision} points`,
  remedy: 'Compare with the publisher. If the new close is right, refresh with `--accept-revisions`.',
};

const revised: Rule = {
  name: 'revised',
  severity: 'warning',
  trips:
    'Any other value in the span of the snapshot before is another now, gone, or was not there; an index close within the threshold of `revised-index`, or accepted.',
  threshold: `any; ${revisionsTold} told a series, then their number`,
  remedy: 'Read them: a published number may rest on the old value.',
};

export const revision: Check = {
  rules: [revisedIndex, revised],
  findings: (checked) => {
    const { previous, table } = checked;
    if (!previous) return [];
    const revisions = Map.groupBy(revisionsBetween(previous, table), ({ series }) => series);
    const rows = new Map(table.days.map((day, row) => [day, row]));
    return checked.columns.flatMap((column) => {
      const ofColumn = revisions.get(column.name) ?? [];
      return ofColumn.length === 0 || isToldOnce(checked, column) ? [] : tell(checked, column, ofColumn, rows);
    });
  },
};

/** A past on another level is one fault where `unit` or `unrecorded-split` tells it, not thousands. */
function isToldOnce(checked: CheckedTable, column: Column): boolean {
  const restatement = restatementOf(checked, column);
  return restatement !== undefined && (column.instrument === 'share' || unitFactorOf(restatement.ratio) !== undefined);
}

function tell(checked: CheckedTable, column: Column, revisions: readonly Revision[], rows: ReadonlyMap<Day, number>): Finding[] {
  const placeOf = ({ day }: Revision): Place => {
    const row = rows.get(day);
    return row === undefined ? { path: checked.path } : placeOfCell(checked, row, column.index);
  };
  const blocking = revisions.filter((item) => blocks(checked, column, item));
  const recorded = revisions.filter((item) => !blocking.includes(item));
  return [blocking, recorded].flatMap((list, index) => {
    const rule = index === 0 ? revisedIndex : revised;
    const told = list.slice(0, revisionsTold).map((item) => found(rule, placeOf(item), inWords(item, rule)));
    const rest = list.slice(revisionsTold);
    if (rest.length === 0) return told;
    const [first, last] = [isoOf(rest[0].day), isoOf(rest[rest.length - 1].day)];
    return [
      ...told,
      found(rule, placeOf(rest[0]), `${column.name} has ${rest.length} more revised values, from ${first} to ${last}. ${remedyOf(rule)}`),
    ];
  });
}

function blocks({ acceptRevisions }: CheckedTable, { instrument }: Column, { was, now }: Revision): boolean {
  if (instrument !== 'index' || acceptRevisions || was === '') return false;
  return now === '' || Math.abs(Number(now) - Number(was)) > indexRevision + rounding;
}

function inWords({ series, day, was, now }: Revision, rule: Rule): string {
  const what =
    was === '' ? `had no value on ${isoOf(day)} and is now ${now}` : `was ${was} on ${isoOf(day)} and is now ${now || 'missing'}`;
  return `${series} ${what}. The past should not change. ${remedyOf(rule)}`;
}

function remedyOf(rule: Rule): string {
  return rule === revisedIndex
    ? 'Compare with the publisher, and refresh with --accept-revisions if the new closes are right.'
    : 'Look whether a published number rests on the old value.';
}
