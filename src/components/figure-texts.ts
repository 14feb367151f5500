/** The texts of a figure without markup, for all that is not a page: files, pictures, heads, citations. */
import { kindNamed } from '../charts/kinds/index.ts';
import { dayOf } from '../data/day.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { formatDay } from '../metrics/format.ts';
import { spoken } from '../metrics/spoken.ts';
import type { FigureView } from '../reports/compile-figure.ts';
import { inType } from '../reports/in-type.ts';
import { library, type Report } from '../reports/library.ts';
import type { FigureRecord } from '../reports/record.ts';
import { plainText, type RichText } from '../reports/rich-text.ts';
import { type Bound, figureOf, reportOf } from './of-report.ts';
import { resourcesOf } from './resources.ts';
import { sinceOf } from './since.ts';

export interface FigureTexts {
  /** The finding. */
  title: string;
  subtitle: string;
  /** Whose data, notes, day of the data and snapshot. */
  source: string;
  description: string;
  /** 'Figure 3 of “Small caps take the lead”' */
  origin: string;
  /** Day of publication: 'July 17, 2024'. */
  published: string;
}

/** A figure of a report with what belongs to it. */
export interface Placed {
  report: Report;
  figure: FigureView;
  /** Null for that of what followed its publication, which is none of the text. */
  number: number | null;
  snapshot: Snapshot;
  /** The last day of its data. */
  asOf: string;
}

export function placedFigure(bound: Bound): Placed {
  const report = reportOf(bound.report);
  const since = sinceOf(report);
  if (since?.latest?.figure.spec.id === bound.id)
    return { report, figure: since.latest.figure, number: null, snapshot: since.snapshot, asOf: since.latest.reached.at };
  const { snapshot, asOf } = report.record;
  return { report, ...figureOf(bound), snapshot: library().snapshot(snapshot.id), asOf };
}

/** Every figure of every report. */
export function allFigures(): Bound[] {
  return library().reports.flatMap(({ slug, figures }) => [...figures.keys()].map((id) => ({ report: slug, id })));
}

/** Every figure that is there as a file: those of the texts, and those of what followed. */
export function figuresWithFiles(): Bound[] {
  const since = library().reports.flatMap((report) => {
    const id = sinceOf(report)?.latest?.figure.spec.id;
    return id === undefined ? [] : [{ report: report.slug, id }];
  });
  return [...allFigures(), ...since];
}

export function figureTexts({ report, figure, number, snapshot, asOf }: Placed): FigureTexts {
  const printed = new Map(report.record.assertions.map(({ id, text }) => [id, text]));
  const plain = (text: RichText): string => inType(plainText(text, printed));
  const { title, subtitle, note, description } = figure.spec;
  return {
    title: plain(title),
    subtitle: plain(subtitle),
    source: [sourceOf(figure.record, snapshot), plain(note), `Data as of ${formatDay(dayOf(asOf), 'long')}, snapshot ${snapshot.id}.`]
      .filter(Boolean)
      .join(' '),
    description: plain(description) || describedByKind(figure),
    origin: `${number === null ? 'Marked to market: since publication' : `Figure\u00A0${number}`} of “${report.frontMatter.title}”`,
    published: formatDay(dayOf(report.frontMatter.published), 'long'),
  };
}

/** 'Source: US equity indices (Cboe Global Markets).' */
export function sourceOf({ inputs }: Pick<FigureRecord, 'inputs'>, snapshot: Snapshot): string {
  const named = resourcesOf(inputs, snapshot).map(({ title, provenance }) => `${inType(title)} (${provenance.publisherName})`);
  return `Source: ${named.join('; ')}.`;
}

/** What the kind says of the values, as it would be said aloud. */
export function describedByKind({ spec, data }: FigureView): string {
  return spoken(kindNamed(spec.kind).describe(data, spec.annotations));
}
