/** A Call: a forecast somebody made, with the metric, the condition and the day it is to be scored by, fixed at entry. */
import type { Element } from '../assertions/element.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import { error, type Finding } from '../finding.ts';
import { evaluateColumn } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { readAttribution } from './attribution.ts';
import { endSentence } from './compute.ts';
import type { Bare, CallRecord } from './record.ts';
import type { ReportContext } from './report-context.ts';

/** '> 0', '>= 5%', '< −2 pp': what the metric must be on the day. */
const CONDITION = /^(?:[<>]=?|=) ?[+\-−]?\d[\d,]*(?:\.\d+)? ?(?:%|pp|bp|percentage points|basis points)?$/;

export function compileCall(element: Element, context: ReportContext, findings: Finding[]): Bare<CallRecord> {
  const { id, text, attributes, offset } = element;
  const value = (name: string): string | null => attributes.get(name)?.value ?? null;
  const refuse = (name: string, message: string): void =>
    void findings.push(error('call', context.source.placeOf(attributes.get(name)?.offset ?? offset), message, id));
  const readDay = (name: string): Day | null => {
    const written = value(name);
    if (written === null) return null;
    if (isIsoDate(written)) return dayOf(written);
    refuse(name, `'${written}' is not a date. Write YYYY-MM-DD.`);
    return null;
  };

  const attribution = readAttribution(element, context, findings);
  const [made, due] = [readDay('made'), readDay('due')];
  const source = context.cards.sources.get(attribution.source);
  if (made !== null && made > context.published)
    refuse('made', `${isoOf(made)} is after the report's publication on ${isoOf(context.published)}: it could not be quoted.`);
  else if (made !== null && source && !source.approximate && made > dayOf(source.date))
    refuse('made', `${isoOf(made)} is after the source, which is of ${source.date}.`);
  if (made !== null && due !== null && due <= made)
    refuse('due', `the call is due on ${isoOf(due)}, not after it was made on ${isoOf(made)}.`);

  const [metric, expects] = [value('m'), value('expects')];
  const scored = ['m', 'expects', 'due'].filter((name) => attributes.has(name));
  if (scored.length === 1 || scored.length === 2) {
    const missing = ['m', 'expects', 'due'].filter((name) => !attributes.has(name)).join(' and ');
    refuse(
      scored[0],
      `a call is scored by m, expects and due together: ${missing} ${missing.includes(' ') ? 'are' : 'is'} missing. Leave all three out where it is too vague to score.`,
    );
  }
  if (expects !== null && !CONDITION.test(expects))
    refuse('expects', `'${expects}' is not a condition. Write '> 0', '>= 5%' or '< −2 pp'.`);
  const words = metric === null ? null : metricInWords(metric, context, refuse);
  return {
    id,
    kind: 'call',
    text: text ?? '',
    ...attribution,
    made: value('made') ?? '',
    status: metric === null ? 'unscorable' : 'open',
    metric,
    words,
    expects,
    due: value('due'),
  };
}

/** The metric must be one the data can give; what it will be is not looked at. */
function metricInWords(metric: string, context: ReportContext, refuse: (name: string, message: string) => void): string | null {
  try {
    return evaluateColumn(metric, context).words;
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    refuse('m', endSentence(fault.message));
    return null;
  }
}
