/** What an engine is asked, and what it answers: the same for every engine. */
import type { SqlColumn } from './columns.ts';

/** What stands in place of a placeholder: one value, or a list of values of one type. */
export type SqlValue =
  | { type: 'day' | 'text'; isList: boolean; values: readonly string[] }
  | { type: 'whole' | 'fraction'; isList: boolean; values: readonly number[] };

/** What a query may use at most. */
export interface SqlLimits {
  /** In MB. */
  memory?: number;
  /** Written to the disk while the query runs, in MB. */
  temporary?: number;
  threads?: number;
  seconds: number;
  rows: number;
}

export interface SqlQuestion {
  /** Name of the resource, for findings. */
  resource: string;
  /** Where the data are: the folder, or the server's address. */
  address: string;
  /** One SELECT, with placeholders. */
  query: string;
  /** By the name of the placeholder. */
  values: ReadonlyMap<string, SqlValue>;
  /** Files to be read as tables: path or pattern below the folder, by the name of the table. */
  files: Readonly<Record<string, string>>;
  limits: SqlLimits;
  /** Called with the columns before any row is computed. @throws Fault where they are not what was declared */
  check(columns: readonly SqlColumn[]): void;
}

export interface SqlEngine {
  /**
   * The answer as `answer.ts` reads it.
   * @throws Fault where the engine can't be asked, or refuses the query, or a limit is met
   * @throws the signal's reason, when it is aborted
   */
  ask(question: SqlQuestion, signal?: AbortSignal): Promise<string>;
}
