/**
 * From a report's MDX to its record: every assertion read, computed on the pinned snapshot and verified,
 * every figure's points digested. Pure: it is given the snapshot and the cards, and returns findings, not output.
 */

import type { Element } from '../assertions/element.ts';
import { type ReportSource, type Role, readReport } from '../assertions/read.ts';
import { type CheckedYaml, parseCheckedYaml } from '../checked-yaml.ts';
import { lastSessionOf } from '../data/bond-sessions.ts';
import type { Calendar } from '../data/calendar.ts';
import { type Day, dayOf, isoOf } from '../data/day.ts';
import { sha256 } from '../data/hash.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { error, Fault, type Finding } from '../finding.ts';
import type { NamedMetric } from '../metrics/evaluate.ts';
import { didYouMean } from '../nearest.ts';
import type { Cards } from './attribution.ts';
import { besideFacts } from './beside.ts';
import { compileCall } from './compile-call.ts';
import { compileFact } from './compile-fact.ts';
import { compileFigure, type FigureView } from './compile-figure.ts';
import { compileQuote } from './compile-quote.ts';
import { compileReported } from './compile-reported.ts';
import { inconsistencies } from './consistency.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter.ts';
import { looseFindings } from './loose-findings.ts';
import type { AssertionRecord, Bare, MetricsRecord } from './record.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportedFigures } from './reported-figures.ts';
import { plainText, type RichText, richTextOf } from './rich-text.ts';
import { sentencesOf } from './sentences.ts';
import { withoutWaived } from './waivers.ts';

export interface Desk extends Cards {
  /** @throws Fault for a snapshot that is missing or was touched */
  snapshot(id: string): Snapshot;
  calendar: Calendar;
  named: ReadonlyMap<string, NamedMetric>;
  /** What the desk calls its series besides their titles. */
  names?: ReadonlyMap<string, readonly string[]>;
}

export interface ReportFile {
  slug: string;
  path: string;
  text: string;
}

export interface CompiledReport {
  slug: string;
  findings: Finding[];
  /** Null where the report could not be read at all. */
  frontMatter: FrontMatter | null;
  record: MetricsRecord | null;
  figures: ReadonlyMap<string, FigureView>;
  /** Headline and standfirst, with their assertions. */
  title: RichText;
  description: RichText;
  /** The key takeaways as plain text, values put in. */
  takeaways: string[];
}

/** Compile one report. Never throws for a fault of the report: all faults come back as findings. */
export function compileReport(file: ReportFile, desk: Desk): CompiledReport {
  const failed = (findings: readonly Finding[], frontMatter: FrontMatter | null = null): CompiledReport => ({
    slug: file.slug,
    findings: [...findings],
    frontMatter,
    record: null,
    figures: new Map(),
    title: [],
    description: [],
    takeaways: [],
  });
  try {
    const report = readReport(file.text, file.path);
    const { text, line } = report.frontMatter;
    const head = parseCheckedYaml(text, file.path, frontMatterSchema, line);
    const snapshot = pinned(head, desk);
    const asOf = asOfDay(head.value, snapshot);
    const findings = checkDates(file.slug, head, asOf, snapshot, desk.calendar);
    if (findings.length > 0) return failed(findings, head.value);
    const { calendar, named, names } = desk;
    return compileBody(file, report, head, {
      snapshot,
      calendar,
      named,
      names,
      asOf,
      source: report.source,
      cards: desk,
      published: dayOf(head.value.published),
    });
  } catch (fault) {
    if (fault instanceof Fault) return failed(fault.findings);
    throw fault;
  }
}

function compileBody(
  file: ReportFile,
  report: ReportSource,
  head: CheckedYaml<FrontMatter>,
  context: ReportContext & { snapshot: Snapshot },
): CompiledReport {
  const findings: Finding[] = [];
  const bare: BareAssertion[] = [];
  const figures = new Map<string, FigureView>();
  for (const element of report.elements) {
    const assertion = compileAssertion(element, context, findings);
    if (assertion) bare.push(assertion);
  }
  const reported = reportedFigures(report, bare);
  for (const element of report.elements.filter(({ name }) => name === 'Figure')) {
    const figure = compileFigure(element, report, reported, context, findings);
    if (figure) figures.set(element.id, figure);
  }
  const printed = new Map(bare.map(({ id, text }) => [id, text]));
  const assertions = placed(bare, report, printed);
  findings.push(
    ...inconsistencies(assertions, report),
    ...besideFacts(assertions, report, context),
    ...looseFindings(report, figures, head),
  );
  const { lead } = head.value;
  if (lead !== undefined && !figures.has(lead))
    findings.push(
      error(
        'unknown-figure',
        head.placeOf('lead'),
        `there is no figure '${lead}'.${didYouMean(lead, [...figures.keys()])} There are: ${[...figures.keys()].join(', ') || 'none'}.`,
      ),
    );
  findings.push(...unknownClaims(head, assertions));
  const { id, hash } = context.snapshot;
  const record: MetricsRecord = {
    report: file.slug,
    asOf: isoOf(context.asOf),
    snapshot: { id, hash },
    assertions,
    figures: [...figures.values()].map((figure) => ({ ...figure.record, title: plainText(figure.spec.title, printed) })),
    text: sha256(file.text),
  };
  // A record with a gap would look like a whole one: there is none until everything can be computed.
  const isComplete = assertions.length + figures.size === report.elements.length;
  const textsOf = (role: Role): RichText[] => report.blocks.filter((block) => block.role === role).map(richTextOf);
  const [title, description] = [textsOf('title')[0] ?? [], textsOf('description')[0] ?? []];
  return {
    slug: file.slug,
    findings: withoutWaived(findings, report, head),
    frontMatter: { ...head.value, title: plainText(title, printed), description: plainText(description, printed) },
    record: isComplete ? record : null,
    figures,
    title,
    description,
    takeaways: textsOf('takeaway').map((takeaway) => plainText(takeaway, printed)),
  };
}

type BareAssertion = AssertionRecord extends infer A ? (A extends AssertionRecord ? Bare<A> : never) : never;

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

/** Corrections name assertions that are there. */
function unknownClaims({ value, placeOf }: CheckedYaml<FrontMatter>, assertions: readonly AssertionRecord[]): Finding[] {
  const ids = assertions.map(({ id }) => id);
  return value.corrections.flatMap(({ claims }, index) =>
    claims.flatMap((claim, position) => {
      const place = placeOf('corrections', String(index), 'claims', String(position));
      const message = `there is no assertion '${claim}' in this report.${didYouMean(claim, ids)}`;
      return ids.includes(claim) ? [] : [error('unknown-claim', place, message)];
    }),
  );
}

function pinned(head: CheckedYaml<FrontMatter>, desk: Desk): Snapshot {
  try {
    return desk.snapshot(head.value.snapshot);
  } catch (fault) {
    const missing = fault instanceof Fault && fault.findings[0].rule === 'snapshot-missing';
    throw missing ? new Fault(fault.findings.map((finding) => ({ ...finding, ...head.placeOf('snapshot') }))) : fault;
  }
}

/** The day the report speaks of; `latest` is the snapshot's last session. */
function asOfDay({ asOf }: FrontMatter, snapshot: Snapshot): Day {
  return asOf === 'latest' ? lastSessionOf(snapshot.manifest) : dayOf(asOf);
}

function checkDates(slug: string, head: CheckedYaml<FrontMatter>, asOf: Day, snapshot: Snapshot, calendar: Calendar): Finding[] {
  const { published, snapshot: snapshotId } = head.value;
  const findings: Finding[] = [];
  if (!/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/.test(slug) || !slug.startsWith(published)) {
    findings.push(
      error(
        'slug',
        head.placeOf('published'),
        `the folder is '${slug}', the report published on ${published}. Name the folder ${published}-some-words.`,
      ),
    );
  }
  if (!calendar.isSession(asOf)) {
    findings.push(
      error(
        'as-of',
        head.placeOf('asOf'),
        `${isoOf(asOf)} is not a session of ${calendar.of}. The last one before it is ${isoOf(calendar.lastSessionBy(asOf))}.`,
      ),
    );
  }
  if (asOf > lastSessionOf(snapshot.manifest)) {
    findings.push(
      error(
        'as-of',
        head.placeOf('asOf'),
        `the snapshot ${snapshotId} ends on ${isoOf(lastSessionOf(snapshot.manifest))}. Take a later snapshot or an earlier asOf.`,
      ),
    );
  }
  if (dayOf(published) < asOf) {
    findings.push(
      error(
        'published',
        head.placeOf('published'),
        `the report is published on ${published}, before the session it speaks of, ${isoOf(asOf)}.`,
      ),
    );
  }
  return findings;
}
