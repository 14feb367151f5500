/** The figure of a value among all others of its metric: how often each came, with this one marked. */
import { inWords } from '../charts/in-words.ts';
import { type Day, isoOf, partsOf } from '../data/day.ts';
import { countWord } from '../metrics/count-word.ts';
import { formatDay, printedDecimal } from '../metrics/format.ts';
import { UNIT_WORDS } from '../metrics/unit-words.ts';
import type { FigureView } from './compile-figure.ts';
import { inputRecords } from './inputs.ts';
import type { History, NoHistory } from './metric-history.ts';

/** Fewer values have no shape. */
const FEWEST = 30;

export function figureOfHistory({ line, inputs, ...history }: History): FigureView | NoHistory {
  if (line.values.length < FEWEST)
    return { why: `There are only ${countWord(line.values.length)} such ${history.noun}, too few to show how they spread.` };
  if (line.values.every((value) => value === line.values[0])) return { why: `All ${history.noun} have the same value.` };
  const [from, to] = [line.days[0], line.days[line.days.length - 1]];
  const title = findingOf(history);
  const data = { lines: [line], from, to, digest: '', inputs };
  const subtitle = `How often each value came among all ${history.noun} from ${monthOf(from)} to ${monthOf(to)}, in ${UNIT_WORDS[line.unit]}`;
  return {
    spec: {
      id: 'context',
      kind: 'distribution',
      title: [title],
      subtitle: [subtitle],
      note: [],
      description: [],
      wide: false,
      annotations: {},
    },
    data,
    record: {
      id: 'context',
      line: 0,
      kind: 'distribution',
      title,
      series: [line.expression],
      from: isoOf(from),
      to: isoOf(to),
      digest: '',
      summary: [],
      inputs: inputRecords(inputs),
    },
    terms: { numbers: [], windows: [], days: [] },
  };
}

/** How many lie beyond it, on the side where fewer do: 'None of the 6,419 earlier five-session windows had a larger value'. */
export function findingOf({ noun, larger, smaller, equal }: Pick<History, 'noun' | 'larger' | 'smaller' | 'equal'>): string {
  const [beyond, word] = larger <= smaller ? [larger, 'larger'] : [smaller, 'lower'];
  const others = `of the ${printedDecimal(larger + smaller + equal, 0)} earlier ${noun}`;
  const ties = equal === 0 ? '' : `, ${printedDecimal(equal, 0)} had the same`;
  return `${beyond === 0 ? 'None' : inWords(beyond)} ${others} had a ${word} value${ties}`;
}

/** 'January 1999'. */
export function monthOf(day: Day): string {
  const [month] = formatDay(day, 'long').split('\u00A0');
  return `${month} ${partsOf(day).year}`;
}
