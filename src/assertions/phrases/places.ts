/** 'Third-widest one-day lead in data since 1999', 'second-highest close of the year', 'second-best day since 2020': with the earliest year for which each is true. */
import { partsOf } from '../../data/day.ts';
import { type History, historyOf } from '../checks/history.ts';
import { placeWord } from '../number-words.ts';
import { shareOfPlace } from '../rarity.ts';
import type { Generator, Proposal } from './generator.ts';
import { headsOf } from './heads.ts';

/** Lower places are nothing to tell of. */
const LOWEST = { inData: 10, inYears: 5 };

export const places: Generator = (subject) =>
  headsOf(subject).flatMap(({ words, sign }) => {
    const history = historyOf(subject, sign);
    return placesOf(history).map(
      ({ place, scope, compared }): Proposal => ({
        text: `${placeWord(place)}-${words} ${scope}`,
        share: shareOfPlace(history, place, compared),
      }),
    );
  });

interface Place {
  place: number;
  scope: string;
  compared: number;
}

/** Going back in time, the place falls with each better value: each place from the second on, with the earliest year from which it holds. */
function placesOf({ days, values, first, last, sign }: History): Place[] {
  const yearOf = (i: number): number => partsOf(days[i]).year;
  const [thisYear, firstYear] = [yearOf(last), yearOf(first)];
  const found = new Map<number, Place>();
  let [better, equal] = [0, 0];
  for (let i = last - 1; i >= first && better < LOWEST.inData && equal === 0; i--) {
    if (values[i] * sign > values[last] * sign) better++;
    else if (values[i] === values[last]) equal++;
    const year = yearOf(i);
    const isStart = i === first || yearOf(i - 1) < year;
    if (!isStart || better === 0 || equal > 0) continue;
    const scope = i === first ? `in data since ${firstYear}` : year === thisYear ? 'of the year' : `since ${year}`;
    if (better < (i === first ? LOWEST.inData : LOWEST.inYears)) found.set(better + 1, { place: better + 1, scope, compared: last - i });
  }
  return [...found.values()];
}
