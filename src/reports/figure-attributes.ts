/** The attributes of a Figure: which of them its kind takes, and the few forms they are written in. */
import type { Attribute, Element } from '../assertions/element.ts';
import type { ChartKind } from '../charts/kind.ts';
import { kinds } from '../charts/kinds/index.ts';
import { COMMON } from '../charts/options.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import type { Context } from '../metrics/evaluate.ts';

/** Notes a finding at an offset of the file; null, to be handed on. */
export type Report = (rule: string, at: number, message: string) => null;

/** Attributes that only some kinds take. All others are those of any figure. */
const ofSomeKinds = new Set(
  [...kinds.values()].flatMap(({ options }) => Object.keys(options)).filter((name) => !Object.hasOwn(COMMON, name)),
);

/** True where the figure has what its kind needs, and nothing that only other kinds have. */
export function hasOwnAttributes({ attributes, offset }: Element, { name: kind, options }: ChartKind, report: Report): boolean {
  const missing = Object.entries(options).find(([name, { needed }]) => needed && !attributes.get(name)?.value.trim());
  if (missing) {
    const [name, { what, example }] = missing;
    report(
      'missing-attribute',
      attributes.get(name)?.offset ?? offset,
      `a figure of kind '${kind}' needs the attribute '${name}'. ${what}. Write ${name}="${example}".`,
    );
    return false;
  }
  const foreign = [...attributes.keys()].find((name) => ofSomeKinds.has(name) && !Object.hasOwn(options, name));
  if (foreign)
    report(
      'figure',
      attributes.get(foreign)?.offset ?? offset,
      `'${kind}' has no ${foreign}. It takes ${Object.keys(options).join(', ')}.`,
    );
  return foreign === undefined;
}

/**
 * The names of what is drawn, with commas between, or semicolons where a name has a comma; none where the author gives none.
 * Null (and a finding) where there are too many or too few.
 * @param what they are names of: '3 series'
 */
export function readNames({ attributes }: Element, count: number, what: string, report: Report): string[] | null {
  const written = attributes.get('names');
  if (!written) return [];
  const names = written.value.split(written.value.includes(';') ? ';' : ',').map((name) => name.trim());
  return names.length === count
    ? names
    : report('figure', written.offset, `${names.length} names for ${what}. Write one each, with commas between, or semicolons.`);
}

/** A day that could be known. */
export function readDay({ value, offset }: Attribute, context: Context, report: Report): Day | null {
  if (!isIsoDate(value)) return report('figure', offset, `'${value}' is not a date. Write YYYY-MM-DD.`);
  const day = dayOf(value);
  return day > context.asOf
    ? report('look-ahead', offset, `${value} is after the report's asOf, ${isoOf(context.asOf)}: it could not be known.`)
    : day;
}

/** 'rut, return(rut, 1d) - return(spx, 1d)' at its outer commas. */
export function splitSeries(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    if (i === text.length || (text[i] === ',' && depth === 0)) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return parts.filter((part) => part !== '');
}
