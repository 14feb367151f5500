/** A Fact: its metric computed at its date, its words held against the value. */
import { advisedWords } from '../assertions/advice.ts';
import type { Element } from '../assertions/element.ts';
import { error, type Finding } from '../finding.ts';
import { formatFits, isFormat } from '../metrics/format.ts';
import { type Computed, complaintFindings, computeMetric } from './compute.ts';
import type { Bare, FactRecord } from './record.ts';
import type { ReportContext } from './report-context.ts';

/** The record of a Fact; null (and a finding) where its metric can't be computed. */
export function compileFact(element: Element, context: ReportContext, findings: Finding[]): Bare<FactRecord> | null {
  const { id, attributes, text, offset } = element;
  const { source } = context;
  const format = attributes.get('format');
  const complain = (message: string): void => void findings.push(error('format', source.placeOf(format?.offset ?? offset), message, id));
  if (format && !isFormat(format.value))
    complain(`'${format.value}' is not a format. Write decimals and a unit: '.2%', '+.1%', '.0bp', '.2m', '.1'.`);
  if (format && text !== null) complain('a Fact with words of its own has no format. Drop the one or the other.');

  const computed = computeMetric(element, text, context, findings);
  if (!computed) return null;
  const { verdict, record, subject } = computed;
  if (format && text === null && isFormat(format.value) && !formatFits(format.value, record.unit))
    complain(
      `'${format.value}' shows the value as what it is not: ${record.metric} is in ${record.unit}. Write '${format.value.replace(/[a-z%]+$/, '')}' for its decimals alone, or leave the format out.`,
    );
  const status = factStatus(text, computed);
  const advised = status === 'fails' && text !== null ? advisedWords(text, subject) : null;
  findings.push(
    ...complaintFindings(verdict.complaints, element, source).map((finding) =>
      advised !== null && finding.severity === 'error' ? { ...finding, advised } : finding,
    ),
  );
  return { id, kind: 'fact', text: text ?? record.display, status, ...record };
}

/** @param text null where the value is printed, which can't be wrong */
export function factStatus(text: string | null, { holds, unread }: Computed): FactRecord['status'] {
  return text === null || (holds && !unread) ? 'verified' : 'fails';
}
