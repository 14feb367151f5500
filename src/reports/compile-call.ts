/**
 * A Call: a forecast somebody made, with the metric, the condition and the day it is to be scored by, and what else would have been as
 * reasonable. All of it is fixed at entry, so nothing is looked at here but whether it can be scored at all.
 */
import type { Attribute, Element } from '../assertions/element.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import { error, type Finding } from '../finding.ts';
import { evaluateColumn } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { UNIT_WORDS } from '../metrics/unit-words.ts';
import { readAttribution } from './attribution.ts';
import { type Condition, fitsUnit, parseCondition, suffixFor } from './call-condition.ts';
import { endSentence } from './compute.ts';
import type { Bare, CallRecord } from './record.ts';
import type { ReportContext } from './report-context.ts';

/** A part of an attribute, with the place of its first character in the file. */
type Part = Attribute;

type Refuse = (place: string | Part, message: string) => void;

const SCORED_BY = ['m', 'expects', 'due'] as const;

export function compileCall(element: Element, context: ReportContext, findings: Finding[]): Bare<CallRecord> {
  const { id, text, attributes, offset } = element;
  const value = (name: string): string | null => attributes.get(name)?.value ?? null;
  const refuse: Refuse = (place, message) => {
    const at = typeof place === 'string' ? attributes.get(place)?.offset : place.offset;
    findings.push(error('call', context.source.placeOf(at ?? offset), message, id));
  };
  const attribution = readAttribution(element, context, findings);
  const isScored = attributes.has('m');
  const made = readDay(partsOf(attributes.get('made'), ',')[0], refuse);
  const due = readDay(partsOf(attributes.get('due'), ',')[0], refuse);
  checkMade(made, attribution.source, context, refuse);
  if (made !== null && due !== null && due <= made)
    refuse('due', `the call is due on ${isoOf(due)}, not after it was made on ${isoOf(made)}.`);
  checkWhole(element, refuse);

  const expects = value('expects');
  const condition = expects === null ? null : parseCondition(expects);
  if (expects !== null && condition === null) refuse('expects', `'${expects}' is not a condition. Write '> 0', '>= 5%' or '< −2 pp'.`);
  const read = (part: Part, isMain = false): MetricInWords | null => metricInWords(part, isMain, condition, context, refuse);
  const [m, other] = [attributes.get('m'), attributes.get('instead')];
  const metric = m ? read(m, true) : null;
  const instead = other ? read(other) : null;
  const others = partsOf(attributes.get('or'), ';');
  for (const part of repeated([...partsOf(attributes.get('m'), ';'), ...others]))
    refuse(part, `'${part.value}' stands here already. Name each metric once.`);
  const also = otherDays(partsOf(attributes.get('also'), ','), made, due, refuse);
  const or = others.flatMap((part) => read(part) ?? []);
  return {
    id,
    kind: 'call',
    text: text ?? '',
    ...attribution,
    made: value('made') ?? '',
    status: isScored ? 'open' : 'unscorable',
    metric: value('m'),
    words: metric?.words ?? null,
    expects,
    due: value('due'),
    ...(also.length > 0 ? { also } : {}),
    ...(or.length > 0 ? { or } : {}),
    ...(attributes.has('why') ? { why: value('why') ?? '' } : {}),
    ...(instead ? { instead } : {}),
  };
}

/** The parts of an attribute between separators, each with its place. */
function partsOf(attribute: Attribute | undefined, separator: string): Part[] {
  if (!attribute) return [];
  let start = 0;
  return attribute.value.split(separator).map((written) => {
    const offset = attribute.offset + start + (written.length - written.trimStart().length);
    start += written.length + separator.length;
    return { value: written.trim(), offset };
  });
}

/** Those that stand before among them, however they are spaced. */
function repeated(parts: readonly Part[]): Part[] {
  const bare = parts.map(({ value }) => value.replace(/\s+/g, ''));
  return parts.filter((_part, k) => bare.indexOf(bare[k]) < k);
}

function readDay(part: Part | undefined, refuse: Refuse): Day | null {
  if (part === undefined) return null;
  if (isIsoDate(part.value)) return dayOf(part.value);
  refuse(part, `'${part.value}' is not a date. Write YYYY-MM-DD.`);
  return null;
}

function checkMade(made: Day | null, source: string, { published, cards }: ReportContext, refuse: Refuse): void {
  const card = cards.sources.get(source);
  if (made === null) return;
  if (made > published) refuse('made', `${isoOf(made)} is after the report's publication on ${isoOf(published)}: it could not be quoted.`);
  else if (card && !card.approximate && made > dayOf(card.date))
    refuse('made', `${isoOf(made)} is after the source, which is of ${card.date}.`);
}

/** A call is scored by three attributes together; what is reasonable besides them is said only of one that is, with the reason. */
function checkWhole({ attributes }: Element, refuse: Refuse): void {
  const scored = SCORED_BY.filter((name) => attributes.has(name));
  if (scored.length === 1 || scored.length === 2) {
    const missing = SCORED_BY.filter((name) => !attributes.has(name)).join(' and ');
    refuse(
      scored[0],
      `a call is scored by m, expects and due together: ${missing} ${missing.includes(' ') ? 'are' : 'is'} missing. Leave all three out where it is too vague to score.`,
    );
  }
  const besides = (['also', 'or', 'instead'] as const).filter((name) => attributes.has(name));
  if (scored.length === 0)
    for (const name of besides) refuse(name, `'${name}' is of a call that is scored: write m, expects and due too, or leave it out.`);
  const why = attributes.get('why');
  if (why && why.value.trim() === '') refuse('why', 'write the reason, or leave it out.');
  const asks = besides.find((name) => name !== 'instead');
  if (!why && scored.length > 0 && asks)
    refuse(asks, `where '${asks}' names what would have been as reasonable, why="…" says why this day and this metric were taken.`);
}

function otherDays(parts: readonly Part[], made: Day | null, due: Day | null, refuse: Refuse): string[] {
  for (const part of repeated(parts)) refuse(part, `${part.value} stands here already. Name each day once.`);
  return parts.map((part) => {
    const day = readDay(part, refuse);
    if (day !== null && day === due) refuse(part, `${part.value} is the day on which the call is due. Name other days only.`);
    else if (day !== null && made !== null && day <= made) refuse(part, `${part.value} is not after ${isoOf(made)}, the day it was made.`);
    return part.value;
  });
}

type MetricInWords = NonNullable<CallRecord['instead']>;

/** The metric must be one the data can give, in the unit of the condition; what it will be is not looked at. */
function metricInWords(
  { value: metric, offset }: Part,
  isMain: boolean,
  condition: Condition | null,
  context: ReportContext,
  refuse: Refuse,
): MetricInWords | null {
  try {
    const { column, words } = evaluateColumn(metric, context);
    if (column.unit === 'date') refuse({ value: metric, offset }, `${metric} is a day: no call can be scored by it. Take another metric.`);
    else if (condition && !fitsUnit(condition, column.unit)) {
      const { comparison, number, suffix } = condition;
      const [unit, written] = [UNIT_WORDS[column.unit], `${comparison} ${numberIn(number, suffix)}`];
      if (isMain)
        refuse(
          'expects',
          `'${written}' does not fit ${metric}, which is in ${unit}. Write '${comparison} ${numberIn(number, suffixFor(column.unit))}', or the number that is meant.`,
        );
      else
        refuse(
          { value: metric, offset },
          `the condition is read on this metric too, and it is in ${unit}. Take one that '${written}' fits.`,
        );
    }
    return { metric, words };
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    refuse({ value: metric, offset: offset + fault.offset }, endSentence(fault.message));
    return null;
  }
}

const numberIn = (number: number, suffix: Condition['suffix']): string => `${number}${/^[a-z]/.test(suffix) ? ` ${suffix}` : suffix}`;
