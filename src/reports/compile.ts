/**
 * From a report's MDX to its record: every assertion read, computed on the pinned snapshot and verified,
 * every figure's points digested. Pure: it is given the snapshot and the cards, and returns findings, not output.
 */

import type { Element } from '../assertions/element.ts';
import { type ReportSource, type Role, readWithFaults } from '../assertions/read.ts';
import type { ReadYaml } from '../checked-yaml.ts';
import { lastSessionOf } from '../data/bond-sessions.ts';
import type { Calendar } from '../data/calendar.ts';
import { type Day, dayOf, isoOf } from '../data/day.ts';
import { sha256 } from '../data/hash.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { error, Fault, type Finding } from '../finding.ts';
import type { NamedMetric } from '../metrics/evaluate.ts';
import { didYouMean } from '../nearest.ts';
import { type Cards, readAttribution } from './attribution.ts';
import { besideFacts } from './beside.ts';
import { compileCall } from './compile-call.ts';
import { compileFact } from './compile-fact.ts';
import { compileFigure, type FigureView } from './compile-figure.ts';
import { compileQuote } from './compile-quote.ts';
import { compileReported } from './compile-reported.ts';
import { compileStudy } from './compile-study.ts';
import { inconsistencies } from './consistency.ts';
import { datesOf } from './dates.ts';
import type { FrontMatter } from './front-matter.ts';
import { readHead } from './head.ts';
import { lastRevised } from './last-revised.ts';
import { isLiving, LATEST } from './living.ts';
import { looseFindings } from './loose-findings.ts';
import { pairFindings } from './pair-findings.ts';
import type { AssertionRecord, Bare, MetricsRecord } from './record.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportedFigures } from './reported-figures.ts';
import { plainText, type RichText, richTextOf } from './rich-text.ts';
import { allSentences, sentencesOf } from './sentences.ts';
import { undatedDays } from './undated-days.ts';
import { withoutWaived } from './waivers.ts';

export interface Desk extends Cards {
  /** @throws Fault for a snapshot that is missing or was touched */
  snapshot(id: string): Snapshot;
  /** The ids of those that are there. */
  snapshots?(): readonly string[];
  calendar: Calendar;
  named: ReadonlyMap<string, NamedMetric>;
  /** What the desk calls its series besides their titles. */
  names?: ReadonlyMap<string, readonly string[]>;
}

export interface ReportFile {
  slug: string;
  path: string;
  text: string;
  /** The YAML files beside it, by name. */
  files?: ReadonlyMap<string, string>;
}

export interface CompiledReport {
  slug: string;
  findings: Finding[];
  /** Null where the report could not be read at all. */
  frontMatter: FrontMatter | null;
  record: MetricsRecord | null;
  figures: ReadonlyMap<string, FigureView>;
  /** Of each figure the series that each of its lines has its colour from. */
  drawn: string[][];
  /** Headline and standfirst, with their assertions. */
  title: RichText;
  description: RichText;
  /** The key takeaways as plain text, values put in. */
  takeaways: string[];
}

/**
 * Assertions of a report that compiled without a finding, by all that they state. They are not compiled again, so it holds only for as
 * long as the desk's cards, names and named metrics are the same.
 */
export type KeptAssertions = Map<string, BareAssertion>;

/**
 * Compile one report. Never throws for a fault of the report: all faults come back as findings.
 * @param kept of an earlier text of the report; those of this text are put in their place
 */
export function compileReport(file: ReportFile, desk: Desk, kept: KeptAssertions = new Map()): CompiledReport {
  const head = readHead(file);
  const { report, faulty, findings: unread } = readWithFaults(file.text, file.path, file.files);
  const findings = [...head.findings];
  const snapshot = snapshotOf(head, desk, findings);
  const dates = datesOf(file.slug, head, snapshot, desk.calendar, findings);
  findings.push(...unread);
  if (!report) return failed(file, findings, head);
  const { calendar, named, names } = desk;
  const { source } = report;
  const isSound = findings.length === 0;
  const isRead = ({ name, attributes }: Element): boolean =>
    dates.asOf !== null ||
    attributes.has(name === 'Figure' ? 'to' : 'at') ||
    name === 'Quote' ||
    (name === 'Reported' && !attributes.has('m'));
  const elements = report.elements.filter((element) => isSound || (!faulty.has(element) && isRead(element)));
  const context = {
    calendar,
    named,
    names,
    asOf: dates.visible,
    source,
    cards: desk,
    published: dates.published,
    changed: lastChange(head, snapshot),
  };
  if (!snapshot) return failed(file, [...findings, ...withoutData(elements, context)], head);
  const compiled = compileBody(file, { ...report, elements }, head, { ...context, snapshot }, findings, kept);
  // Of a day that is wrong itself, nothing is counted.
  const ofPair = dates.asOf === null ? [] : pairFindings(head, { ...context, snapshot });
  return { ...compiled, findings: [...compiled.findings, ...unknownNames(head, report.elements), ...ofPair] };
}

function failed({ slug }: ReportFile, findings: Finding[], { value }: Head): CompiledReport {
  return { slug, findings, frontMatter: value, record: null, figures: new Map(), drawn: [], title: [], description: [], takeaways: [] };
}

/** What can be told of assertions without any data: whose they are, and whether words are in their source. */
function withoutData(elements: readonly Element[], context: Omit<ReportContext, 'snapshot'>): Finding[] {
  const findings: Finding[] = [];
  for (const element of elements) {
    if (element.name === 'Quote') compileQuote(element, context, findings);
    else if (element.name === 'Reported' || element.name === 'Call') readAttribution(element, context, findings);
  }
  return findings;
}

/**
 * @param report its elements are those that can be looked at
 * @param earlier faults of the head and of the text. Where there are any, the rest is told as far as it can be, and there is no record.
 */
function compileBody(
  file: ReportFile,
  report: ReportSource,
  head: Head,
  context: ReportContext & { snapshot: Snapshot },
  earlier: readonly Finding[],
  kept: KeptAssertions,
): CompiledReport {
  const findings: Finding[] = [];
  const before = new Map(kept);
  kept.clear();
  const bare: BareAssertion[] = [];
  const figures = new Map<string, FigureView>();
  for (const element of report.elements) {
    const stated = statedBy(element, context);
    const own: Finding[] = [];
    const assertion = before.get(stated) ?? compileAssertion(element, context, own);
    findings.push(...own);
    if (!assertion) continue;
    bare.push(assertion);
    if (own.length === 0) kept.set(stated, assertion);
  }
  const reported = reportedFigures(report, bare);
  for (const element of report.elements.filter(({ name }) => name === 'Figure')) {
    const figure = compileFigure(element, report, reported, context, findings);
    if (figure) figures.set(element.id, figure);
  }
  const tables = report.elements.filter(({ name }) => name === 'EventStudy');
  const studies = tables.flatMap((element) => compileStudy(element, context, findings) ?? []);
  const printed = new Map(bare.map(({ id, text }) => [id, text]));
  const assertions = placed(bare, report, printed);
  findings.push(...inconsistencies(assertions, report), ...besideFacts(assertions, report, context));
  if (isLiving(head.known)) findings.push(...undatedDays(report, assertions));
  const isWhole = earlier.length === 0;
  const { allow } = head.known;
  // What is let pass must be known before anything is called loose.
  if (allow && head.isYaml) findings.push(...looseFindings(report, assertions, figures, allow));
  const { id, hash } = context.snapshot;
  const record: MetricsRecord = {
    report: file.slug,
    asOf: isoOf(context.asOf),
    snapshot: { id, hash },
    assertions,
    figures: [...figures.values()].map((figure) => ({ ...figure.record, title: plainText(figure.spec.title, printed) })),
    ...(studies.length > 0 ? { studies } : {}),
    sentences: allSentences(report, printed),
    corrections: head.known.corrections ?? [],
    wording: sha256(report.wording),
    text: sha256(file.text),
    // Of a report that has no history: 'inHistory' puts it into its own.
    version: 1,
    previous: null,
    ...(head.known.draft ? { draft: true } : {}),
  };
  // A record with a gap would look like a whole one: there is none until everything can be computed.
  const isComplete = isWhole && assertions.length + figures.size + studies.length === report.elements.length;
  const textsOf = (role: Role): RichText[] => report.blocks.filter((block) => block.role === role).map(richTextOf);
  const [title, description] = [textsOf('title')[0] ?? [], textsOf('description')[0] ?? []];
  const left = withoutWaived(findings, report, { allow: allow ?? [], placeOf: head.placeOf });
  return {
    slug: file.slug,
    findings: [...earlier, ...left.filter(({ rule }) => isWhole || rule !== 'waiver-unused')],
    frontMatter: head.value && { ...head.value, title: plainText(title, printed), description: plainText(description, printed) },
    record: isComplete ? record : null,
    figures,
    drawn: [...figures.values()].map(({ data }) => data.lines.map(({ series: [first = ''] }) => first)),
    title,
    description,
    takeaways: textsOf('takeaway').map((takeaway) => plainText(takeaway, printed)),
  };
}

type Head = ReadYaml<FrontMatter>;

type BareAssertion = AssertionRecord extends infer A ? (A extends AssertionRecord ? Bare<A> : never) : never;

/** All that an assertion states, apart from where it stands. */
function statedBy({ name, id, text, attributes }: Element, { snapshot, asOf, published }: ReportContext & { snapshot: Snapshot }): string {
  const values = [...attributes].map(([key, { value }]) => [key, value]);
  return JSON.stringify([name, id, text, values, snapshot.hash, asOf, published]);
}

function compileAssertion(element: Element, context: ReportContext, findings: Finding[]): BareAssertion | null {
  switch (element.name) {
    case 'Fact':
      return compileFact(element, context, findings);
    case 'Reported':
      return compileReported(element, context, findings);
    case 'Quote':
      return compileQuote(element, context, findings);
    case 'Call':
      return compileCall(element, context, findings);
    case 'Figure':
    case 'EventStudy':
      return null;
  }
}

/** All Reported of the report, those included that could not be compiled. */
function reportedFigures({ elements }: ReportSource, bare: readonly BareAssertion[]): ReportedFigures {
  const compiled = new Map(bare.flatMap((assertion) => (assertion.kind === 'reported' ? [[assertion.id, assertion] as const] : [])));
  return new Map(elements.flatMap(({ name, id }) => (name === 'Reported' ? [[id, compiled.get(id) ?? null] as const] : [])));
}

/** The assertions with the line and the sentence they stand in. */
function placed(bare: readonly BareAssertion[], report: ReportSource, printed: ReadonlyMap<string, string>): AssertionRecord[] {
  const sentences = sentencesOf(report.blocks, printed);
  const offsets = new Map(report.elements.map((element) => [element.id, element.offset]));
  return bare.map(({ id, kind, text, ...rest }) => {
    const { line } = report.source.placeOf(offsets.get(id) ?? 0);
    return { id, kind, line, text, sentence: sentences.get(id) ?? { before: '', after: '' }, ...rest } as AssertionRecord;
  });
}

/** The figure that leads the home page is one of the report; corrections name assertions that are there. */
function unknownNames({ known, placeOf }: Head, elements: readonly Element[]): Finding[] {
  const { lead, corrections = [] } = known;
  const isFigure = ({ name }: Element): boolean => name === 'Figure';
  const figures = elements.filter(isFigure).map(({ id }) => id);
  const ids = elements.filter((element) => !isFigure(element) && element.name !== 'EventStudy').map(({ id }) => id);
  const noFigure = `there is no figure '${lead}'.${didYouMean(lead ?? '', figures)} There are: ${figures.join(', ') || 'none'}.`;
  return [
    ...(lead === undefined || figures.includes(lead) ? [] : [error('unknown-figure', placeOf('lead'), noFigure)]),
    ...corrections.flatMap(({ claims }, index) =>
      claims.flatMap((claim, position) => {
        const place = placeOf('corrections', String(index), 'claims', String(position));
        const message = `there is no assertion '${claim}' in this report.${didYouMean(claim, ids)}`;
        return ids.includes(claim) ? [] : [error('unknown-claim', place, message)];
      }),
    ),
  ];
}

/** The snapshot that the report is pinned to, of a living one the newest; null (and a finding) where there is none, or it is not told which. */
function snapshotOf({ known, placeOf }: Head, desk: Desk, findings: Finding[]): Snapshot | null {
  const id = known.snapshot === LATEST ? desk.snapshots?.().at(-1) : known.snapshot;
  if (id === undefined) {
    if (known.snapshot !== undefined) findings.push(error('snapshot-missing', placeOf('snapshot'), NO_SNAPSHOT));
    return null;
  }
  try {
    return desk.snapshot(id);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const isMissing = fault.findings[0].rule === 'snapshot-missing';
    const message = missingSnapshot(known, desk);
    findings.push(
      ...fault.findings.map((finding) =>
        isMissing ? { ...finding, ...placeOf('snapshot'), message: message ?? finding.message } : finding,
      ),
    );
    return null;
  }
}

const NO_SNAPSHOT = "there is no snapshot yet. Make one: 'npm run refresh -- --from <folder>'.";

/** Which snapshots the report could be pinned to: those that reach its day. Null where its day is not known. */
function missingSnapshot({ snapshot: id = '', asOf }: Partial<FrontMatter>, desk: Desk): string | null {
  if (asOf === undefined || asOf === LATEST || !desk.snapshots) return null;
  const ids = desk.snapshots();
  const fit = ids.filter((one) => reaches(one, dayOf(asOf), desk));
  const which =
    fit.length > 0 ? `Write one that reaches ${asOf}: ${fit.join(', ')}.` : `None reaches ${asOf}. There are: ${ids.join(', ') || 'none'}.`;
  return `there is no snapshot '${id}'. ${which}`;
}

/** One that was touched reaches no day: it is told by itself. */
function reaches(id: string, day: Day, desk: Desk): boolean {
  try {
    return lastSessionOf(desk.snapshot(id).manifest) >= day;
  } catch (fault) {
    if (fault instanceof Fault) return false;
    throw fault;
  }
}

/** The last day on which the report was changed, as far as its head can be read: later sources it can't have. */
function lastChange({ known: { published, updated, corrections, asOf = '', snapshot = '' } }: Head, on: Snapshot | null): string | null {
  return published === undefined ? null : lastRevised({ published, updated, corrections: corrections ?? [], asOf, snapshot }, on?.id ?? '');
}
