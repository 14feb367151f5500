/** `npm run bench`: how long a whole check takes once the program is there, and what of it is spent on what. */
import { performance } from 'node:perf_hooks';
import { readClaims } from '../src/assertions/verify.ts';
import { checkDesk } from '../src/reports/check.ts';
import { compileAll, foldersFrom, openDesk } from '../src/reports/desk.ts';
import { deskCommand, run } from './command.ts';

const program = deskCommand('bench', 'Time the check of all reports, and its parts as shares of the whole.').option(
  '--runs <number>',
  'how often each is run',
  '5',
);

interface Timing {
  name: string;
  /** Milliseconds: the least, the one in the middle, the most. */
  least: number;
  median: number;
  most: number;
  /** Of the median of the first timing. */
  share: number;
}

await run(program, () => {
  const folders = foldersFrom(program.opts());
  const runs = Number(program.opts().runs);
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
  if (program.opts().json) {
    process.stdout.write(`${JSON.stringify({ runs, timings: result })}\n`);
    return;
  }
  for (const { name, least, median, most, share } of result)
    console.log(`${name}: ${median.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)}), ${(share * 100).toFixed(0)}% of the whole`);
});
