/** What is wrong with the pair of series in a report's head. */
import type { ReadYaml } from '../checked-yaml.ts';
import { type Day, isoOf } from '../data/day.ts';
import { error, type Finding } from '../finding.ts';
import { type Context, evaluateAt } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { hasReturns, type Unit } from '../metrics/units.ts';
import { didYouMean } from '../nearest.ts';
import type { FrontMatter } from './front-matter.ts';

/** @param context on the pinned snapshot, up to the report's day */
export function pairFindings({ known, placeOf }: ReadYaml<FrontMatter>, context: Context): Finding[] {
  const { pair, asOf } = known;
  if (!pair) return [];
  const refuse = (rule: string, message: string, ...keys: string[]): Finding => error(rule, placeOf('pair', ...keys), message);
  if (asOf === 'latest')
    return [
      refuse('pair', "a living report is never older than its data: nothing has followed since. Leave 'pair' out, or write a day as asOf."),
    ];
  const ids = [...context.snapshot.series.keys(), ...(context.named?.keys() ?? [])];
  const unknown = pair.flatMap((id, index) =>
    ids.includes(id)
      ? []
      : [
          refuse(
            'unknown-series',
            `there is no series '${id}'.${didYouMean(id, ids) || ` Known series: ${ids.join(', ')}.`}`,
            String(index),
          ),
        ],
  );
  if (unknown.length > 0) return unknown;
  const [first, second] = pair;
  if (first === second) return [refuse('pair', `'${first}' stands twice. Name what it is held against.`, '1')];
  const found = pair.map((id, index) => unitOn(id, context.asOf, context) ?? refuse('pair', noValue(id, context.asOf), String(index)));
  const [own, other] = found;
  if (typeof own !== 'string' || typeof other !== 'string') return found.filter((one) => typeof one !== 'string');
  if (hasReturns(own) ? hasReturns(other) : own === other) return [];
  return [
    refuse(
      'pair',
      `'${first}' is in ${own} and '${second}' in ${other}: one move can't be taken from the other. Name two prices, or two rates.`,
    ),
  ];
}

const noValue = (id: string, day: Day): string =>
  `'${id}' has no value on ${isoOf(day)}, from which its way since publication is counted. Name a series that has.`;

/** Null where it has no value on the day. */
function unitOn(id: string, day: Day, context: Context): Unit | null {
  try {
    return evaluateAt(id, day, context).unit;
  } catch (fault) {
    if (fault instanceof ExpressionError) return null;
    throw fault;
  }
}
