/** 'Third-widest one-day lead in data since 1999', 'second-highest close of the year', 'second-best day since 2020': with the earliest year for which each is true. */
import { partsOf } from '../../data/day.ts';
import { type History, historyOf } from '../checks/history.ts';
import { placeWord } from '../number-words.ts';
import { shareOfPlace } from '../rarity.ts';
import type { Generator, Proposal } from './generator.ts';
import { headsOf } from './heads.ts';

/** Lower places are nothing to tell of. */
const LOWEST = { inData: 10, inYears: 5 };
/** A place is told of where at least so many values were compared for each of it: no more than one in twenty has it. */
const FEWEST = 20;
/** 'Since last year' is read as since its end, and would say more than it does. */
const EARLIEST_YEARS_AGO = 2;

export const places: Generator = (subject) =>
  headsOf(subject).flatMap(({ words, sign }) => {
    const history = historyOf(subject, sign);
    return placesOf(history).map(({ place, tied, scope, compared }): Proposal => {
      const head = place === 1 ? words : `${placeWord(place)}-${words}`;
      return { text: `${tied ? 'tied for ' : ''}${head} ${scope}`, share: shareOfPlace(history, place, compared) };
    });
  });

interface Place {
  place: number;
  /** True where an earlier value is the same. */
  tied: boolean;
  scope: string;
  compared: number;
}

/**
 * Going back in time, the place falls with each better value: each place from the second on, with the earliest year from which it holds.
 * A tie is told of where it is one in all the data.
 */
function placesOf({ days, values, first, last, sign }: History): Place[] {
  const yearOf = (i: number): number => partsOf(days[i]).year;
  const [thisYear, firstYear] = [yearOf(last), yearOf(first)];
  const found = new Map<number, Place>();
  let [better, equal] = [0, 0];
  let i = last - 1;
  for (; i >= first && better + equal < LOWEST.inData; i--) {
    if (values[i] * sign > values[last] * sign) better++;
    else if (values[i] === values[last]) equal++;
    const year = yearOf(i);
    const isVague = year < thisYear && year > thisYear - EARLIEST_YEARS_AGO;
    if (i === first || yearOf(i - 1) === year || isVague || better === 0 || equal > 0 || better >= LOWEST.inYears) continue;
    const scope = year === thisYear ? 'of the year' : `since ${year}`;
    found.set(better + 1, { place: better + 1, tied: false, scope, compared: last - i });
  }
  const places = [...found.values()];
  const isWhole = i < first && better + equal > 0 && better + equal < LOWEST.inData;
  const inData = { place: better + 1, tied: equal > 0, scope: `in data since ${firstYear}`, compared: last - first };
  return [...(isWhole ? [...places.filter(({ place }) => place !== inData.place || inData.tied), inData] : places)].filter(
    ({ place, compared }) => compared >= FEWEST * place,
  );
}
