/** A Reported figure: somebody else's, with our own beside it where the data have one. It never fails the build unless it is expected to hold or not. */
import type { Element } from '../assertions/element.ts';
import { type Day, dayOf } from '../data/day.ts';
import { error, type Finding, warning } from '../finding.ts';
import { readAttribution } from './attribution.ts';
import { type Computed, computeMetric } from './compute.ts';
import type { Source } from './front-matter.ts';
import type { Bare, ComputedRecord, ReportedRecord } from './record.ts';
import type { ReportContext, WordsContext } from './report-context.ts';
import type { ReportedFigure } from './reported-figures.ts';

export function compileReported(element: Element, context: ReportContext, findings: Finding[]): Bare<ReportedRecord> | null {
  const attribution = readAttribution(element, context, findings);
  if (context.cards.unreadable?.has(`sources/${attribution.source}`)) return null;
  const card = context.cards.sources.get(attribution.source);
  const checked = checkReported(element, { ...context, published: spokenOn(card, context.published) }, findings);
  if (checked?.ours && card && !card.approximate && checked.ours.at > card.date)
    findings.push(tooLate(element, checked.ours.at, card.date, context));
  else if (checked?.ours && checked.status === 'contradicted' && !element.attributes.has('expect'))
    findings.push(contradicted(element, checked, checked.ours, context));
  if (!checked) return null;
  const why = element.attributes.get('why');
  if (why && element.attributes.has('m'))
    findings.push(
      error('why', context.source.placeOf(why.offset), `'why' says why a figure is not checked, and this one has a metric.`, element.id),
    );
  if (!why?.value.trim() && !element.attributes.has('m')) findings.push(noWhy(element, context));
  const { text, status, ours } = checked;
  return { id: element.id, kind: 'reported', text, ...attribution, status, ...(why ? { why: why.value } : {}), ours };
}

/** The day of a source, from which its 'Tuesday' and 'last Thursday' are seen. @param published of the report, for a source without a card */
export function spokenOn(card: Source | undefined, published: Day): Day {
  return card ? dayOf(card.date) : published;
}

export function reportedStatus({ holds, unread }: Computed): ReportedRecord['status'] {
  return unread ? 'unchecked' : holds ? 'holds' : 'contradicted';
}

function noWhy({ id, textOffsets, offset }: Element, { source }: ReportContext): Finding {
  const message = `a reader is told nothing of why this figure is not checked. Give it a metric, m="…", or say why="volume by single fund is not in our data".`;
  return warning('no-why', source.placeOf(textOffsets[0] ?? offset), message, id);
}

/** A source can't report what came after it. */
function tooLate({ id, attributes, offset }: Element, at: string, date: string, { source }: ReportContext): Finding {
  const message = `the source is of ${date}, and the value of ${at}: it could not know that. Write at="…" with the day it speaks of.`;
  return error('look-ahead', source.placeOf(attributes.get('at')?.offset ?? offset), message, id);
}

/** The words held against the data, whosever they are. Null (and findings) where the metric can't be computed. */
export function checkReported(element: Element, context: WordsContext, findings: Finding[]): ReportedFigure | null {
  const { id, attributes, offset } = element;
  const { source } = context;
  const text = element.text ?? '';
  const expected = attributes.get('expect');
  const refuse = (message: string): void =>
    void findings.push(error('expectation', source.placeOf(expected?.offset ?? offset), message, id));
  if (expected && expected.value !== 'holds' && expected.value !== 'contradicted')
    refuse(`'${expected.value}' is not an expectation. Write expect="holds" or expect="contradicted".`);
  if (!attributes.has('m')) {
    for (const name of ['expect', 'at', 'over'] as const)
      if (attributes.has(name)) refuse(`'${name}' wants a metric to check the figure with: m="…".`);
    return { text, status: 'unchecked', ours: null };
  }
  const computed = computeMetric(element, text, context, findings);
  if (!computed) return null;
  const { verdict, unread, record } = computed;
  const status = reportedStatus(computed);
  if (unread) {
    const why = verdict.complaints.map(({ message }) => withoutAdvice(message)).join(' ');
    if (expected)
      refuse(`expected: ${expected.value}. The words are not compared with the data: ${why} ${OTHER_METRIC}, or leave out 'expect'.`);
    else {
      const message = `not compared with the data, and shown as unchecked: ${why} ${OTHER_METRIC}, or say why="…" in place of the metric.`;
      findings.push(warning('reported-unclear', source.placeOf(element.textOffsets[0] ?? offset), message, id));
    }
    return { text, status, ours: null };
  }
  if (expected && expected.value !== status)
    refuse(`expected: ${expected.value}. Found: ${status}. ${sayFound(status, record)} Take another metric or another 'expect'.`);
  return { text, status, ours: record };
}

/** What is said to an author whose source's words don't fit: they are not the author's to rewrite. */
const OTHER_METRIC = 'Take a metric that they speak of, leave what is no figure outside of the tag';

/** A complaint without what it tells to write. */
function withoutAdvice(message: string): string {
  return message
    .split(/(?<=[.?]) (?=[A-Z])/)
    .filter((sentence) => !/^(?:Write|Use|Leave|Say|Put|Give|Name|Understood)\b/.test(sentence))
    .join(' ');
}

/** 'The data say +11.672%, not '11%' (return(rut, ytd) on 2024-07-16).' */
function sayFound(status: ReportedRecord['status'], { exact, checks, metric, at }: ComputedRecord): string {
  const differences = checks.flatMap(({ said, found, ok }) => (ok ? [] : [`${found}, not '${said}'`]));
  return `The data say ${status === 'holds' ? exact : differences.join('; ')} (${metric} on ${at}).`;
}

/** What an author may not have meant: words of another that the page will call wrong. */
function contradicted(
  { id, textOffsets, offset }: Element,
  { text, status }: ReportedFigure,
  ours: ComputedRecord,
  { source }: WordsContext,
): Finding {
  const message = `'${text}' is published as contradicted. ${sayFound(status, ours)} Write expect="contradicted" where that is the finding, or take another metric.`;
  return warning('contradicted', source.placeOf(textOffsets[0] ?? offset), message, id);
}
