/** A phrase of the author's, held against a metric before it stands in any report: as `check` would hold it. */
import { advisedWords } from '../assertions/advice.ts';
import { WARNINGS } from '../assertions/subject.ts';
import { verify } from '../assertions/verify.ts';
import { error, type Finding, warning } from '../finding.ts';
import { type AskDesk, type Asked, factOf } from './ask.ts';
import { windowDependent } from './compute.ts';
import { neighboursOf } from './neighbours.ts';

export interface Said {
  text: string;
  holds: boolean;
  /** Their path is the phrase. One that holds may have warnings. */
  findings: Finding[];
  /** As it is pasted into a report: the phrase where it holds, else the one nearest to it that would; null where none is known. */
  fact: string | null;
}

/** @param words as written */
export function saidOf(words: string, { metric, found, subject, context }: Asked, desk: AskDesk): Said {
  const text = words.trim().replace(/\s+/g, ' ');
  const { checks, complaints } = verify(text, subject);
  const isTrue = checks.length > 0 && checks.every(({ ok }) => ok) && complaints.every(({ rule }) => WARNINGS.includes(rule));
  const neighbours = isTrue ? neighboursOf(text, subject, context) : null;
  const all = neighbours && neighbours.holding * 2 < neighbours.windows ? [...complaints, windowDependent(text, neighbours)] : complaints;
  const written = isTrue ? text : advisedWords(text, subject);
  return {
    text,
    holds: isTrue,
    findings: all.map(({ rule, offset, message }) =>
      (WARNINGS.includes(rule) ? warning : error)(rule, { path: text, line: 1, column: offset + 1 }, message),
    ),
    fact: written === null ? null : factOf(metric, found.day, { text: written }, desk),
  };
}
