/** What a new report is to be: what its author asked for, and what the desk's data suggest for the rest. */
import { lastSessionOf } from '../../data/bond-sessions.ts';
import type { Calendar } from '../../data/calendar.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../../data/day.ts';
import { error, Fault, type Finding } from '../../finding.ts';
import { evaluateColumn } from '../../metrics/evaluate.ts';
import type { Unit } from '../../metrics/units.ts';
import { didYouMean } from '../../nearest.ts';
import type { ReportFile } from '../compile.ts';
import type { OpenDesk } from '../desk.ts';
import type { Source } from '../front-matter.ts';
import type { Published } from '../marks.ts';
import { topicSlug } from '../topics.ts';
import { slugWords } from './slug.ts';
import { type Named, namedIn } from './speaking-of.ts';
import { seriesOf } from './taken-over.ts';

/** What was asked for, as it was written. */
export interface Asked {
  title: string;
  template: string;
  /** YYYY-MM-DD. */
  published: string;
  snapshot?: string;
  asOf?: string;
  series?: readonly string[];
  topic?: string;
  source?: string;
}

export interface Choices {
  slug: string;
  title: string;
  template: string;
  published: Day;
  snapshot: string;
  asOf: Day;
  /** What it is about, and what that is compared with. */
  series: readonly Named[];
  topics: readonly string[];
  authors: readonly string[];
  /** Of an audit: what is gone through. */
  source: string | null;
}

/** What a new report may be made of. */
export interface Offer {
  desk: OpenDesk;
  /** What the desk has published, newest last. */
  reports: readonly Published[];
  topics: readonly string[];
  authors: readonly string[];
  /** Ids of the snapshots, newest last. */
  snapshots: readonly string[];
  templates: readonly string[];
}

/**
 * @throws Fault with everything that can't be as it was asked for
 */
export function choose(asked: Asked, offer: Offer): Choices {
  const findings: Finding[] = [];
  const refuse = (option: string, rule: string, message: string): void => void findings.push(error(rule, { path: option }, message));
  const { desk, snapshots, templates } = offer;
  const title = asked.title.trim();
  const words = slugWords(title);
  if (words === '')
    refuse(
      'title',
      'title',
      title === ''
        ? 'a report has a title: npm run new -- "Small caps take the lead".'
        : `'${title}' has no letter or digit to make an address of. Name it in words.`,
    );
  if (!templates.includes(asked.template))
    refuse(
      '--template',
      'unknown-template',
      `there is no template '${asked.template}'.${didYouMean(asked.template, templates)} There are: ${templates.join(', ')}.`,
    );
  for (const [option, value] of [
    ['--published', asked.published],
    ['--as-of', asked.asOf],
  ] as const)
    if (value !== undefined && !isIsoDate(value)) refuse(option, 'date', `'${value}' is not a date. Write YYYY-MM-DD.`);
  const slug = `${asked.published}-${words}`;
  const twin = twinOf(words, offer);
  if (twin && words !== '')
    refuse(
      'title',
      'duplicate-slug',
      twin.slug === slug
        ? `there is a report '${slug}' already, in ${twin.path}. Give this one another title, or write on in that one.`
        : `a report of another day has the same words, '${twin.slug}'. Give this one other words, so that a reader can tell their addresses apart.`,
    );
  const snapshot = asked.snapshot ?? snapshots.at(-1) ?? '';
  if (!snapshots.includes(snapshot))
    refuse(
      '--snapshot',
      'snapshot-missing',
      snapshots.length === 0
        ? "there is no snapshot to write of. Make one with 'npm run refresh'."
        : `there is no snapshot '${snapshot}'.${didYouMean(snapshot, snapshots)} There are: ${snapshots.join(', ')}.`,
    );
  else if (asked.template === 'living' && snapshot !== snapshots.at(-1))
    refuse(
      '--snapshot',
      'living',
      `a living report stands on the newest snapshot, ${snapshots.at(-1)}. Leave --snapshot out, or take another template.`,
    );
  const topics = topicsFor(asked.topic, offer, refuse);
  const source = sourceFor(asked, desk, refuse);
  if (findings.length > 0) throw new Fault(findings);

  const published = dayOf(asked.published);
  const about = seriesAndDay(asked, snapshot, published, source, offer, refuse);
  if (findings.length > 0 || !about) throw new Fault(findings);
  return { slug, title, template: asked.template, published, snapshot, ...about, topics, authors: offer.authors, source };
}

/** The report whose address has these words, on whichever day. */
export function twinOf(words: string, { desk }: Offer): ReportFile | undefined {
  return desk.content.reports.find(({ slug }) => slug.slice('2024-07-17-'.length) === words);
}

type Refuse = (option: string, rule: string, message: string) => void;

function topicsFor(asked: string | undefined, { topics }: Offer, refuse: Refuse): string[] {
  const topic = asked?.trim() ?? topics[0] ?? 'Markets';
  const twin = topics.find((other) => other !== topic && topicSlug(other) === topicSlug(topic));
  if (twin)
    refuse('--topic', 'topic', `'${topic}' would have the address of the topic '${twin}'. Write it like that, or give it another name.`);
  if (topicSlug(topic) === '')
    refuse('--topic', 'topic', `the topic '${topic}' has no letter or digit to make an address of. Name it in words.`);
  return [topic];
}

function sourceFor({ template, source }: Asked, { sources }: OpenDesk, refuse: Refuse): string | null {
  const known = [...sources.keys()];
  if (source !== undefined && !known.includes(source))
    refuse(
      '--source',
      'unknown-source',
      `there is no '${source}' in content/sources.${didYouMean(source, known)} There are: ${known.join(', ') || 'none'}. A source is a file: sources/${source}.yaml with title, publisher and date.`,
    );
  if (template !== 'audit' || source !== undefined) return source ?? null;
  if (known.length === 1) return known[0];
  refuse(
    '--source',
    'unknown-source',
    known.length === 0
      ? 'an audit goes through a source, and the desk has none. Write content/sources/<id>.yaml with title, publisher and date, then --source <id>.'
      : `an audit goes through a source. Say which: --source ${known.join(', or --source ')}.`,
  );
  return null;
}

/** The series, the day, and what it is compared with: each as asked, or as suits the others. */
function seriesAndDay(
  asked: Asked,
  snapshot: string,
  published: Day,
  source: string | null,
  { desk, reports }: Offer,
  refuse: Refuse,
): Pick<Choices, 'asOf' | 'series'> | null {
  const data = desk.snapshot(snapshot);
  const known = [...data.series.keys(), ...desk.named.keys()];
  const wanted = asked.series ?? [];
  const unknown = wanted.filter((id) => !known.includes(id));
  for (const id of unknown)
    refuse(
      '--series',
      'unknown-series',
      `unknown series '${id}'.${didYouMean(id, known) || ` There are: ${known.join(', ')}.`} 'npm run series' lists them.`,
    );
  if (unknown.length > 0) return null;
  const end = lastSessionOf(data.manifest);
  const columns = new Map<string, Column>();
  const columnOf = (id: string): Column => {
    const context = { snapshot: data, calendar: desk.calendar, named: desk.named, asOf: Math.min(published, end) };
    const column = columns.get(id) ?? evaluateColumn(id, context).column;
    columns.set(id, column);
    return column;
  };
  const asOf = dayOfReport(asked, { published, end, source: desk.sources.get(source ?? '') }, wanted.map(columnOf), desk, refuse);
  if (asOf === null) return null;
  if (asked.template !== 'living') for (const id of wanted) refuseWithout(id, columnOf(id), asOf, refuse);

  const order = byUse(known, source, reports);
  const isThere = (id: string): boolean => columnOf(id).days.includes(asOf);
  const [first = order.find(isThere) ?? order[0], compared] = wanted;
  if (first === undefined) {
    refuse('--series', 'unknown-series', `the snapshot ${snapshot} has no series.`);
    return null;
  }
  const alike = order.filter((id) => id !== first && columnOf(id).unit === columnOf(first).unit && isThere(id));
  const resourceOf = (id: string): string | undefined => data.series.get(id)?.resource.name;
  const second = compared ?? alike.find((id) => resourceOf(id) === resourceOf(first)) ?? alike[0];
  const ids = second === undefined ? [first] : [first, second];
  return { asOf, series: ids.flatMap((id) => namedIn(id, desk, snapshot) ?? []) };
}

/** What bounds the day of a report. */
interface Bounds {
  published: Day;
  /** The snapshot's last session. */
  end: Day;
  /** Of an audit: what could not know of a later day. */
  source: Source | undefined;
}

/**
 * The day that was asked for, or the last one that the data, the source and the publication allow; null (and a finding) where that can't be.
 * @param columns of the series that were asked for
 */
function dayOfReport(asked: Asked, bounds: Bounds, columns: readonly Column[], { calendar }: OpenDesk, refuse: Refuse): Day | null {
  const { published, end, source } = bounds;
  const refused = (option: string, message: string): null => {
    refuse(option, option === '--published' ? 'published' : 'as-of', message);
    return null;
  };
  if (asked.template === 'living') {
    if (asked.asOf !== undefined)
      return refused('--as-of', "a living page speaks of the snapshot's last session. Leave --as-of out, or take another template.");
    return published < end
      ? refused('--published', `the snapshot ends on ${isoOf(end)}, after ${isoOf(published)}. Take a later day.`)
      : end;
  }
  if (asked.asOf === undefined) {
    const by = Math.min(published, end, asked.template === 'audit' && source ? dayOf(source.date) : end);
    return (
      sharedDay(columns, by, calendar) ?? refused('--series', `there is no session up to ${isoOf(by)} on which they all have a value.`)
    );
  }
  const asOf = dayOf(asked.asOf);
  if (!calendar.isSession(asOf))
    return refused(
      '--as-of',
      `${isoOf(asOf)} is not a session of ${calendar.of}. The last one before it is ${isoOf(calendar.lastSessionBy(asOf))}.`,
    );
  if (asOf > end) return refused('--as-of', `the snapshot ends on ${isoOf(end)}. Take a later snapshot or an earlier day.`);
  return asOf > published ? refused('--as-of', `${isoOf(asOf)} is after the day of publication, ${isoOf(published)}.`) : asOf;
}

/** A series that is asked for has a value on the day. */
function refuseWithout(id: string, { days }: Column, asOf: Day, refuse: Refuse): void {
  if (days.includes(asOf)) return;
  const last = Array.from(days).findLast((day) => day <= asOf);
  const hint = last === undefined ? '' : ` The last day before it is ${isoOf(last)}: write --as-of ${isoOf(last)}.`;
  refuse('--as-of', 'metric-no-day', `${id} has no value on ${isoOf(asOf)}.${hint}`);
}

interface Column {
  days: Int32Array;
  unit: Unit;
}

/** The last session on which all of some columns have a value; null where there is none. */
function sharedDay(columns: readonly Column[], by: Day, calendar: Calendar): Day | null {
  const [first, ...others] = columns;
  if (!first) return calendar.lastSessionBy(by);
  const isShared = (day: Day): boolean => day <= by && calendar.isSession(day) && others.every(({ days }) => days.includes(day));
  return Array.from(first.days).findLast(isShared) ?? null;
}

/** Series by how often the desk's reports name them (of an audit: what they have from that source), then in the order of the snapshot. */
function byUse(known: readonly string[], source: string | null, reports: readonly Published[]): string[] {
  const counts = new Map<string, number>();
  for (const { record } of reports)
    for (const assertion of record?.assertions ?? []) {
      if (source !== null && (assertion.kind === 'fact' || assertion.source !== source)) continue;
      for (const id of new Set(seriesOf(assertion))) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  return known.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}
