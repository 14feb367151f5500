/** How long a whole check takes once the program is there, and what of it is spent on what. */
import { performance } from 'node:perf_hooks';
import { readClaims } from '../../src/assertions/verify.ts';
import { checkDesk } from '../../src/reports/check.ts';
import { compileAll, foldersFrom, openDesk } from '../../src/reports/desk.ts';
import { type BenchLine, type BenchOptions, type Subject, spread } from './result.ts';

export const check: Subject = {
  name: 'check',
  description: 'the check of all reports, and its parts as shares of the whole',
  run(options: BenchOptions): BenchLine[] {
    const folders = foldersFrom(options);
    const time = (id: string, what: string, action: () => void): BenchLine => {
      const times = Array.from({ length: options.runs }, () => {
        const start = performance.now();
        action();
        return performance.now() - start;
      });
      return { id, what, unit: 'ms', ...spread(times) };
    };
    const desk = openDesk(folders);
    const reports = compileAll(desk);
    const phrases = reports.flatMap(({ record }) => record?.assertions.map(({ text }) => text) ?? []);
    const whole = time('check', `check of ${reports.length} reports, ${phrases.length} assertions`, () => void checkDesk(folders));
    const parts = [
      time('check-compile', 'compiling the reports on snapshots already read', () => void compileAll(desk)),
      time('check-claims', `reading the claims of ${phrases.length} phrases`, () => phrases.forEach(readClaims)),
    ];
    const share = ({ id, what, value }: BenchLine): BenchLine => ({
      id: `${id}-share`,
      what: `${what}, of the whole`,
      value: value / whole.value,
      unit: 'times',
    });
    return [whole, ...parts.flatMap((part) => [part, share(part)])];
  },
};
