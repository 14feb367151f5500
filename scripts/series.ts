/** `npm run series`: the series that a metric may name. */
import { type ListedSeries, listSeries, textsOfSeries } from '../src/reports/series-list.ts';
import { textColumns, together } from '../src/reports/text-columns.ts';
import { run } from './command.ts';
import { listCommand, openSnapshot, printFound } from './list-command.ts';

const program = listCommand('series', 'List series and named metrics: id, unit, coverage, last value and an example.');

const rowOf = ({ id, title, unit, tables, first, last, rows, display, example }: ListedSeries): string[] => [
  id,
  unit,
  display,
  `${first} to ${last}`,
  `${title}. ${rows} rows of ${tables.join(', ')}.${example ? ` ${together(`${example.expression} = ${example.value}`)}` : ''}`,
];

await run(program, () => {
  printFound(program, 'series', listSeries(openSnapshot(program)), textsOfSeries, (found, width) =>
    textColumns(['id', 'unit', 'last value', 'first and last day', 'what it is'], found.map(rowOf), width, [2]),
  );
});
