/** The page of the benchmarks, docs/benchmarks.md: the results stand between marks, each subject's own; the words around them are by hand. */
import { readFileSync } from 'node:fs';
import { replaceFile } from '../../src/replace-file.ts';
import { type BenchResult, resultsTable } from './result.ts';

const PAGE = 'docs/benchmarks.md';

/** Where the results of a subject are kept. */
export const resultPath = (subject: string): string => `docs/benchmarks/${subject}.json`;

/** Writes the results of a subject, and its table on the page. @throws Error where the page has no place for it */
export function writeResult(result: BenchResult): void {
  const page = withTable(readFileSync(PAGE, 'utf8'), result);
  replaceFile(resultPath(result.subject), `${JSON.stringify(result, null, 2)}\n`);
  replaceFile(PAGE, page);
}

/** The page with the table of a subject between its marks. */
export function withTable(page: string, result: BenchResult): string {
  const [open, close] = [`<!-- results: ${result.subject} -->`, `<!-- end of ${result.subject} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`${PAGE} has no place for ${result.subject}: '${open}' and '${close}'`);
  return `${page.slice(0, start + open.length)}\n${resultsTable(result)}\n${page.slice(end)}`;
}
