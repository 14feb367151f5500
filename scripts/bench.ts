/** `npm run bench`: the benchmarks, or those named. With `--write` their results go to docs/benchmarks/ and onto docs/benchmarks.md. */
import { InvalidArgumentError } from 'commander';
import { subjects } from './bench/index.ts';
import { writeResult } from './bench/page.ts';
import { type BenchOptions, type BenchResult, lineInWords, machine } from './bench/result.ts';
import { deskCommand, positive, run } from './command.ts';

const program = deskCommand('bench', 'Time what the program does. Each benchmark prints its figures, and the goal where there is one.')
  .argument(
    '[subjects...]',
    `what to time (default: all): ${subjects.map(({ name, description }) => `${name}: ${description}`).join('; ')}`,
  )
  .option('--runs <number>', 'how often each is run', positive, 5)
  .option('--reports <numbers>', "how many reports the generated desks have, as '1,100'", counts, [])
  .option('--out <folder>', 'the built site that reader opens', 'dist')
  .option('--write', 'write the results to docs/benchmarks/ and onto docs/benchmarks.md');

await run(program, async () => {
  const { json, write, ...options } = program.opts<BenchOptions & { json?: boolean; write?: boolean }>();
  const names = program.args;
  const unknown = names.filter((name) => !subjects.some((subject) => subject.name === name));
  if (unknown.length > 0)
    program.error(`There is no benchmark '${unknown[0]}'. There are: ${subjects.map(({ name }) => name).join(', ')}.`);
  const results: BenchResult[] = [];
  for (const subject of subjects.filter(({ name }) => names.length === 0 || names.includes(name))) {
    if (!json) console.log(`${subject.name}: ${subject.description}`);
    const lines = await subject.run(options);
    if (!json) for (const line of lines) console.log(`  ${lineInWords(line)}`);
    const result = { subject: subject.name, command: `npm run bench -- ${subject.name}`, machine: machine(), lines };
    results.push(result);
    if (write) writeResult(result);
  }
  if (json) process.stdout.write(`${JSON.stringify(results)}\n`);
});

function counts(text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  throw new InvalidArgumentError("Write whole numbers, as '1,100'.");
}
