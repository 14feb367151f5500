/**
 * What others said, from the reports that the desk has published: their words, their source and their metric are known to hold. A new
 * report begins with these; no person, no source and no words are made up.
 */
import type { Element } from '../../assertions/element.ts';
import { readReport } from '../../assertions/read.ts';
import { dayOf, isoOf } from '../../data/day.ts';
import { parseExpression, seriesIn } from '../../metrics/expression.ts';
import type { Cards } from '../attribution.ts';
import type { Published } from '../marks.ts';
import type { AssertionRecord } from '../record.ts';
import { type Named, speakingOf } from './speaking-of.ts';
import { type Data, factOf, inText, subjectOn } from './true-words.ts';

/** Somebody else's figure, words or forecast, as it stands in a published report. */
interface Said {
  element: Element;
  record: Exclude<AssertionRecord, { kind: 'fact' }>;
}

/** What others said, newest report first, and what is needed to say it again. */
export interface Heard {
  said: readonly Said[];
  cards: Cards;
  /** How a series is called. */
  named(id: string): Named | null;
  data: Data;
}

/**
 * @param reports newest last
 * @param source null for any
 */
export function heardIn(reports: readonly Published[], source: string | null, { cards, named, data }: Omit<Heard, 'said'>): Heard {
  const all = reports
    .toReversed()
    .flatMap(saidIn)
    .filter((one) => (source === null || one.record.source === source) && isKnown(one, cards, data));
  // Of words that several reports have, those of the newest.
  const said = [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
  return { said, cards, named, data };
}

/** A block with somebody's words; null where there are none. */
export function quoteIn({ said, data }: Heard): string | null {
  const quote = said.find(({ record }) => record.kind === 'quote');
  return quote ? markup(quote, data) : null;
}

/**
 * A sentence with somebody's figure that our data can check; null where there is none.
 * @param series what the new report is about: a figure of it comes first
 */
export function reportedIn(heard: Heard, series: readonly string[]): string | null {
  const checked = heard.said.filter(({ record }) => record.kind === 'reported' && record.ours !== null);
  const isOfSeries = ({ record }: Said): boolean => series.some((id) => seriesOf(record).includes(id));
  const first = [...checked.filter(isOfSeries), ...checked].find((one) => isInData(one, heard.data));
  return first ? sentenceOf(first, heard) : null;
}

/** Each figure and forecast, a sentence each. */
export function statementsIn(heard: Heard): string[] {
  return heard.said.filter((one) => one.record.kind !== 'quote' && isInData(one, heard.data)).map((one) => sentenceOf(one, heard));
}

/** The same words of the same thing are one statement, however many reports have them. */
function keyOf({ record }: Said): string {
  const ours = record.kind === 'reported' ? record.ours : null;
  return JSON.stringify([record.kind, record.by, record.source, record.text, ours?.metric, ours?.at]);
}

function saidIn({ file, record }: Published): Said[] {
  const byId = new Map(record?.assertions.map((assertion) => [assertion.id, assertion]));
  return readReport(file.text, file.path).elements.flatMap((element) => {
    const found = byId.get(element.id);
    return found && found.kind !== 'fact' ? [{ element, record: found }] : [];
  });
}

/** Who said it and where are on their cards, and the new report is late enough to know it. */
function isKnown({ record }: Said, { people, sources }: Cards, data: Data): boolean {
  const card = sources.get(record.source);
  if (!people.has(record.by) || !card || card.date > isoOf(data.published)) return false;
  if (record.kind === 'call') return record.made <= isoOf(data.published);
  return record.kind !== 'reported' || record.ours === null || record.ours.at <= isoOf(data.asOf);
}

/** What our data have of it, they have in the new report's snapshot too. */
function isInData({ record }: Said, data: Data): boolean {
  const ours = record.kind === 'reported' ? record.ours : null;
  return ours === null || subjectOn(ours.metric, dayOf(ours.at), data) !== null;
}

/** The series and named metrics in an assertion's metric; none where it has none. */
export function seriesOf(record: AssertionRecord): string[] {
  const metric = record.kind === 'reported' ? record.ours?.metric : record.kind === 'quote' ? null : record.metric;
  return metric ? seriesIn(parseExpression(metric)) : [];
}

/** 'A news wire, on the Russell 2000: …. The data say …' */
function sentenceOf(said: Said, { cards, named, data }: Heard): string {
  const { record } = said;
  const names = seriesOf(record).flatMap((id) => {
    const series = named(id);
    return series ? [speakingOf(series).name.replace(/,$/, '')] : [];
  });
  const on = names.length > 0 ? `, on ${[...new Set(names)].slice(0, 2).join(' and ')}` : '';
  const ours = record.kind === 'reported' ? record.ours : null;
  const found = ours && subjectOn(ours.metric, dayOf(ours.at), data);
  const who = inText(cards.people.get(record.by)?.name ?? '');
  return `${who[0].toUpperCase()}${who.slice(1)}${on}: ${markup(said, data)}.${found ? ` The data say ${factOf(found, null, data.asOf)}.` : ''}`;
}

/** The component as it was written, with its day, and what is to come out. */
function markup({ element, record }: Said, { asOf }: Data): string {
  const { name, attributes } = element;
  const written = new Map(
    [...attributes].filter(([key]) => key !== 'id' && key !== 'at' && key !== 'expect').map(([key, { value }]) => [key, value]),
  );
  if (record.kind === 'reported' && record.ours) {
    if (record.ours.at !== isoOf(asOf)) written.set('at', record.ours.at);
    if (record.status !== 'unchecked') written.set('expect', record.status);
  }
  const attributesText = [...written].map(([key, value]) => ` ${key}=${value.includes('"') ? `'${value}'` : `"${value}"`}`).join('');
  return `<${name}${attributesText}>${inText(element.text ?? '')}</${name}>`;
}
