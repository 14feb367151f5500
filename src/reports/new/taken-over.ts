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

export interface TakenOver {
  /** A block with somebody's words. */
  quote: string | null;
  /** A sentence with somebody's figure, which our data can check. */
  reported: string | null;
  /** Each figure and forecast of the source, a sentence each. */
  statements: string[];
  /** The series that their metrics name, by how often. */
  series: string[];
}

/**
 * @param reports newest last
 * @param series what the new report is about: a figure of it comes first
 * @param source null for any
 * @param named how a series is called
 */
export function takenOver(
  reports: readonly Published[],
  series: readonly string[],
  source: string | null,
  cards: Cards,
  named: (id: string) => Named | null,
  data: Data,
): TakenOver {
  const all = reports
    .toReversed()
    .flatMap(saidIn)
    .filter((one) => (source === null || one.record.source === source) && isKnown(one, cards, data));
  const said = [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
  const checked = said.filter(({ record }) => record.kind === 'reported' && record.ours !== null);
  const ofSeries = checked.filter(({ record }) => series.some((id) => seriesOf(record).includes(id)));
  const sentence = (one: Said): string => sentenceOf(one, cards, named, data);
  const [reported] = [...ofSeries, ...checked];
  const [quote] = said.filter(({ record }) => record.kind === 'quote');
  return {
    quote: quote ? markup(quote, data) : null,
    reported: reported ? sentence(reported) : null,
    statements: said.filter(({ record }) => record.kind !== 'quote').map(sentence),
    series: said.flatMap(({ record }) => seriesOf(record)),
  };
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
  if (record.kind !== 'reported' || record.ours === null) return true;
  return record.ours.at <= isoOf(data.asOf) && subjectOn(record.ours.metric, dayOf(record.ours.at), data) !== null;
}

function seriesOf(record: Said['record']): string[] {
  const metric = record.kind === 'reported' ? record.ours?.metric : record.kind === 'call' ? record.metric : null;
  return metric ? seriesIn(parseExpression(metric)) : [];
}

/** 'A news wire, on the Russell 2000: …. The data say …' */
function sentenceOf(said: Said, { people }: Cards, named: (id: string) => Named | null, data: Data): string {
  const { record } = said;
  const names = seriesOf(record).flatMap((id) => {
    const series = named(id);
    return series ? [speakingOf(series).name.replace(/,$/, '')] : [];
  });
  const on = names.length > 0 ? `, on ${[...new Set(names)].slice(0, 2).join(' and ')}` : '';
  const ours = record.kind === 'reported' ? record.ours : null;
  const found = ours && subjectOn(ours.metric, dayOf(ours.at), data);
  const who = inText(people.get(record.by)?.name ?? '');
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
