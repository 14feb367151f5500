/** An assertion on newer data of the same days: where it differs from what was published, the publisher has revised something. */
import { advisedWords } from '../assertions/advice.ts';
import { WARNINGS } from '../assertions/subject.ts';
import type { Answer, Stated } from './evaluate-report.ts';
import { type Valued, valuedIn } from './valued.ts';

export interface RestatedMark {
  /**
   * `unchanged`: the same value at full precision, and the words hold. `restated`: another value, and what is said of it still holds.
   * `broken-by-revision`: the words of a Fact no longer hold, or a Reported is no longer what the report says of it.
   * Of a living report, which speaks of the newer data: `moved` where it holds on them, `stopped` where it does not.
   */
  mark: 'unchanged' | 'restated' | 'broken-by-revision' | 'no-value' | 'moved' | 'stopped';
  value: Valued | null;
  /** What the report prints and what it would have to; null where that is the same. `now` is null where no words could be drafted. */
  text: { was: string; now: string | null } | null;
  /** Where its status is another than in the record: that status. */
  status: Stated['record']['status'] | null;
  /** What is wrong with the words, or why there is no value. */
  why: string[];
}

/** @param published the assertion on its report's own snapshot, @param newer on the newer one */
export function markRestated({ element, record }: Stated, published: Answer, newer: Answer): RestatedMark {
  if (!newer.computed) return { mark: 'no-value', value: null, text: null, status: null, why: [newer.why] };
  const { subject, verdict, record: found } = newer.computed;
  const value = valuedIn(found);
  const isSame = published.computed?.record.value === found.value;
  const status = 'status' in published && published.status !== newer.status ? newer.status : null;
  const why = verdict.complaints.flatMap(({ rule, message }) => (WARNINGS.includes(rule) ? [] : [message]));
  if (status !== null) {
    const text = record.kind === 'fact' ? { was: record.text, now: advisedWords(record.text, subject) } : null;
    return { mark: 'broken-by-revision', value, text, status, why };
  }
  const isPrinted = element.text === null && record.text !== found.display;
  return {
    mark: isSame ? 'unchanged' : 'restated',
    value,
    text: isPrinted ? { was: record.text, now: found.display } : null,
    status,
    why: [],
  };
}
