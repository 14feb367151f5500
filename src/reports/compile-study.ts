/** An EventStudy: what followed a condition, over a few horizons, beside the same on all days. Each number is that of a measure. */
import type { Element } from '../assertions/element.ts';
import { dayOf, isIsoDate, isoOf } from '../data/day.ts';
import { error, type Finding } from '../finding.ts';
import { type Context, evaluateAt, evaluateColumn, mergeInputs, type ValueAt } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { headingOf } from '../metrics/heading.ts';
import { isLevel } from '../metrics/units.ts';
import { endSentence } from './compute.ts';
import { splitSeries } from './figure-attributes.ts';
import { inputRecords } from './inputs.ts';
import type { StudyRecord } from './record.ts';
import type { WordsContext } from './report-context.ts';

type Horizon = StudyRecord['horizons'][number];

const MOST_HORIZONS = 6;

/** Null (and a finding) where it can't be computed. */
export function compileStudy(element: Element, context: WordsContext, findings: Finding[]): StudyRecord | null {
  const { id, attributes, offset } = element;
  const { source, asOf } = context;
  const value = (name: string): string => attributes.get(name)?.value ?? '';
  const refuse = (rule: string, name: string, message: string, within = 0): null => {
    findings.push(error(rule, source.placeOf((attributes.get(name)?.offset ?? offset) + within), message, id));
    return null;
  };
  /** What a part of the study is, or null and a finding at the attribute that it comes from. */
  const read = <T>(name: string, evaluate: () => T, isItsText = false): T | null => {
    try {
      return evaluate();
    } catch (fault) {
      if (!(fault instanceof ExpressionError)) throw fault;
      return refuse(fault.rule, name, endSentence(fault.message), isItsText ? fault.offset : 0);
    }
  };

  const written = value('at');
  if (written && !isIsoDate(written)) return refuse('at', 'at', `'${written}' is not a date. Write YYYY-MM-DD.`);
  const at = written ? dayOf(written) : asOf;
  if (at > asOf) return refuse('look-ahead', 'at', `${written} is after the report's asOf, ${isoOf(asOf)}: it could not be known.`);
  const known = { ...context, asOf: at };

  const series = splitSeries(value('series'));
  if (series.length < 1 || series.length > 2)
    return refuse('study', 'series', `a study is of one series, or of two: the first minus the second. These are ${series.length}.`);
  const levels = read('series', () => series.map((one) => evaluateColumn(one, known)));
  const trigger = read('trigger', () => evaluateColumn(value('trigger'), known), true);
  if (levels === null || trigger === null) return null;
  const stranger = levels.findIndex(({ column }) => !isLevel(column.unit));
  if (stranger >= 0)
    return refuse(
      'study',
      'series',
      `'${series[stranger]}' is in ${levels[stranger].column.unit}. Write the series itself, such as 'rut': the study takes its returns.`,
    );
  const [isRate, ...others] = levels.map(({ column }) => column.unit === 'percent');
  if (others.some((other) => other !== isRate))
    return refuse('study', 'series', 'a rate and a price have no difference. Take two of a kind.');
  if (trigger.column.unit !== 'flag')
    return refuse(
      'study',
      'trigger',
      `'${value('trigger')}' is no condition, it is in ${trigger.column.unit}. Write a comparison such as 'return(rut, 5d) >= 5%'.`,
    );
  const horizons = value('sessions')
    .split(',')
    .map((count) => count.trim());
  if (horizons.length > MOST_HORIZONS || !horizons.every((count) => /^[1-9]\d{0,3}$/.test(count)))
    return refuse(
      'study',
      'sessions',
      `'${value('sessions')}' is not a list of horizons. Write one to six numbers of sessions with commas between: '5, 20, 60'.`,
    );

  const move = (count: number): string => series.map((one) => `${isRate ? 'change' : 'return'}(${one}, ${count}d)`).join(' - ');
  const found = horizons.map((count) => read('sessions', () => horizonOf(move(Number(count)), value('trigger'), Number(count), at, known)));
  const rows = found.flatMap((one) => one ?? []);
  if (rows.length < horizons.length) return null;
  return {
    id,
    line: source.placeOf(offset).line,
    at: isoOf(at),
    series,
    trigger: value('trigger'),
    words: { of: levels.map(({ words }) => words).join(' minus '), trigger: headingOf(value('trigger'), known) },
    horizons: rows.map(({ horizon }) => horizon),
    inputs: inputRecords(mergeInputs(rows.flatMap(({ inputs }) => inputs))),
  };
}

/** @throws ExpressionError where there is no answer */
function horizonOf(
  metric: string,
  trigger: string,
  sessions: number,
  at: number,
  context: Context,
): { horizon: Horizon; inputs: ValueAt['inputs'] } {
  const answer = (expression: string): ValueAt => evaluateAt(expression, at, context);
  const cases = answer(`afterCases(${trigger}, ${sessions})`);
  const followed = (measure: string): number => answer(`${measure}(${metric}, ${trigger}, ${sessions})`).value;
  const mean = answer(`baselineMean(${metric})`);
  const isNone = cases.value === 0;
  return {
    horizon: {
      sessions,
      metric,
      unit: mean.unit,
      days: answer(`afterCount(${trigger}, ${sessions})`).value,
      cases: cases.value,
      mean: isNone ? null : followed('afterMean'),
      median: isNone ? null : followed('afterMedian'),
      hits: followed('afterHits'),
      baseline: {
        mean: mean.value,
        median: answer(`baselineMedian(${metric})`).value,
        hitRate: answer(`baselineHitRate(${metric})`).value,
        cases: answer(`baselineCases(${metric}, ${sessions})`).value,
      },
    },
    inputs: [...cases.inputs, ...mean.inputs],
  };
}
