/** A refresh report in one line, and the words its renderings share. */
import { formatInput } from '../metrics/format.ts';
import { isEmpty, type Moved, type RefreshReport, type ReportChanges } from './refresh-report.ts';
import type { Valued } from './valued.ts';

/** '3 values', '1 value'. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${formatInput(count)} ${count === 1 ? one : several}`;
}

/** What became of a call that fell due. */
export function outcomeInWords(outcome: ReportChanges['due'][number]['outcome']): string {
  return { right: 'came true', wrong: 'did not come true', void: 'void, the data ended' }[outcome];
}

/** What moved in a report, by what is to be done about it. */
export function sorted({
  moved,
  living,
}: ReportChanges): Record<'stopped' | 'renewed' | 'broken' | 'reprinted' | 'lost' | 'notes', Moved[]> {
  const isStopped = ({ mark }: Moved): boolean => mark === 'stopped';
  if (living)
    return {
      stopped: moved.filter(isStopped),
      renewed: moved.filter((one) => !isStopped(one)),
      broken: [],
      reprinted: [],
      lost: [],
      notes: [],
    };
  const isLost = ({ mark }: Moved): boolean => mark === 'no-value';
  const isBroken = ({ mark }: Moved): boolean => mark === 'broken-by-revision';
  const isReprinted = ({ mark, printed }: Moved): boolean => mark === 'restated' && printed !== null;
  return {
    stopped: [],
    renewed: [],
    broken: moved.filter(isBroken),
    reprinted: moved.filter(isReprinted),
    lost: moved.filter(isLost),
    notes: moved.filter((one) => !isBroken(one) && !isReprinted(one) && !isLost(one)),
  };
}

/** Its words, with the status where that is another now. */
export const saidIn = ({ text, status }: Moved): string => (status === null ? text : `${text} (now ${status})`);

/** Living reports before those that are pinned; else the order stays. */
export function livingFirst(a: ReportChanges, b: ReportChanges): number {
  return Number(a.living === null) - Number(b.living === null);
}

/** '4,561 new rows in 9 tables, no value revised; 2 superlatives superseded, 1 call due.' */
export function summaryOf(report: RefreshReport): string {
  const { before, after, rows, revised, reports } = report;
  if (isEmpty(report)) return `Nothing changed between the snapshots ${before.id} and ${after.id}.`;
  const sum = (count: (one: ReportChanges) => number): number => reports.reduce((total, one) => total + count(one), 0);
  const newRows = rows.reduce((total, one) => total + one.rows, 0);
  const data = [
    newRows > 0 ? `${counted(newRows, 'new row')} in ${counted(rows.length, 'table')}` : 'no new rows',
    revised.length > 0 ? `${counted(revised.length, 'value')} revised` : 'no value revised',
  ];
  const statements = (
    [
      [sum((one) => sorted(one).stopped.length), 'statement stopped being true', 'statements stopped being true'],
      [sum((one) => sorted(one).broken.length), 'statement broken by revision', 'statements broken by revision'],
      [sum((one) => sorted(one).lost.length), 'statement without a value', 'statements without a value'],
      [sum((one) => sorted(one).reprinted.length), 'printed number that would change', 'printed numbers that would change'],
      [sum((one) => sorted(one).notes.length), 'value moved under words that hold', 'values moved under words that hold'],
      [sum((one) => sorted(one).renewed.length), 'value of a living report moved', 'values of living reports moved'],
      [sum((one) => one.superlatives.filter(({ now }) => now !== null).length), 'superlative superseded', 'superlatives superseded'],
      [sum((one) => one.figures.length), 'figure changed', 'figures changed'],
      [sum((one) => one.due.length), 'call due', 'calls due'],
    ] as const
  ).flatMap(([count, one, several]) => (count > 0 ? [counted(count, one, several)] : []));
  return `${data.join(', ')}; ${statements.join(', ') || 'no statement is touched'}.`.replace(/^n/, 'N');
}

/** A value before and after, with as many digits as it takes to tell them apart. */
export function toldApart(was: Valued | null, now: Valued | null): readonly [string, string] {
  const isClose = was !== null && now !== null && was.exact === now.exact && was.value !== now.value;
  const tell = (value: Valued | null): string => (value === null ? 'none' : isClose ? String(value.value) : value.exact);
  return [tell(was), tell(now)];
}

/** A value of a series; 'none' where there is none. */
export function seriesValue(value: number | null): string {
  return value === null ? 'none' : formatInput(value);
}
