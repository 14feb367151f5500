/** `npm run measures`: the measures that a metric is made of. */
import { type ListedMeasure, listMeasures, textsOfMeasure } from '../src/reports/measure-list.ts';
import { textColumns, together } from '../src/reports/text-columns.ts';
import { run } from './command.ts';
import { listCommand, openSnapshot, printFound } from './list-command.ts';

const program = listCommand('measures', 'List measures: how each is written, its unit, what it is, and an example with its value.');

const rowOf = ({ signature, summary, example }: ListedMeasure): string[] => [
  signature,
  example?.unit ?? '',
  `${summary}.${example ? ` ${together(`${example.expression} = ${example.display}`)}` : ''}`,
];

await run(program, () => {
  printFound(program, 'measures', listMeasures(openSnapshot(program)), textsOfMeasure, (found, width) =>
    textColumns(['measure', 'unit', 'what it is'], found.map(rowOf), width),
  );
});
