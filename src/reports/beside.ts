/**
 * What stands beside a Fact in its sentence and is not checked with it: a day that is not that of the value, the name of a
 * series that is not in the metric.
 */
import type { Atom } from '../assertions/atoms.ts';
import { ASSERTION, assertionsIn, joinedWords } from '../assertions/loose.ts';
import { proseNameMatcher } from '../assertions/names.ts';
import { parsePhrase } from '../assertions/phrase.ts';
import type { ReportSource } from '../assertions/read.ts';
import { namesIn } from '../assertions/series-names.ts';
import { inMention, withYear } from '../assertions/when.ts';
import { type Day, dayOf, isoOf, weekdayOf } from '../data/day.ts';
import { type Finding, warning } from '../finding.ts';
import { shapeOf } from '../metrics/shape.ts';
import type { AssertionRecord, FactRecord } from './record.ts';
import type { ReportContext } from './report-context.ts';
import { sentenceAround } from './sentences.ts';
import { titlesIn } from './subject-of.ts';

export function besideFacts(assertions: readonly AssertionRecord[], report: ReportSource, context: ReportContext): Finding[] {
  const facts = new Map(assertions.flatMap((assertion) => (assertion.kind === 'fact' ? [[assertion.id, assertion]] : [])));
  return report.blocks.flatMap((block) => {
    const { text } = joinedWords(block);
    return assertionsIn(block).flatMap(({ element, at }) => {
      const fact = facts.get(element.id);
      if (!fact) return [];
      const [start, end] = sentenceAround(text, at);
      const [after, next] = text.slice(at + 1, end).split(ASSERTION);
      const around: Around = { before: text.slice(start, at), after, isFollowed: next !== undefined };
      const place = report.source.placeOf(element.offset);
      return [otherDay(fact, around, context), otherName(fact, around, context)].flatMap((found) =>
        found ? [warning(found.rule, place, found.message, fact.id)] : [],
      );
    });
  });
}

/** The words of the sentence before the Fact, and those after it up to the next assertion. */
interface Around {
  before: string;
  after: string;
  /** True where another assertion comes after them. */
  isFollowed: boolean;
}

interface Beside {
  rule: string;
  message: string;
}

type Dated = Atom & { type: 'date' | 'weekday' };

/** The days that are named with 'on' before them. */
function daysIn(text: string): Dated[] {
  return parsePhrase(text, proseNameMatcher([])).filter(
    (atom): atom is Dated =>
      ((atom.type === 'date' && atom.date.day !== undefined) || atom.type === 'weekday') &&
      isOn(text.slice(0, atom.offset), atom.type === 'weekday'),
  );
}

/** 'On' before it; a weekday may follow the assertion without: 'fell 3.0% Tuesday'. What comes after a clause begins is of that clause. */
function isOn(before: string, isWeekday: boolean): boolean {
  if (/\b(?:after|before|which|who|when|ahead of)\b[^,;]*$/i.test(before)) return false;
  return /\bon\s+$/i.test(before) || (isWeekday && /^\s*$/.test(before));
}

/** Of a value of one day: the day just after it, the one its sentence begins with, or the one before it with nothing bound between. */
function otherDay(
  { metric, at, text, checks }: FactRecord,
  { before, after, isFollowed }: Around,
  { published }: ReportContext,
): Beside | null {
  const isOfOneDay = shapeOf(metric).windows.every((window) => window.text === '1d');
  if (!isOfOneDay || checks.some(({ what }) => what === 'date')) return null;
  const earlier = daysIn(before);
  const opening = earlier.find(({ offset }) => /^\s*on\s+$/i.test(before.slice(0, offset)));
  const near = earlier.findLast(
    ({ offset, end }) =>
      !before.slice(end).includes(ASSERTION) && !new RegExp(`${ASSERTION}\\s+(?:on\\s+)?$`, 'i').test(before.slice(0, offset)),
  );
  // '4.62% on July 9, on July 16 4.43%': a day in a clause of the next assertion is of that one.
  const own = isFollowed ? after.split(/[,;]|\b(?:and|but|then)\b/)[0] : after;
  const day = daysIn(own)[0] ?? near ?? opening;
  if (!day) return null;
  const value = dayOf(at);
  const isIn = (year: Day): boolean => day.type === 'date' && inMention(value, withYear(day.date, year));
  if (day.type === 'weekday' ? weekdayOf(value) === day.weekday : isIn(published)) return null;
  // Without a year it is the last such day before the publication.
  const message = isIn(value)
    ? `'on ${day.word}' has no year, and a reader of the day of publication takes it for another than ${isoOf(value)}, of which '${text}' is. Write the year.`
    : `'on ${day.word}' stands beside '${text}', and the value is of ${isoOf(value)}. Write at="…" with the day that is meant, or move the date.`;
  return { rule: 'date-beside', message };
}

/** 'A yield back below' the Fact: what the name is held against. */
const THRESHOLD = /\b(?:below|above|under|than)\b|\bover\s*$/i;

/** The name just before it, where the sentence has named nothing of the metric so far and the Fact does not. */
function otherName({ metric, text }: FactRecord, { before, after }: Around, context: ReportContext): Beside | null {
  const titles = titlesIn(metric, context);
  const names = namesIn(before, { titles });
  const [next] = namesIn(after, { titles }).sort((a, b) => a.offset - b.offset);
  // 'After Tesla fell, …', 'Tesla’s news hit stocks': the name is that of another clause.
  if (/[;,:]|[’']s\b/.test(before.slice(names.at(0)?.offset ?? 0))) return null;
  const isOwn = [...names, ...namesIn(text, { titles }), ...(next ? [next] : [])].some(({ side }) => side !== 'other');
  const last = names.find(({ offset, title }) => !before.slice(offset + title.length).includes(ASSERTION));
  if (!last || isOwn || THRESHOLD.test(before.slice(last.offset + last.title.length))) return null;
  return {
    rule: 'name-beside',
    message: `'${last.title}' stands before '${text}', and is not in the metric, ${metric}. Name what is measured.`,
  };
}
