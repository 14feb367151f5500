/** An assertion of a living report on newer data, of which it now speaks: what it says moves with them, and may stop being true. */
import { advisedWords } from '../assertions/advice.ts';
import { WARNINGS } from '../assertions/subject.ts';
import type { Answer, Stated } from './evaluate-report.ts';
import type { RestatedMark } from './mark-restated.ts';
import { valuedIn } from './valued.ts';

/** @param recorded the assertion as its record has it, @param newer on the newer data */
export function markRenewed({ element, record }: Stated, recorded: Answer, newer: Answer): RestatedMark {
  if (!newer.computed) return { mark: 'stopped', value: null, text: { was: record.text, now: null }, status: null, why: [newer.why] };
  const { subject, verdict, record: found } = newer.computed;
  const value = valuedIn(found);
  const why = verdict.complaints.flatMap(({ rule, message }) => (WARNINGS.includes(rule) ? [] : [message]));
  const expected = element.attributes.get('expect')?.value ?? newer.status;
  if (record.kind === 'fact' && newer.status === 'fails')
    return { mark: 'stopped', value, text: { was: record.text, now: advisedWords(record.text, subject) }, status: 'fails', why };
  if (newer.status !== expected)
    return {
      mark: 'stopped',
      value,
      text: { was: record.text, now: null },
      status: newer.status,
      why: [`Expected: ${expected}. Found: ${newer.status}.`, ...why, `Write expect="${newer.status}", or take another metric.`],
    };
  // Told by the value: of a window with fixed ends only the day on which it is read is another.
  const isSame = recorded.computed?.record.value === found.value;
  const isPrinted = element.text === null && record.text !== found.display;
  return {
    mark: isSame ? 'unchanged' : 'moved',
    value,
    text: isPrinted ? { was: record.text, now: found.display } : null,
    status: record.status === newer.status ? null : newer.status,
    why: [],
  };
}
