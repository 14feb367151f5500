/** Words for a metric that hold on its day, without a warning: what a new report says, and how it is written in MDX. */
import { advisedWords } from '../../assertions/advice.ts';
import type { Subject } from '../../assertions/subject.ts';
import { verify } from '../../assertions/verify.ts';
import { type Day, isoOf } from '../../data/day.ts';
import { evaluateAt } from '../../metrics/evaluate.ts';
import { ExpressionError } from '../../metrics/expression.ts';
import type { WordsContext } from '../report-context.ts';
import { subjectOf } from '../subject-of.ts';

export type Data = Omit<WordsContext, 'source'>;

/** The metric on its day as words are held against it; null where it has no value there. */
export function subjectOn(metric: string, at: Day, data: Data): Subject | null {
  try {
    return subjectOf(metric, at, evaluateAt(metric, at, data), data);
  } catch (fault) {
    if (fault instanceof ExpressionError) return null;
    throw fault;
  }
}

/**
 * The first wording that holds; a number or a date that does not is put right by the advice that an author would be given.
 * Null where none can be made to hold.
 */
export function trueWords(subject: Subject, wordings: readonly string[]): string | null {
  for (const wording of wordings) {
    const words = advisedWords(wording, subject);
    if (words !== null && verify(words, subject).complaints.length === 0) return words;
  }
  return null;
}

/**
 * A Fact in MDX.
 * @param words null where the value is to be printed
 * @param asOf the report's own day, which is not written
 * @param inside true inside an attribute or the front matter, which have the double quotes
 */
export function factOf({ metric, at }: Pick<Subject, 'metric' | 'at'>, words: string | null, asOf: Day, inside = false): string {
  const quote = inside ? "'" : '"';
  const day = at === asOf ? '' : ` at=${quote}${isoOf(at)}${quote}`;
  const opening = `<Fact m=${quote}${metric}${quote}${day}`;
  return words === null ? `${opening} />` : `${opening}>${inText(words)}</Fact>`;
}

/** Words as they stand in MDX: nothing in them is markup. */
export function inText(words: string): string {
  return words.replace(/[\\`*_[\]{}<>]/g, '\\$&');
}
