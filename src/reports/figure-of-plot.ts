/** A figure of series drawn by a Plot specification, which stands in a YAML file beside the report. */
import { dirname, join } from 'node:path';
import type { Element } from '../assertions/element.ts';
import type { FigureData } from '../charts/figure-data.ts';
import type { PlotKind } from '../charts/kind.ts';
import { faultsOf } from '../charts/plot/faults.ts';
import { plotSchema, type Specification } from '../charts/plot/specification.ts';
import { type CheckedYaml, parseCheckedYaml } from '../checked-yaml.ts';
import { sha256 } from '../data/hash.ts';
import { error, Fault, type Finding, type Place } from '../finding.ts';
import type { Context } from '../metrics/evaluate.ts';
import { didYouMean } from '../nearest.ts';
import type { Report } from './figure-attributes.ts';
import { type Drawn, figureOfSeries } from './figure-of-series.ts';

/** The files that stand beside a report, by name. */
export interface Beside {
  /** Of the report itself. */
  path: string;
  files: ReadonlyMap<string, string>;
}

/**
 * Null (and findings, those of the file at their lines) where it can't be drawn.
 * @throws ExpressionError
 */
export function figureOfPlot(
  element: Element,
  kind: PlotKind,
  beside: Beside,
  context: Context,
  report: Report,
  findings: Finding[],
): Drawn | null {
  const { value: name = '', offset = 0 } = element.attributes.get('plot') ?? {};
  const text = beside.files.get(name);
  if (text === undefined) {
    const known = [...beside.files.keys()];
    const there = known.length > 0 ? `${didYouMean(name, known)} There are: ${known.join(', ')}.` : ' There is no YAML file there.';
    return report('unknown-file', offset, `there is no file '${name}' beside the report.${there}`);
  }
  const read = readSpecification(text, join(dirname(beside.path), name), findings);
  const drawn = figureOfSeries(element, kind, context, report);
  if (read === null || drawn === null) return null;
  const specification = read.value as unknown as Specification;
  const twice = sameName(drawn.data);
  if (twice !== null)
    return report(
      'figure',
      element.attributes.get('names')?.offset ?? element.offset,
      `two series are named '${twice}'. Give each a name of its own: they are columns.`,
    );
  const faults = faultsOf(specification, drawn.data);
  findings.push(...faults.map(({ keys, message }) => error('plot', read.placeOf(...keys), `${message}.`, element.id)));
  if (faults.length > 0) return null;
  return {
    data: drawn.data,
    annotations: { ...drawn.annotations, plot: { specification, hash: sha256(text) } },
    words: wordsIn(specification).map(({ keys, text }) => ({ text, place: read.placeOf(...keys) })),
  };
}

function readSpecification(text: string, path: string, findings: Finding[]): CheckedYaml<unknown> | null {
  try {
    return parseCheckedYaml(text, path, plotSchema);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    findings.push(...fault.findings);
    return null;
  }
}

function sameName({ lines }: FigureData): string | null {
  const titles = lines.map(({ title }) => title);
  return titles.find((title, k) => titles.indexOf(title) < k) ?? null;
}

/** Words of the author's that a drawing prints, with their place in the file. */
export interface PlacedWords {
  text: string;
  place: Place;
}

function wordsIn({ small, ...specification }: Specification): { keys: string[]; text: string }[] {
  const of = ({ marks = [], x, y }: Partial<Specification>, at: string[]): { keys: string[]; text: string }[] => [
    ...marks.flatMap(({ words }, k) => (words === undefined ? [] : [{ keys: [...at, 'marks', String(k), 'words'], text: words }])),
    ...(x?.label ? [{ keys: [...at, 'x', 'label'], text: x.label }] : []),
    ...(y?.label ? [{ keys: [...at, 'y', 'label'], text: y.label }] : []),
  ];
  return [...of(specification, []), ...of(small ?? {}, ['small'])];
}
