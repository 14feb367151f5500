/**
 * The most remarkable true statements about a series on a day: of every metric that fits it the words that are true, ordered by how rarely
 * as much can be said (`src/assertions/rarity.ts`), with no kind of statement told over and over.
 */
import type { Subject } from '../assertions/subject.ts';
import { isPlainlyTrue, type TruePhrase, truePhrases } from '../assertions/true-phrases.ts';
import { type Day, isoOf } from '../data/day.ts';
import { startOfPeriod } from '../metrics/column.ts';
import { evaluateAt, evaluateColumn } from '../metrics/evaluate.ts';
import { ExpressionError, parseExpression } from '../metrics/expression.ts';
import { printExpression } from '../metrics/print-expression.ts';
import { type AskDesk, type Asked, ask, factOf, sessionAsked, withPlace } from './ask.ts';
import { type Candidate, candidatesAgainst, candidatesOf, candidatesOfMetric, FROM, TO, typedDay } from './fact-candidates.ts';
import { againstNamed, beside, nameOf } from './fact-series.ts';

export interface RemarkableFact {
  family: Candidate['family'];
  metric: string;
  at: string;
  /** The share of the values so far of which as much could have been said. */
  share: number;
  /** As it is pasted into a report. */
  sentence: string;
}

export interface RemarkableFacts {
  /** The series, or the metric as it is always written. */
  metric: string;
  at: string;
  snapshot: string;
  /** Ids of the series it was held against. */
  against: string[];
  /** How many metrics were looked at. The rarest of so many is one in so many by chance alone. */
  looked: number;
  /** The most remarkable first. */
  facts: RemarkableFact[];
}

/** What more than every fifth value could be said of is not told as the best or the worst of anything. */
const NEWS = 0.2;
/** What every second value could be said of is not told at all. */
const OFTEN = 0.5;
/** A further statement of one kind, and of one window, counts as so many times as frequent. */
const AGAIN = { family: 4, window: 2 };
/** Days after the end of a whole period for which it is still told of. */
const RECENT = 7;

/**
 * @param expression a series, or a metric
 * @param against ids of series to hold it against; none for those of its table that have its unit
 * @throws Fault where an expression is wrong, or two series have no unit in common
 */
export function remarkableFacts(
  expression: string,
  against: readonly string[],
  at: Day | null,
  most: number,
  desk: AskDesk,
): RemarkableFacts {
  const session = sessionAsked(at, desk);
  const asked = withPlace(expression, () => ask(expression, session, desk));
  const metric = printExpression(parseExpression(expression));
  const series = nameOf(metric, asked.found.unit, desk);
  const others = against.length > 0 ? againstNamed(metric, against, asked, desk) : series ? beside(series, desk) : [];
  const candidates = series
    ? [...candidatesOf(series), ...others.flatMap((other) => candidatesAgainst(series, other))]
    : candidatesOfMetric(metric);
  const told = candidates.flatMap((candidate) => factsOf(candidate, asked.found.day, desk));
  return {
    metric,
    at: isoOf(asked.found.day),
    snapshot: desk.snapshot.id,
    against: others.map(({ id }) => id),
    looked: told.length,
    facts: chosen(
      told.filter((fact): fact is Fact => fact !== null && fact.share <= OFTEN),
      most,
    ),
  };
}

interface Fact extends RemarkableFact {
  window: string;
}

/** The statement; null where there is nothing to tell; empty where the metric has no value. */
function factsOf(candidate: Candidate, day: Day, desk: AskDesk): (Fact | null)[] {
  try {
    const session = candidate.whole ? endOfWhole(candidate, day, desk) : day;
    if (session === null) return [];
    const asked = ask(candidate.metric, session, desk);
    // A series that has stopped tells nothing of the day.
    return asked.found.day === session ? [factIn(candidate, asked, desk)] : [];
  } catch (fault) {
    if (fault instanceof ExpressionError) return [];
    throw fault;
  }
}

/** The last day of the last whole period, where that is not long ago. */
function endOfWhole({ whole, metric }: Candidate, day: Day, { snapshot, calendar, named }: AskDesk): Day | null {
  const period = whole ?? 'week';
  const first = startOfPeriod(period, day);
  const [next] = calendar.sessions(day + 1, day + RECENT);
  const end = next !== undefined && startOfPeriod(period, next) === first ? first - 1 : day;
  const { days } = evaluateColumn(metric, { snapshot, calendar, named, asOf: end }).column;
  const last = days[days.length - 1];
  return last !== undefined && day - last <= RECENT ? last : null;
}

function factIn(candidate: Candidate, asked: Asked, desk: AskDesk): Fact | null {
  const { subject, metric } = asked;
  const words = wordsOf(candidate, subject);
  if (!words) return null;
  const day = typedDay(subject.at);
  const before = candidate.before.replace(FROM, () => fromOf(candidate, asked)).replace(TO, day);
  const isDated = before.includes(day) || words.text.includes(day);
  const sentence = `${isDated ? '' : `On ${day} `}${before}${factOf(metric, subject.at, words, desk)}.`;
  return {
    family: candidate.family,
    metric,
    at: isoOf(subject.at),
    share: words.share,
    window: subject.shape.windows[0]?.text ?? '',
    sentence: sentence.replace(/^./, (letter) => letter.toUpperCase()),
  };
}

/** The day that a move is measured from. */
function fromOf({ from, metric }: Candidate, { found, context }: Asked): string {
  const { column } = evaluateAt(from ?? metric, found.day, context);
  return typedDay(column.reach(column.days.length - 1)[0]);
}

/** The value with the rarest superlative that goes with it, else the one or the other by itself. */
function wordsOf({ family, told, its, noun }: Candidate, subject: Subject): Pick<TruePhrase, 'text' | 'share'> | null {
  const phrases = truePhrases(subject);
  const values = told(subject);
  const ofValue = /streak/.test(family) ? 'streak' : 'number';
  const share = phrases.find(({ kind }) => kind === ofValue)?.share ?? 1;
  const best = phrases.filter(
    ({ kind, share: rarity, text }) => (kind === 'superlative' || kind === 'place') && rarity <= NEWS && (noun?.test(text) ?? true),
  );
  for (const superlative of best) {
    // After 'led the S&P 500' a lead could be that of the other.
    const heads = [superlative.text, superlative.text.replace(/ (?:lead|lag)\b/, ' gap').replace(/ of (?:out|under)performance/, '')];
    const texts = heads.flatMap((head) => {
      const said = /^tied /.test(head) ? head : `${its} ${head}`;
      return values.length > 0 ? values.map((value) => `${value}, ${said}`) : [said];
    });
    const text = texts.find((words) => isPlainlyTrue(words, subject));
    if (text) return { text, share: Math.min(share, superlative.share) };
  }
  const text = values.find((words) => isPlainlyTrue(words, subject));
  return text ? { text, share } : null;
}

/** One after the other the rarest, where what is of a kind or a window that was told counts as more frequent. */
function chosen(facts: readonly Fact[], most: number): RemarkableFact[] {
  const left = [...facts];
  const taken: Fact[] = [];
  const weight = ({ share, family, window }: Fact): number => {
    const again = (key: 'family' | 'window', value: string): number =>
      AGAIN[key] ** taken.filter((fact) => value !== '' && fact[key] === value).length;
    return share * again('family', family) * again('window', window);
  };
  while (taken.length < most && left.length > 0) {
    const next = left.reduce((best, fact) => (weight(fact) < weight(best) ? fact : best));
    taken.push(...left.splice(left.indexOf(next), 1));
  }
  return taken.sort((a, b) => a.share - b.share).map(({ window: _window, ...fact }) => fact);
}
