/** Names of lines that are windows with fixed ends: a year or a day in a name is one of the line's own window. */
import { proseNameMatcher } from '../assertions/names.ts';
import { parsePhrase } from '../assertions/phrase.ts';
import { endOfMention, exists, startOfMention } from '../assertions/when.ts';
import { type Day, isoOf, partsOf } from '../data/day.ts';
import { fixedDays } from '../metrics/shape.ts';

/** What is wrong with the name of a line, or null. */
export function dayElsewhere(name: string, expression: string): string | null {
  const window = fixedDays(expression);
  const said = window && daysIn(name).find(({ isIn }) => !isIn(window));
  return said
    ? `'${said.words}' in the name '${name}' is outside the window of ${expression}, which goes from ${isoOf(window[0])} to ${isoOf(window[1])}. Put the names in the order of the series.`
    : null;
}

interface Said {
  words: string;
  isIn(window: readonly [Day, Day]): boolean;
}

function daysIn(name: string): Said[] {
  const years = [...name.matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d|s)/g)].map(
    ([words]): Said => ({ words, isIn: ([first, last]) => Number(words) >= partsOf(first).year && Number(words) <= partsOf(last).year }),
  );
  const dates = parsePhrase(name, proseNameMatcher([])).flatMap((atom): Said[] => {
    if (atom.type !== 'date' || !exists(atom.date)) return [];
    const { date } = atom;
    // Without a year it may be that of any year the window has days in.
    const isIn: Said['isIn'] = ([first, last]) => {
      const [from, to] = date.year === 0 ? [partsOf(first).year, partsOf(last).year] : [date.year, date.year];
      return Array.from({ length: to - from + 1 }, (_unused, k) => ({ ...date, year: from + k })).some(
        (full) => startOfMention(full) <= last && endOfMention(full) >= first,
      );
    };
    return [{ words: atom.word.trim(), isIn }];
  });
  return [...years, ...dates];
}
