/** A rule by its permanent name, as it stands in findings and in docs/checks.md. */
import { error, type Finding, type Place, type Severity, warning } from '../../finding.ts';

export interface Rule {
  name: string;
  /** An error keeps the snapshot from being made, a warning is printed. */
  severity: Severity;
  /** What trips it. */
  trips: string;
  /** The threshold in words, '' where there is none. */
  threshold: string;
  /** What to do about it. */
  remedy: string;
}

/** A finding of a rule: what is wrong, what was expected, what to do. */
export function found(rule: Rule, place: Place, message: string): Finding {
  return (rule.severity === 'error' ? error : warning)(rule.name, place, message);
}
