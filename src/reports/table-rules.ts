/** The rules that a table must pass before it enters a snapshot, as docs/checks.md lists them. A test keeps that page as the code is. */
import { readFileSync } from 'node:fs';

export interface TableRule {
  name: string;
  severity: 'error' | 'warning';
  /** What trips it. */
  trips: string;
  /** '' where there is none. */
  threshold: string;
}

/** In the order of the page. */
export function readTableRules(): TableRule[] {
  return readFileSync('docs/checks.md', 'utf8')
    .split('\n')
    .flatMap((line): TableRule[] => {
      const [, name, severity, trips, threshold] = /^\| `([a-z-]+)` \| (error|warning) \| (.*?) \| (.*?) ?\| .* \|$/.exec(line) ?? [];
      return severity === 'error' || severity === 'warning' ? [{ name, severity, trips, threshold }] : [];
    });
}
