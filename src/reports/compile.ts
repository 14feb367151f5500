/**
 * From a report's MDX to its record: every assertion read, computed on the pinned snapshot and verified,
 * every figure's points digested. Pure: it is given the snapshot and the cards, and returns findings, not output.
 */

import { type Element, type ReportSource, readReport } from '../assertions/read.ts';
import type { CheckedYaml } from '../checked-yaml.ts';
import { parseCheckedYaml } from '../checked-yaml.ts';
import type { Calendar } from '../data/calendar.ts';
import { type Day, dayOf, isoOf } from '../data/day.ts';
import { sha256 } from '../data/hash.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { error, Fault, type Finding } from '../finding.ts';
import type { Context, NamedMetric } from '../metrics/evaluate.ts';
import { didYouMean } from '../nearest.ts';
import { compileFact } from './compile-fact.ts';
import { compileFigure, type FigureView } from './compile-figure.ts';
import { type FrontMatter, frontMatterSchema, type Person, type Source } from './front-matter.ts';
import type { AssertionRecord, MetricsRecord } from './record.ts';

export interface Desk {
  /** @throws Fault for a snapshot that is missing or was touched */
  snapshot(id: string): Snapshot;
  calendar: Calendar;
  people: ReadonlyMap<string, Person>;
  sources: ReadonlyMap<string, Source>;
  named: ReadonlyMap<string, NamedMetric>;
}

export interface CompiledReport {
  slug: string;
  findings: Finding[];
  /** Null where the report could not be read at all. */
  frontMatter: FrontMatter | null;
  record: MetricsRecord | null;
  figures: ReadonlyMap<string, FigureView>;
  /** The key takeaways as plain text, values put in. */
  takeaways: string[];
}

/** Compile one report. Never throws for a fault of the report: all faults come back as findings. */
export function compileReport(file: { slug: string; path: string; text: string }, desk: Desk): CompiledReport {
  const failed = (findings: readonly Finding[], frontMatter: FrontMatter | null = null): CompiledReport => ({
    slug: file.slug,
    findings: [...findings],
    frontMatter,
    record: null,
    figures: new Map(),
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
    return compileBody(file, report, head.value, { snapshot, calendar: desk.calendar, named: desk.named, asOf }, desk);
  } catch (fault) {
    if (fault instanceof Fault) return failed(fault.findings);
    throw fault;
  }
}

function compileBody(
  file: { slug: string; text: string },
  report: ReportSource,
  frontMatter: FrontMatter,
  context: Context & { snapshot: Snapshot },
  desk: Desk,
): CompiledReport {
  const findings: Finding[] = [];
  const assertions: AssertionRecord[] = [];
  const figures = new Map<string, FigureView>();
  for (const element of report.elements) {
    if (element.name === 'Fact') {
      const fact = compileFact(element, report.source, context, findings);
      if (fact) assertions.push(fact);
    } else if (element.name === 'Figure') {
      const figure = compileFigure(element, report.source, context, findings);
      if (figure) figures.set(element.id, figure);
    } else {
      assertions.push(compileAttributed(element, report, desk, findings));
    }
  }
  const { id, hash } = context.snapshot;
  const record: MetricsRecord = {
    report: file.slug,
    asOf: isoOf(context.asOf),
    snapshot: { id, hash },
    assertions,
    figures: [...figures.values()].map((figure) => figure.record),
    text: sha256(file.text),
  };
  // A record with a gap would look like a whole one: there is none until everything can be computed.
  const complete = assertions.length + figures.size === report.elements.length;
  return {
    slug: file.slug,
    findings,
    frontMatter,
    record: complete ? record : null,
    figures,
    takeaways: plainTakeaways(report, assertions),
  };
}

function plainTakeaways({ takeaways }: ReportSource, assertions: readonly AssertionRecord[]): string[] {
  const printed = new Map(assertions.map((assertion) => [assertion.id, assertion.text]));
  return takeaways.map((parts) => parts.map((part) => (typeof part === 'string' ? part : (printed.get(part.id) ?? ''))).join(''));
}

/** A Reported figure or a Quote: somebody else's, so what is checked is that we know whose and from where. */
function compileAttributed(
  { id, name, text, attributes, offset }: Element,
  report: ReportSource,
  desk: Desk,
  findings: Finding[],
): AssertionRecord {
  const refer = (key: 'by' | 'source', known: ReadonlyMap<string, unknown>, folder: string): string => {
    const attribute = attributes.get(key);
    const value = attribute?.value ?? '';
    if (!known.has(value)) {
      const hint = didYouMean(value, [...known.keys()]) || ` Known: ${[...known.keys()].join(', ') || 'none'}.`;
      findings.push(
        error(
          `unknown-${key}`,
          report.source.placeOf(attribute?.offset ?? offset),
          `there is no '${value}' in content/${folder}.${hint} Or write ${folder}/${value}.yaml.`,
          id,
        ),
      );
    }
    return value;
  };
  const line = report.source.placeOf(offset).line;
  const attributed = { text: text ?? '', by: refer('by', desk.people, 'people'), source: refer('source', desk.sources, 'sources') };
  if (name === 'Reported') return { id, kind: 'reported', line, ...attributed, status: 'unchecked' };
  return { id, kind: 'quote', line, ...attributed, status: desk.sources.has(attributed.source) ? 'sourced' : 'unsourced' };
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
  return asOf === 'latest' ? lastSession(snapshot) : dayOf(asOf);
}

function lastSession(snapshot: Snapshot): Day {
  return Math.max(
    ...snapshot.manifest.resources
      .filter((resource) => resource.provenance.calendar === 'nyse')
      .map((resource) => dayOf(resource.provenance.lastSession)),
  );
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
        `${isoOf(asOf)} is not a session of the New York Stock Exchange. The last one before it is ${isoOf(calendar.lastSessionBy(asOf))}.`,
      ),
    );
  }
  if (asOf > lastSession(snapshot)) {
    findings.push(
      error(
        'as-of',
        head.placeOf('asOf'),
        `the snapshot ${snapshotId} ends on ${isoOf(lastSession(snapshot))}. Take a later snapshot or an earlier asOf.`,
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
