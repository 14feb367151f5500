/** What every command shares: options, printing of findings, exit status (0 fine, 1 findings, 2 wrong usage). */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isIsoDate } from '../src/data/day.ts';
import { Fault, type Finding, formatFinding } from '../src/finding.ts';
import type { ReportSummary } from '../src/reports/report-summary.ts';

/** A command with its name, one line about it, and our exit status for wrong usage. */
export function command(name: string, description: string): Command {
  return new Command(`npm run ${name} --`).description(description).helpOption('-h, --help', 'show this help').exitOverride();
}

/** A command that works on a desk's two folders. */
export function folderCommand(name: string, description: string): Command {
  return command(name, description)
    .option('--content <folder>', 'reports, people and sources (default: content)')
    .option('--data <folder>', 'snapshots, records and publishers (default: data)');
}

/** The same, which has something to tell to tools. */
export function deskCommand(name: string, description: string): Command {
  return folderCommand(name, description).option('--json', 'print one JSON object and nothing else');
}

/** The option of commands that publish: see `untilFrom`. */
export function untilOption(): Option {
  return new Option('--until <date>', 'leave out reports that are published after this day (default: none is left out)').argParser(isoDate);
}

/** The option of commands that need not compute again what was computed before: see src/memory. */
export function anewOption(): Option {
  return new Option('--anew', 'forget what was computed before, and compute all of it again');
}

/**
 * Prints what was found (one JSON object with --json) and sets the exit status: 1 where there is an error.
 * @param held reports that are not published yet
 */
export function finish(
  program: Command,
  findings: readonly Finding[],
  reports: Record<string, ReportSummary>,
  held: readonly { slug: string; published: string }[] = [],
): void {
  const ok = findings.every((finding) => finding.severity !== 'error');
  if (!ok) process.exitCode = 1;
  if (program.opts().json) {
    const counts = Object.fromEntries(Object.entries(reports).map(([slug, summary]) => [slug, summary.counts]));
    process.stdout.write(`${JSON.stringify({ ok, findings, reports: counts, ...(held.length > 0 ? { held } : {}) })}\n`);
    return;
  }
  printFindings(findings);
  for (const [slug, { words }] of Object.entries(reports)) console.log(`${slug}: ${words}`);
  for (const { slug, published } of held) console.log(`${slug}: held back, it is published on ${published}`);
}

/**
 * Parse the arguments and run. A `Fault` prints its findings and ends with 1, wrong usage with 2.
 * Anything else is a defect of ours and keeps its stack trace.
 */
export async function run(program: Command, action: () => Promise<void> | void): Promise<void> {
  try {
    program.parse();
    await action();
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      process.exitCode = thrown.exitCode === 0 ? 0 : 2;
    } else if (thrown instanceof Fault) {
      if (program.opts().json) process.stdout.write(`${JSON.stringify({ ok: false, findings: thrown.findings, reports: {} })}\n`);
      else printFindings(thrown.findings);
      process.exitCode = 1;
    } else {
      throw thrown;
    }
  }
}

/** One line a finding, on the error stream, then how many of each kind there are. */
export function printFindings(findings: readonly Finding[]): void {
  for (const finding of findings) console.error(formatFinding(finding));
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  if (counts.length > 0) console.error(`\n${counts.join(', ')}`);
}

/** An option's value that must be an ISO date. */
export function isoDate(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('Write a date as YYYY-MM-DD.');
  return text;
}

/** An option's value that must be a number above nothing. */
export function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError('Write a number above 0.');
  return number;
}
