/**
 * What a new report states of its series: one sentence of each kind, made from the data of its day and held against them. Where the data
 * give none of a kind (no streak ends on that day, no other series can be compared), there is no such sentence.
 */
import { placeWord } from '../../assertions/number-words.ts';
import type { Subject } from '../../assertions/subject.ts';
import { mentionLike } from '../../assertions/when.ts';
import { type Day, isoOf } from '../../data/day.ts';
import { printedDecimal } from '../../metrics/format.ts';
import type { Unit } from '../../metrics/units.ts';
import { asPronoun, type Named, type Spoken, speakingOf } from './speaking-of.ts';
import { type Data, factOf, inText, subjectOn, trueWords } from './true-words.ts';

/** Sentences in MDX, by what they state; null where the data give none. */
export type Statements = Record<(typeof KINDS)[number], string | null>;

const KINDS = [
  'standfirst',
  'level',
  'move',
  'superlative',
  'difference',
  /** As the two before, of what the sentence before spoke of: 'It'. */
  'superlativeOfIt',
  'differenceOfIt',
  'streakOfIt',
  'start',
  'figure',
] as const;

/** How many observations the move looks back, and the figure. */
const MOVE = 5;
const DRAWN = 60;

const dayWords = (day: Day): string => mentionLike({ month: 1, day: 1 }, day);

/**
 * @param series what the report is about
 * @param other what it is compared with; null where there is nothing alike
 * @param data whose asOf is the report's
 */
export function statementsOn(series: Named, other: Named | null, data: Data): Statements {
  const level = levelOf(series, data);
  if (!level) return Object.fromEntries(KINDS.map((kind) => [kind, null])) as Statements;
  const spoken = speakingOf(series);
  const about: About = { series, level, spoken, other: other && otherOf(other, data), data };
  const ofIt: About = { ...about, spoken: asPronoun(spoken) };
  const move = moveOf(about);
  return withoutStrayCommas({
    standfirst: move && `${spoken.Name} ${wentWords(about, move, true)}.`,
    level: `On ${dayWords(level.at)} ${spoken.name} ${spoken.stood} ${factOf(level, null, data.asOf)}.`,
    move: move && `${spoken.Name} ${wentWords(about, move)}.`,
    superlative: superlativeOf(about),
    difference: differenceOf(about),
    superlativeOfIt: superlativeOf(ofIt),
    differenceOfIt: differenceOf(ofIt),
    streakOfIt: streakOf(ofIt),
    start: move && !isFlat(move.subject) ? startOf(about) : null,
    figure: figureOf(about),
  });
}

/** A name that has a comma is followed by one, but for the end of a sentence. */
function withoutStrayCommas(statements: Statements): Statements {
  return Object.fromEntries(
    Object.entries(statements).map(([kind, sentence]) => [kind, sentence?.replace(/,(?=[.,])/g, '') ?? null]),
  ) as Statements;
}

interface About {
  series: Named;
  level: Subject;
  spoken: Spoken;
  other: { series: Named; level: Subject; spoken: Spoken } | null;
  data: Data;
}

/** The series on its last day that the report may see. */
function levelOf({ id }: Named, data: Data): Subject | null {
  const on = subjectOn(id, data.asOf, data);
  if (on) return on;
  const last = lastDay(id, data);
  return last === null ? null : subjectOn(id, last, data);
}

/** The last day up to the report's on which a metric has a value; null where it has none. */
export function lastDay(metric: string, data: Data): Day | null {
  const days = data.snapshot.series.get(metric)?.days ?? [];
  const day = Array.from(days).findLast((day) => day <= data.asOf);
  return day ?? null;
}

function otherOf(series: Named, data: Data): About['other'] {
  const level = levelOf(series, data);
  return level && { series, level, spoken: speakingOf(series) };
}

/** A rate changes by basis points; anything else is told by its return. */
const moveMetric = (id: string, unit: Unit, window: string): string =>
  unit === 'percent' ? `change(${id}, ${window})` : `return(${id}, ${window})`;

/** A number of a unit in which a move is told: one, to be put right. */
const one = (unit: Unit): string => (unit === 'basis points' ? '1 basis points' : '1.0%');

/** A move that is printed as nothing. */
const isFlat = ({ value, unit }: Pick<Subject, 'value' | 'unit'>): boolean => Math.abs(value) < (unit === 'basis points' ? 0.5 : 0.0005);

/** 'Rose 1.2%', or 'was little changed'. */
function wentWords({ spoken, data }: About, { subject, words }: Told, inside = false): string {
  const fact = factOf(subject, words, data.asOf, inside);
  return isFlat(subject) ? `${spoken.it === 'it' ? 'was' : 'were'} ${fact}` : fact;
}

const wentOf = (value: number): string => (value < 0 ? 'fell' : 'rose');

interface Told {
  subject: Subject;
  words: string;
}

function told(metric: string, at: Day, data: Data, wordings: (subject: Subject) => readonly string[]): Told | null {
  const subject = subjectOn(metric, at, data);
  const words = subject && trueWords(subject, wordings(subject).map(oneUnit(subject)));
  return subject && words !== null ? { subject, words: words.replace(/(?<![\d.,])1 basis points\b/, '1 basis point') } : null;
}

/** A single basis point is not 'basis points'. */
const oneUnit =
  ({ unit, value }: Subject) =>
  (wording: string): string =>
    unit === 'basis points' && Math.round(Math.abs(value)) === 1 ? wording.replace('1 basis points', '1 basis point') : wording;

function moveOf({ series: { id }, level: { unit, at }, data }: About): Told | null {
  return told(moveMetric(id, unit, `${MOVE}d`), at, data, ({ value, unit }) =>
    isFlat({ value, unit })
      ? ['unchanged in five sessions', 'little changed in five sessions', 'unchanged']
      : [`${wentOf(value)} ${one(unit)} in five sessions`, `${wentOf(value)} ${one(unit)}`],
  );
}

/** Of the level, whichever of highest and lowest reaches further back; where its rival is too near, of the last move. */
function superlativeOf({ series: { id }, level, spoken, data }: About): string | null {
  const before = dayWords(level.column.days.at(-2) ?? level.at);
  const { highest, lowest } = reachOf(level);
  const [first, second] = highest >= lowest ? ['highest', 'lowest'] : ['lowest', 'highest'];
  const ofLevel = trueWords(
    level,
    [first, second].map((word) => `${spoken.its} ${word} ${spoken.level} since ${before}`),
  );
  if (ofLevel !== null && Math.max(highest, lowest) > 1)
    return `${spoken.Name} ${spoken.it === 'it' ? 'stands' : 'stand'} at ${factOf(level, ofLevel, data.asOf)}.`;
  const move = told(moveMetric(id, level.unit, '1d'), level.at, data, ({ value, unit }) =>
    isFlat({ value, unit }) ? [] : [`${wentOf(value)} ${one(unit)}, the most since ${before}`],
  );
  return move && `In the last session ${spoken.name} ${factOf(move.subject, move.words, data.asOf)}.`;
}

/** How many observations before the last were all lower, and all higher. */
function reachOf({ column: { values } }: Subject): { highest: number; lowest: number } {
  const last = values.length - 1;
  const run = (isAsGood: (value: number) => boolean): number => last - 1 - values.subarray(0, last).findLastIndex(isAsGood);
  return { highest: run((value) => value >= values[last]), lowest: run((value) => value <= values[last]) };
}

/** Of the series itself; null where it has just turned: the run of an average is no news. */
function streakOf({ series: { id }, level: { at }, spoken, data }: About): string | null {
  const run = told(`streak(${id})`, at, data, ({ value }) =>
    Math.abs(value) < 2 ? [] : [`${wentOf(value)} for the ${placeWord(Math.abs(value))} straight day`],
  );
  return run && `${spoken.It} ${factOf(run.subject, run.words, data.asOf)}.`;
}

function differenceOf({ series, level, spoken, other, data }: About): string | null {
  if (!other || other.level.unit !== level.unit) return null;
  const at = Math.min(level.at, other.level.at);
  const isRate = level.unit === 'percent';
  const [ahead, behind] = isRate ? ['above', 'below'] : ['ahead', 'behind'];
  const metric = isRate ? `${series.id} - ${other.series.id}` : `return(${series.id}, ${MOVE}d) - return(${other.series.id}, ${MOVE}d)`;
  const difference = told(metric, at, data, ({ value, unit }) => {
    const words = `${sizeOf(value, unit)} ${value > 0 ? ahead : behind}`;
    return value === 0 ? [] : isRate ? [words] : [`${words} in five sessions`, words];
  });
  if (!difference) return null;
  const fact = factOf(difference.subject, difference.words, data.asOf);
  if (isRate) return `${spoken.Name} stood ${fact} ${other.spoken.name}.`;
  return `Compared with ${other.spoken.name}, ${spoken.name} ${spoken.it === 'it' ? 'was' : 'were'} ${fact}.`;
}

/** The size of a difference as it is printed. */
function sizeOf(value: number, unit: Unit): string {
  const isRate = unit === 'basis points';
  return `${printedDecimal(Math.abs(isRate ? value : value * 100), isRate ? 0 : 1)} ${isRate ? 'basis' : 'percentage'} points`;
}

/** Where it stood when the move began. */
function startOf({ series: { id }, level, spoken, data }: About): string | null {
  const begin = level.column.days.at(-1 - MOVE);
  const subject = begin === undefined ? null : subjectOn(id, begin, data);
  return (
    subject &&
    `A return to ${factOf(subject, null, data.asOf)}, where ${spoken.name} stood on ${dayWords(subject.at)}, would undo the move.`
  );
}

/** The day on which the figure begins: far enough back that there is something to see; null where the series has never moved. */
function drawnFrom({ column: { days, values } }: Subject): Day | null {
  const last = values.length - 1;
  const moved = values.findLastIndex((value) => value !== values[last]);
  return moved < 0 ? null : days[Math.max(0, Math.min(last - DRAWN, moved - DRAWN / 4))];
}

/** In an attribute, which is in double quotes. */
const inAttribute = (text: string): string => text.replaceAll('"', '”');

function figureOf(about: About): string | null {
  const { series, level, spoken, other, data } = about;
  const { id, title, basis } = series;
  const from = drawnFrom(level);
  if (from === null) return null;
  const isAlike = other !== null && other.level.unit === level.unit;
  const to = level.at === data.asOf ? '' : ` to="${isoOf(level.at)}"`;
  const drawn = (attributes: string, title: string, subtitle: string): string =>
    `<Figure ${attributes} from="${isoOf(from)}"${to} title="${inAttribute(title)}" subtitle="${inAttribute(subtitle)}" />`;
  const since = dayWords(from);
  if (basis === 'volume') {
    const multiple = told(`multiple(${id}, 20)`, level.at, data, () => ['1.0 times the average of the prior 20 sessions']);
    return (
      multiple &&
      drawn(
        `kind="average-bars" series="${id}" average="20"`,
        `${spoken.Name} ${spoken.stood} ${factOf(multiple.subject, multiple.words, data.asOf, true)}`,
        'A bar a session, and the average of 20 sessions as a line',
      )
    );
  }
  const move = told(moveMetric(id, level.unit, `since ${isoOf(from)}`), level.at, data, ({ value, unit }) =>
    isFlat({ value, unit }) ? ['unchanged', 'little changed'] : [`${wentOf(value)} ${one(unit)} since ${since}`],
  );
  if (!move) return null;
  const heading = `${spoken.Name} ${wentWords(about, move, true)}`;
  if (level.unit !== 'percent')
    return drawn(
      `kind="indexed-lines" series="${[id, ...(isAlike ? [other.series.id] : [])].join(', ')}"`,
      heading,
      `${since} = 100, ${basis === 'price' ? 'daily closes' : 'daily values'}`,
    );
  const [kind, second, name, unit] = isAlike
    ? ['lines', other.series.id, other.series.title, 'Percent a year']
    : ['stacked-panels', `change(${id}, ${MOVE}d)`, 'Its change over five sessions', 'Percent a year; basis points'];
  return drawn(
    `kind="${kind}" series="${id}, ${second}" names="${[title, name].map((one) => inAttribute(inText(one))).join('; ')}"`,
    heading,
    unit,
  );
}
