/** A Fact: its metric computed at its date, its words held against the value. */
import type { Element } from '../assertions/read.ts';
import type { SourceText } from '../assertions/source-text.ts';
import { verify } from '../assertions/verify.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import { error, type Finding, type Place, warning } from '../finding.ts';
import { type Context, evaluateAt, type ValueAt } from '../metrics/evaluate.ts';
import { ExpressionError, parseExpression } from '../metrics/expression.ts';
import { formatExact, formatValue, isFormat } from '../metrics/format.ts';
import { isLevel } from '../metrics/units.ts';
import { inputRecords } from './inputs.ts';
import type { FactRecord } from './record.ts';

/** The record of a Fact; null (and a finding) where its metric can't be computed. */
export function compileFact(element: Element, source: SourceText, context: Context, findings: Finding[]): FactRecord | null {
  const { id, attributes, text, offset } = element;
  const metric = attributes.get('m') ?? { value: '', offset };
  const report = (rule: string, place: Place, message: string): void => void findings.push(error(rule, place, message, id));

  const at = readDay(element, source, context, report);
  const format = attributes.get('format');
  if (format && !isFormat(format.value))
    report(
      'format',
      source.placeOf(format.offset),
      `'${format.value}' is not a format. Write decimals and a unit: '.2%', '+.1%', '.0bp', '.2m', '.1'.`,
    );
  if (format && text !== null)
    report('format', source.placeOf(format.offset), 'a Fact with words of its own has no format. Drop the one or the other.');
  if (at === null) return null;

  const found = compute(metric, at, source, context, id, findings);
  if (!found) return null;
  const { value, unit, words, working } = found;
  const display = formatValue(value, unit, format?.value);
  const verdict =
    text === null
      ? { checks: [], complaints: [] }
      : verify(text, value, unit, `${metric.value} on ${isoOf(at)}`, isLevel(unit) && namesALevel(metric.value));
  for (const complaint of verdict.complaints) {
    report(complaint.rule, source.placeOf(element.textOffsets[complaint.offset] ?? offset), complaint.message);
  }
  return {
    id,
    kind: 'fact',
    line: source.placeOf(offset).line,
    text: text ?? display,
    metric: metric.value,
    at: isoOf(at),
    value: unit === 'date' ? isoOf(value) : value,
    unit,
    display,
    exact: formatExact(value, unit),
    words,
    working,
    status: verdict.complaints.length === 0 ? 'verified' : 'fails',
    checks: verdict.checks,
    inputs: inputRecords(found.inputs),
  };
}

function readDay(
  { attributes }: Element,
  source: SourceText,
  context: Context,
  report: (rule: string, place: Place, message: string) => void,
): Day | null {
  const at = attributes.get('at');
  if (!at) return context.asOf;
  const place = source.placeOf(at.offset);
  if (!isIsoDate(at.value)) report('at', place, `'${at.value}' is not a date. Write YYYY-MM-DD.`);
  else if (dayOf(at.value) > context.asOf)
    report('look-ahead', place, `${at.value} is after the report's asOf, ${isoOf(context.asOf)}: it could not be known.`);
  else return dayOf(at.value);
  return null;
}

function compute(
  metric: { value: string; offset: number },
  at: Day,
  source: SourceText,
  context: Context,
  id: string,
  findings: Finding[],
): ValueAt | null {
  try {
    const found = evaluateAt(metric.value, at, context);
    for (const { bound, used } of found.snapped) {
      findings.push(
        warning(
          'window-snapped',
          source.placeOf(metric.offset),
          `there is no value on ${isoOf(bound)}; the one of ${isoOf(used)} is used. Write that date.`,
          id,
        ),
      );
    }
    return found;
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    findings.push(error(fault.rule, source.placeOf(metric.offset + fault.offset), endSentence(fault.message), id));
    return null;
  }
}

function endSentence(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`;
}

/** A level has no direction; the difference or change of one has, though it is in the same unit. */
function namesALevel(metric: string): boolean {
  const expression = parseExpression(metric);
  return expression.kind === 'series' || (expression.kind === 'call' && expression.name !== 'change');
}
