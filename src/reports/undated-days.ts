/** Days of a living report that are told from a day of publication: it has none, and 'Tuesday' is another one each week. */
import { joinedWords } from '../assertions/loose.ts';
import { proseNameMatcher } from '../assertions/names.ts';
import { parsePhrase } from '../assertions/phrase.ts';
import type { ReportSource } from '../assertions/read.ts';
import { dayOf } from '../data/day.ts';
import { error, type Finding, type Place } from '../finding.ts';
import { formatDay } from '../metrics/format.ts';
import type { AssertionRecord } from './record.ts';

/** Their rule: in prose they may be let pass. */
export const UNDATED = 'undated-day';

/** Of Facts and of the prose around them; what others said was said on a day. Facts that fail are told of by themselves. */
export function undatedDays({ blocks, elements, source }: ReportSource, assertions: readonly AssertionRecord[]): Finding[] {
  const days = new Map(assertions.flatMap((one) => (one.kind === 'fact' && one.status === 'verified' ? [[one.id, one.at]] : [])));
  const inProse = blocks.flatMap((block) => {
    const { text, offsets } = joinedWords(block);
    return undatedIn(text).map(({ words, offset }) => undated(words, source.placeOf(offsets[offset])));
  });
  const inFacts = elements.flatMap(({ id, text, textOffsets }) => {
    const day = days.get(id);
    if (day === undefined || text === null) return [];
    return undatedIn(text).map(({ words, offset }) => undated(words, source.placeOf(textOffsets[offset]), { id, day }));
  });
  return [...inProse, ...inFacts];
}

function undated(words: string, place: Place, fact?: { id: string; day: string }): Finding {
  const write = fact ? `the date, and at="${fact.day}": '${formatDay(dayOf(fact.day), 'long').replace('\u00A0', ' ')}'` : 'the date';
  return error(UNDATED, place, `'${words}' is another day each time this living report is renewed. Write ${write}.`, fact?.id);
}

/** A weekday with its date beside it, or any such day, is no day of now: 'Tuesday, July 16', 'every Friday'. */
function undatedIn(text: string): { words: string; offset: number }[] {
  const atoms = parsePhrase(text, proseNameMatcher([]));
  return atoms.flatMap((atom, i) => {
    if (atom.type !== 'weekday' && !(atom.type === 'relative-day' && isPast(atom.word))) return [];
    const next = atoms[i + 1];
    const isDated = next?.type === 'date' && /^,?\s*$/.test(text.slice(atom.end, next.offset));
    const isAny = /\b(?:an?|any|each|every|the|that|one|following|next)\s*$/i.test(text.slice(0, atom.offset));
    return isDated || isAny ? [] : [{ words: text.slice(atom.offset, atom.end), offset: atom.offset }];
  });
}

/** 'This year' goes with the data, and is held against them. */
const isPast = (word: string): boolean => !/^(?:this|past)\b/i.test(word);
