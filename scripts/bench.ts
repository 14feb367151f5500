/** `npm run bench`: how long a whole check takes once the program is there, and what of it is spent on what; or how long a reader waits, or an author. */
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { readClaims } from '../src/assertions/verify.ts';
import { error, Fault } from '../src/finding.ts';
import { checkDesk } from '../src/reports/check.ts';
import { compileAll, type Folders, foldersFrom, openDesk } from '../src/reports/desk.ts';
import { deskCommand, positive, run } from './command.ts';
import { newestReport } from './newest-report.ts';
import { timePreview } from './preview-times.ts';
import { timeReader } from './reader.ts';

const program = deskCommand('bench', 'Time the check of all reports, and its parts as shares of the whole.')
  .option('--runs <number>', 'how often each is run', positive, 5)
  .option('--reader', 'time instead how soon a phone shows the home page and the newest report of the built site')
  .option('--out <folder>', 'the built site', 'dist')
  .option('--preview', 'time instead how soon the preview shows what was saved')
  .option('--reports <number>', 'how many reports the desk of that preview has: copies of those there are', positive, 50);

interface Options {
  runs: number;
  reader?: boolean;
  out: string;
  preview?: boolean;
  reports: number;
  json?: boolean;
}

interface Timing {
  name: string;
  /** Milliseconds: the least, the one in the middle, the most. */
  least: number;
  median: number;
  most: number;
  /** Of the median of the first timing. */
  share: number;
}

await run(program, async () => {
  const { runs, reader, out, preview, reports: count, json } = program.opts<Options>();
  if (reader) return benchReader(out, runs, json);
  const folders = foldersFrom(program.opts());
  if (preview) return benchPreview(folders, count, runs, json);
  const time = (name: string, action: () => void): Omit<Timing, 'share'> => {
    const times = Array.from({ length: runs }, () => {
      const start = performance.now();
      action();
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return { name, least: times[0], median: times[times.length >> 1], most: times[times.length - 1] };
  };
  const desk = openDesk(folders);
  const reports = compileAll(desk);
  const phrases = reports.flatMap(({ record }) => record?.assertions.map(({ text }) => text) ?? []);
  const timings = [
    time(`check of ${reports.length} reports, ${phrases.length} assertions`, () => void checkDesk(folders)),
    time('compiling the reports on snapshots already read', () => void compileAll(desk)),
    time(`reading the claims of ${phrases.length} phrases`, () => phrases.forEach(readClaims)),
  ];
  const whole = timings[0].median;
  const result: Timing[] = timings.map((timing) => ({ ...timing, share: timing.median / whole }));
  if (json) return void process.stdout.write(`${JSON.stringify({ runs, timings: result })}\n`);
  for (const { name, least, median, most, share } of result)
    console.log(`${name}: ${median.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)}), ${(share * 100).toFixed(0)}% of the whole`);
});

async function benchPreview(folders: Folders, count: number, runs: number, json = false): Promise<void> {
  const timings = await timePreview(folders, count, runs);
  if (json) return void process.stdout.write(`${JSON.stringify({ runs, reports: count, timings })}\n`);
  for (const { what, least, median, most } of timings)
    console.log(`${what}: ${median.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)})`);
}

async function benchReader(out: string, runs: number, json = false): Promise<void> {
  if (!existsSync(out)) throw new Fault(error('site-missing', { path: out }, "there is no built site. Run 'npm run build' first."));
  const timings = await timeReader(out, ['', newestReport(out)], runs);
  if (json) return void process.stdout.write(`${JSON.stringify({ runs, timings })}\n`);
  for (const { line, page, least, median, most, ratio } of timings)
    console.log(
      `${line}, ${page}: largest paint at ${median.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)}), ${ratio.toFixed(1)} times an almost empty page`,
    );
}
