import { resolve } from 'node:path';
import { Fault } from '../../finding.ts';
import { tooLate, tooMuchMemory } from './limit-faults.ts';
import type { SqlQuestion } from './question.ts';
import { CORRECT_QUERY, inOneLine, sqlFault } from './sql-finding.ts';

/** What DuckDB refused, in our words where it is known. What it says of the query is kept, with the line of the query. */
export function duckdbFault(failure: unknown, question: SqlQuestion, isLate: boolean): unknown {
  if (failure instanceof Fault) return failure;
  if (isLate) return tooLate(question);
  // The engine's own failures are plain errors; others are defects of this program.
  if (!(failure instanceof Error) || failure.name !== 'Error') return failure;
  const { message } = failure;
  const { said, line } = parted(message);
  if (message.includes('max_temp_directory_size')) {
    return sqlFault(
      'limit',
      question,
      `the query writes more to the disk than it may: ${said}`,
      "Ask for less, or raise 'temporary' under 'limits'.",
    );
  }
  if (message.startsWith('Out of Memory')) return tooMuchMemory(question, said);
  if (message.startsWith('Permission Error')) {
    return sqlFault(
      'read-only',
      question,
      `the query leaves its folder: ${said}`,
      "Read files below 'folder' only, by the names under 'files'.",
    );
  }
  if (message.startsWith('IO Error: No files found')) {
    return sqlFault(
      'files',
      question,
      `a pattern under 'files' finds nothing: ${said}`,
      "Put the files there, or correct 'files' in the declaration.",
    );
  }
  const csv = /CSV Error on Line: (\d+)[\s\S]*\n {2}file = (.+)\n/.exec(message);
  if (csv || message.startsWith('IO Error') || said.includes(resolve(question.address))) {
    const place = csv ? { ...question, address: csv[2] } : question;
    const advice = 'Look at the file: it may be cut off, or still be written.';
    return sqlFault('files', place, `DuckDB can't read a file: ${said}`, advice, csv ? Number(csv[1]) : undefined);
  }
  return sqlFault('query', question, `DuckDB refuses ${line === null ? 'the query' : `line ${line} of the query`}: ${said}`, CORRECT_QUERY);
}

/** The message without its drawing of the query, and the line that the drawing is of. */
function parted(message: string): { said: string; line: number | null } {
  const line = /\nLINE (\d+):/.exec(message);
  const [said] = message.replace(/^Failed to extract statements: /, '').split(/\n\s*(?:\n|LINE \d+:|Candidate functions:|Possible fixes:)/);
  return { said: inOneLine(said), line: line ? Number(line[1]) : null };
}
