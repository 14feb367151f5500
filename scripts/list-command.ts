/** What the two commands that list share: a snapshot to choose, words to filter by, columns for the terminal. */
import type { Command } from 'commander';
import type { AskDesk } from '../src/reports/ask.ts';
import { openAskDesk } from '../src/reports/ask-desk.ts';
import { foldersFrom } from '../src/reports/folders.ts';
import { foundByWords, nearestByWords } from '../src/reports/found-by-words.ts';
import { deskCommand } from './command.ts';

export function listCommand(name: string, description: string): Command {
  return deskCommand(name, description)
    .argument('[words...]', 'only what has all of these words')
    .option('--snapshot <id>', 'a snapshot (default: the newest)');
}

/** @throws Fault where there is no such snapshot, or none at all */
export function openSnapshot(program: Command): AskDesk {
  return openAskDesk(foldersFrom(program.opts()), program.opts().snapshot ?? null);
}

/**
 * Prints what has all the words, or says so and prints what is nearest. Exit status 1 where nothing has them.
 * @param key under which they stand in the JSON object
 */
export function printFound<T>(
  program: Command,
  key: string,
  all: readonly T[],
  textsOf: (one: T) => readonly string[],
  linesOf: (found: readonly T[], width: number) => readonly string[],
): void {
  const found = foundByWords(all, program.args, textsOf);
  if (found.length === 0) process.exitCode = 1;
  if (program.opts().json) {
    process.stdout.write(`${JSON.stringify({ [key]: found })}\n`);
    return;
  }
  const shown = found.length > 0 ? found : nearestByWords(all, program.args, textsOf);
  if (found.length === 0) console.error(`nothing has '${program.args.join(' ')}'. Nearest:`);
  for (const line of linesOf(shown, process.stdout.columns ?? 80)) console.log(line);
}
