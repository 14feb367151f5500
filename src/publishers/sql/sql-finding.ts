import { error, Fault, type Finding } from '../../finding.ts';

/** Of whom a finding is: the resource, and the folder or server that was asked. */
export interface SqlAsked {
  resource: string;
  address: string;
}

/** A finding about a query or its answer. All have a rule that begins with `sql-`, and a row in docs/raw-data.md. */
export function sqlFinding(rule: string, { resource, address }: SqlAsked, what: string, advice: string, line?: number): Finding {
  return error(`sql-${rule}`, { path: address, line }, `${resource}: ${what}${/[.!?]$/.test(what) ? '' : '.'} ${advice}`);
}

export function sqlFault(rule: string, asked: SqlAsked, what: string, advice: string, line?: number): Fault {
  return new Fault(sqlFinding(rule, asked, what, advice, line));
}

/** What an engine said, in a line. */
export function inOneLine(message: string): string {
  const text = message.replace(/\s+/g, ' ').trim();
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** Shown where the engine refuses what the query says. */
export const CORRECT_QUERY = "Correct 'query' in the declaration.";
