/** What every benchmark tells, and the form of it: in the terminal, in `docs/benchmarks/<subject>.json` and on docs/benchmarks.md. */
import { availableParallelism, cpus, totalmem } from 'node:os';

export type BenchUnit = 's' | 'ms' | 'MB' | 'KB' | 'times' | 'pages' | 'rows';

export interface Goal {
  bound: 'at most' | 'at least';
  value: number;
}

export interface BenchLine {
  /** Names the line on the page of the benchmarks: `site-100-cold`. */
  id: string;
  what: string;
  /** The one in the middle, where there are several runs. */
  value: number;
  unit: BenchUnit;
  /** The least and the most of the runs. */
  least?: number;
  most?: number;
  goal?: Goal;
}

export interface BenchOptions {
  runs: number;
  /** Of `reader`: the built site. */
  out: string;
  /** Of `site` and `preview`: how many reports the desks have. */
  reports: readonly number[];
  content?: string;
  data?: string;
}

export interface Subject {
  name: string;
  /** What it times, in a line of the help. */
  description: string;
  run(options: BenchOptions): Promise<BenchLine[]> | BenchLine[];
}

export interface BenchResult {
  subject: string;
  command: string;
  machine: { cores: number; processor: string; memory: string; node: string };
  lines: BenchLine[];
}

/** The machine, as far as it matters to a time. */
export function machine(): BenchResult['machine'] {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.version,
  };
}

/** The middle, the least and the most of some times. */
export function spread(times: readonly number[]): Required<Pick<BenchLine, 'value' | 'least' | 'most'>> {
  const sorted = [...times].sort((a, b) => a - b);
  return { value: sorted[sorted.length >> 1], least: sorted[0], most: sorted[sorted.length - 1] };
}

/** True where the goal is met; null where there is none. */
export function isMet({ value, goal }: BenchLine): boolean | null {
  if (!goal) return null;
  return goal.bound === 'at most' ? value <= goal.value : value >= goal.value;
}

/** A line in the terminal: 'site, 100 reports, cold: 12.3 s (goal: at most 20 s)'. */
export function lineInWords(line: BenchLine): string {
  const { what, value, unit, least, most, goal } = line;
  const within = least === undefined || most === undefined || least === most ? '' : ` (${figure(least, unit)} to ${figure(most, unit)})`;
  const against = goal ? `, ${isMet(line) ? 'met' : 'MISSED'}: ${goal.bound} ${figure(goal.value, unit)}` : '';
  return `${what}: ${figure(value, unit)}${within}${against}`;
}

/** The results of a subject as a table in Markdown. */
export function resultsTable({ command, machine: { cores, processor, memory, node }, lines }: BenchResult): string {
  const rows = lines.map((line) => {
    const { id, what, value, unit, least, most, goal } = line;
    const within = least === undefined || most === undefined || least === most ? '' : ` (${figure(least, unit)} to ${figure(most, unit)})`;
    const against = goal ? `${goal.bound} ${figure(goal.value, unit)}` : '';
    const verdict = goal ? (isMet(line) ? 'met' : '**missed**') : '';
    return `| ${what} | ${figure(value, unit)}${within} | ${against} | ${verdict} | \`${id}\` |`;
  });
  return [
    `\`${command}\` on ${cores} cores (${processor}, ${memory}), Node ${node}:`,
    '',
    '| what | figure | goal | | id |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const UNIT_AFTER: Record<BenchUnit, string> = { s: ' s', ms: ' ms', MB: ' MB', KB: ' KB', times: ' times', pages: ' pages', rows: ' rows' };

/** A figure with three digits that say something: '12.3 s', '4,210 ms'. */
function figure(value: number, unit: BenchUnit): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return `${rounded.toLocaleString('en-US', { maximumFractionDigits: 6 })}${UNIT_AFTER[unit]}`;
}
