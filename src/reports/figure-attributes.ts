/** The attributes of a Figure: which of them its kind has, and the few forms they are written in. */
import type { Attribute, Element } from '../assertions/element.ts';
import type { ChartKind } from '../charts/kind.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import type { Context } from '../metrics/evaluate.ts';

/** Notes a finding at an offset of the file; null, to be handed on. */
export type Report = (rule: string, at: number, message: string) => null;

/** Attributes that say what is drawn, by what a kind draws. All others are those of any figure, and the annotations of series. */
const OWN: Readonly<Record<ChartKind['of'], readonly string[]>> = {
  series: ['series', 'names', 'from', 'to', 'sessions'],
  claims: ['claims', 'names'],
  windows: ['series', 'from', 'to', 'level'],
};
const NEEDED: Readonly<Record<ChartKind['of'], readonly string[]>> = { series: ['series'], claims: ['claims'], windows: OWN.windows };
const ANNOTATIONS = ['highlight', 'mark', 'average'];

/** True where the figure has what its kind needs, and nothing that only other kinds have. */
export function hasOwnAttributes({ attributes, offset }: Element, kind: ChartKind, report: Report): boolean {
  const refuse = (rule: string, name: string, message: string): false => {
    report(rule, attributes.get(name)?.offset ?? offset, message);
    return false;
  };
  const missing = NEEDED[kind.of].find((name) => !attributes.get(name)?.value.trim());
  if (missing) return refuse('missing-attribute', missing, `<Figure> needs the attribute '${missing}'.`);
  // Which annotations a kind of series takes is told where they are read.
  const others = [...Object.values(OWN).flat(), ...(kind.of === 'series' ? [] : ANNOTATIONS)].filter(
    (name) => !OWN[kind.of].includes(name),
  );
  const foreign = others.find((name) => attributes.has(name));
  if (!foreign) return true;
  const takes = [...OWN[kind.of], ...(kind.of === 'series' ? kind.takes : [])];
  return refuse('figure', foreign, `'${attributes.get('kind')?.value}' has no ${foreign}. It takes ${takes.join(', ')}.`);
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
