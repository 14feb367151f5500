/** A Reported figure: somebody else's, with our own beside it where the data have one. It never fails the build unless it is expected to hold or not. */
import type { Element } from '../assertions/element.ts';
import { type Day, dayOf } from '../data/day.ts';
import { error, type Finding } from '../finding.ts';
import { readAttribution } from './attribution.ts';
import { type Computed, complaintFindings, computeMetric } from './compute.ts';
import type { Source } from './front-matter.ts';
import type { Bare, ReportedRecord } from './record.ts';
import type { ReportContext, WordsContext } from './report-context.ts';
import type { ReportedFigure } from './reported-figures.ts';

export function compileReported(element: Element, context: ReportContext, findings: Finding[]): Bare<ReportedRecord> | null {
  const attribution = readAttribution(element, context, findings);
  if (context.cards.unreadable?.has(`sources/${attribution.source}`)) return null;
  const card = context.cards.sources.get(attribution.source);
  const checked = checkReported(element, { ...context, published: spokenOn(card, context.published) }, findings);
  if (checked?.ours && card && !card.approximate && checked.ours.at > card.date)
    findings.push(tooLate(element, checked.ours.at, card.date, context));
  if (!checked) return null;
  const why = element.attributes.get('why');
  if (why && element.attributes.has('m'))
    findings.push(
      error('why', context.source.placeOf(why.offset), `'why' says why a figure is not checked, and this one has a metric.`, element.id),
    );
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
  if (unread) findings.push(...complaintFindings(verdict.complaints, element, source));
  const status = reportedStatus(computed);
  if (!unread && expected && expected.value !== status)
    refuse(
      `expected: ${expected.value}. Found: ${status}. ${verdict.complaints.map(({ message }) => message).join(' ') || `The data say ${record.exact} (${record.metric} on ${record.at}).`}`,
    );
  return { text, status, ours: record };
}
