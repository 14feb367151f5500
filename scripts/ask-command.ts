/** What the commands share that ask the data: their options, and how answers and faults are printed. */
import type { Command } from 'commander';
import { type Day, dayOf } from '../src/data/day.ts';
import { Fault, type Finding, formatFinding } from '../src/finding.ts';
import { markedLines } from '../src/reports/answer-lines.ts';
import { type AskDesk, sessionAsked } from '../src/reports/ask.ts';
import { openAskDesk } from '../src/reports/ask-desk.ts';
import { foldersFrom } from '../src/reports/folders.ts';
import { deskCommand, isoDate } from './command.ts';

export function askCommand(name: string, description: string): Command {
  return deskCommand(name, description)
    .option('--at <date>', 'the last day that is looked at (default: the last of the snapshot)', isoDate)
    .option('--snapshot <id>', 'a snapshot by its date (default: the newest)');
}

/**
 * The desk and the day that the options name.
 * @throws Fault for a snapshot that is not there, and a day after it
 */
export function askedOf(program: Command): { desk: AskDesk; at: Day | null } {
  const options = program.opts();
  const desk = openAskDesk(foldersFrom(options), options.snapshot ?? null);
  const at = options.at === undefined ? null : dayOf(options.at);
  sessionAsked(at, desk);
  return { desk, at };
}

/** Answers each, and collects the faults of all. */
export function answerEach<T>(questions: readonly string[], answer: (question: string) => T): { answers: T[]; findings: Finding[] } {
  const [answers, findings]: [T[], Finding[]] = [[], []];
  for (const question of questions) {
    try {
      answers.push(answer(question));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      findings.push(...fault.findings);
    }
  }
  return { answers, findings };
}

/**
 * Prints answers, then faults with their places marked; the exit status is 1 where there is one.
 * @param told findings that the answers tell themselves
 */
export function finishAsked<T>(
  program: Command,
  answers: readonly T[],
  findings: readonly Finding[],
  lines: (answer: T) => string[],
  told: readonly Finding[] = [],
): void {
  const all = [...findings, ...told];
  const ok = all.every(({ severity }) => severity !== 'error');
  if (!ok) process.exitCode = 1;
  if (program.opts().json) {
    process.stdout.write(`${JSON.stringify({ ok, findings: all, answers })}\n`);
    return;
  }
  for (const [i, answer] of answers.entries()) console.log([...(i > 0 ? [''] : []), ...lines(answer)].join('\n'));
  for (const finding of findings) console.error([formatFinding(finding), ...markedLines(finding)].join('\n'));
}
