/**
 * What the project tells a person about their input: a finding, always with a rule name and a place.
 * A finding is data; `Fault` carries findings up to the command that prints them.
 */

export type Severity = 'error' | 'warning';

/** Where in the input: a path as the user knows it, with line and column counted from 1. */
export interface Place {
  path: string;
  line?: number;
  column?: number;
}

export interface Finding extends Place {
  /** Permanent kebab-case name, so that tools and docs can refer to it. */
  rule: string;
  severity: Severity;
  /** What is wrong. What the data say. What to write instead. */
  message: string;
  /** Id of the assertion or figure concerned, if any. */
  assertion?: string;
  /** Words that hold, to be written in place of the assertion's; left out where none are known. */
  advised?: string;
}

/** An error of the user's input, or of the data: has findings instead of a stack trace. */
export class Fault extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: Finding | readonly Finding[]) {
    const list = Array.isArray(findings) ? (findings as readonly Finding[]) : [findings as Finding];
    super(list.map(formatFinding).join('\n'));
    this.name = 'Fault';
    this.findings = list;
  }
}

/** `path:line:column  error rule  message`: the form editors and terminals make clickable. */
export function formatFinding(finding: Finding): string {
  const { path, line, column, severity, rule, message } = finding;
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  return `${place}  ${severity} ${rule}  ${message}`;
}

/** Those of one file together and in the order of its text; files in the order in which they come. */
export function byPlace<F extends Finding>(findings: readonly F[]): F[] {
  const files = [...new Set(findings.map(({ path }) => path))];
  return files.flatMap((file) =>
    findings.filter(({ path }) => path === file).sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
  );
}

/** Shorthand for a finding that blocks. */
export function error(rule: string, place: Place, message: string, assertion?: string): Finding {
  return { rule, severity: 'error', ...place, message, ...(assertion ? { assertion } : {}) };
}

/** Shorthand for a finding that is only recorded. */
export function warning(rule: string, place: Place, message: string, assertion?: string): Finding {
  return { ...error(rule, place, message, assertion), severity: 'warning' };
}
