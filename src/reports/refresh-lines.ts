/** A refresh report for a terminal: a line each, with places that editors open. */
import type { RefreshReport, ReportChanges } from './refresh-report.ts';
import { counted, livingFirst, outcomeInWords, saidIn, seriesValue, sorted, summaryOf, toldApart } from './refresh-summary.ts';

/** How many revised values, and values of a living report that moved, are listed before the rest is counted. */
const LISTED = 10;

/** The first line is the summary. */
export function refreshLines(report: RefreshReport): string[] {
  const { rows, revised, resources, series, reports } = report;
  const width = Math.max(...rows.map(({ resource }) => resource.length), 0);
  const count = Math.max(...rows.map((one) => String(one.rows).length), 0);
  return [
    summaryOf(report),
    ...rows.map(
      (one) =>
        `  new  ${one.resource.padEnd(width)}  ${String(one.rows).padStart(count)} ${one.rows === 1 ? 'row' : 'rows'}, ${one.first} to ${one.last}`,
    ),
    ...resources.added.map((name) => `  new table  ${name}`),
    ...resources.gone.map((name) => `  table gone  ${name}`),
    ...series.added.map((id) => `  new series  ${id}`),
    ...series.gone.map((id) => `  series gone  ${id}`),
    ...revised.slice(0, LISTED).map((one) => `  revised  ${one.series} ${one.date}  ${seriesValue(one.was)} -> ${seriesValue(one.now)}`),
    ...(revised.length > LISTED ? [`  revised  ${counted(revised.length - LISTED, 'more value')}`] : []),
    ...[...reports].sort(livingFirst).flatMap(linesOf),
  ];
}

function linesOf(changes: ReportChanges): string[] {
  const { path, superlatives, figures, due } = changes;
  const { stopped, renewed, broken, reprinted, lost, notes } = sorted(changes);
  const line = (place: { line: number; id: string }, what: string, words: string): string =>
    `${path}:${place.line}  ${what}  ${place.id} ${words}`;
  const moved = ({ was, now }: (typeof notes)[number]): string => toldApart(was, now).join(' -> ');
  return [
    ...stopped.map((one) => line(one, 'stopped', `'${one.text}' ${one.why.join(' ')}`)),
    ...broken.map((one) => line(one, 'broken', one.status && one.kind === 'reported' ? `'${one.text}' ${one.status}` : one.why.join(' '))),
    ...lost.map((one) => line(one, 'no value', one.why.join(' '))),
    ...reprinted.map((one) => line(one, 'reprinted', `${one.printed?.was} -> ${one.printed?.now}`)),
    ...superlatives.map((one) =>
      line(one, one.now ? 'superseded' : 'stands again', `'${one.words}'${one.now ? ` on ${one.now.at}, ${one.now.exact}` : ''}`),
    ),
    ...figures.map((one) => line(one, one.now ? 'figure' : 'no figure', one.title)),
    ...due.map((one) =>
      line(
        one,
        'due',
        `'${one.text}' ${one.expects} on ${one.due}: ${outcomeInWords(one.outcome)}${one.value ? `, ${one.value.exact} on ${one.value.at}` : ''}`,
      ),
    ),
    ...renewed.slice(0, LISTED).map((one) => line(one, 'moved', `'${saidIn(one)}' ${moved(one)}`)),
    ...(renewed.length > LISTED ? [`${path}  moved  ${counted(renewed.length - LISTED, 'more value')}`] : []),
    ...notes.map((one) => line(one, 'note', `'${one.text}' ${moved(one)}`)),
  ];
}
