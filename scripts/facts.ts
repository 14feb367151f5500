/** `npm run facts`: the most remarkable true statements about a series on a day, ready to paste. */
import { InvalidArgumentError } from 'commander';
import { factsLines } from '../src/reports/facts-lines.ts';
import { remarkableFacts } from '../src/reports/remarkable-facts.ts';
import { answerEach, askCommand, askedOf, finishAsked } from './ask-command.ts';
import { run } from './command.ts';

const program = askCommand('facts', 'The most remarkable true statements about a series on a day, each a sentence with its Facts.')
  .argument('<series>', 'a series such as rut, or a metric in quotes')
  .argument('[against...]', 'series to hold it against (default: those of its table with its unit)')
  .option('--most <number>', 'how many', wholeNumber, 10);

await run(program, () => {
  const { desk, at } = askedOf(program);
  const [series, ...against] = program.args;
  const { answers, findings } = answerEach([series], (one) => remarkableFacts(one, against, at, program.opts().most, desk));
  finishAsked(program, answers, findings, factsLines);
});

/** An option's value that must be a whole number above nothing. */
function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Write a whole number above 0.');
  return Number(text);
}
