/** What the commands share that ask the data: their options, and how answers and faults are printed. */
import type { Command } from 'commander';
import { type Day, dayOf } from '../src/data/day.ts';
import { Fault, type Finding } from '../src/finding.ts';
import { markedLines } from '../src/reports/answer-lines.ts';
import type { AskDesk } from '../src/reports/ask.ts';
import { openAskDesk } from '../src/reports/ask-desk.ts';
import { foldersFrom } from '../src/reports/folders.ts';
import { deskCommand, isoDate, printFindings } from './command.ts';

export function askCommand(name: string, description: string): Command {
  return deskCommand(name, description)
    .option('--at <date>', 'the last day that is looked at (default: the last of the snapshot)', isoDate)
    .option('--snapshot <id>', 'a snapshot by its date (default: the newest)');
}

/** The desk and the day that the options name. */
export function askedOf(program: Command): { desk: AskDesk; at: Day | null } {
  const { at, snapshot } = program.opts();
  return { desk: openAskDesk(foldersFrom(program.opts()), snapshot ?? null), at: at === undefined ? null : dayOf(at) };
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

/** Prints answers, then faults with their places marked; the exit status is 1 where there is one. */
export function finishAsked<T>(
  program: Command,
  answers: readonly T[],
  findings: readonly Finding[],
  lines: (answer: T) => string[],
): void {
  if (findings.length > 0) process.exitCode = 1;
  if (program.opts().json) {
    process.stdout.write(`${JSON.stringify({ ok: findings.length === 0, findings, answers })}\n`);
    return;
  }
  for (const [i, answer] of answers.entries()) console.log([...(i > 0 ? [''] : []), ...lines(answer)].join('\n'));
  for (const finding of findings) {
    printFindings([finding]);
    for (const line of markedLines(finding)) console.error(line);
  }
}
