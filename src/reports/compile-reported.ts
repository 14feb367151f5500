/** A Reported figure: somebody else's, with our own beside it where the data have one. It never fails the build unless it is expected to hold or not. */
import type { Element } from '../assertions/element.ts';
import { dayOf } from '../data/day.ts';
import { error, type Finding } from '../finding.ts';
import { readAttribution } from './attribution.ts';
import { complaintFindings, computeMetric } from './compute.ts';
import type { Bare, ReportedRecord } from './record.ts';
import type { ReportContext } from './report-context.ts';

export function compileReported(element: Element, context: ReportContext, findings: Finding[]): Bare<ReportedRecord> | null {
  const { id, attributes, text, offset } = element;
  const { source } = context;
  const reported = { id, kind: 'reported' as const, text: text ?? '', ...readAttribution(element, source, context.cards, findings) };
  const expected = attributes.get('expect');
  const refuse = (message: string): void =>
    void findings.push(error('expectation', source.placeOf(expected?.offset ?? offset), message, id));
  if (expected && expected.value !== 'holds' && expected.value !== 'contradicted')
    refuse(`'${expected.value}' is not an expectation. Write expect="holds" or expect="contradicted".`);
  if (!attributes.has('m')) {
    for (const name of ['expect', 'at', 'over'] as const)
      if (attributes.has(name)) refuse(`'${name}' wants a metric to check the figure with: m="…".`);
    return { ...reported, status: 'unchecked', ours: null };
  }
  // 'Tuesday' and 'last Thursday' are seen from the day of the source.
  const card = context.cards.sources.get(reported.source);
  const computed = computeMetric(element, text, { ...context, published: card ? dayOf(card.date) : context.published }, findings);
  if (!computed) return null;
  const { verdict, holds, unread, record } = computed;
  if (unread) findings.push(...complaintFindings(verdict.complaints, element, source));
  const status = unread ? 'unchecked' : holds ? 'holds' : 'contradicted';
  if (!unread && expected && expected.value !== status)
    refuse(
      `expected: ${expected.value}. Found: ${status}. ${verdict.complaints.map(({ message }) => message).join(' ') || `The data say ${record.exact} (${record.metric} on ${record.at}).`}`,
    );
  return { ...reported, status, ours: record };
}
