/** What a kind of chart is: how it takes series, how it draws, and how it is told in words and in a table. */
import type { Day } from '../data/day.ts';
import type { FigureData } from './figure-data.ts';
import type { Size } from './theme.ts';

/** A stretch of days that is shaded and named. */
export interface Highlight {
  from: Day;
  to: Day;
  label: string;
}

/** A day that is pointed at. */
export interface Mark {
  day: Day;
  label: string;
}

/** What an author may add to a figure, where its kind takes it. */
export interface Annotations {
  highlight?: Highlight;
  mark?: Mark;
  /** Number of sessions of a trailing average. */
  average?: number;
}

export interface DrawingSpec extends Annotations {
  /** Ids of the title and the description in the page. */
  titleId: string;
  descriptionId: string;
}

export interface DataTable {
  caption: string;
  /** The first column is a row's head. */
  columns: string[];
  rows: string[][];
}

export interface ChartKind {
  /** What is wrong with the series for this kind, or null. */
  refuse(series: readonly string[], annotations: Annotations): string | null;
  /** True where the figure must say from which day it is drawn. */
  needsFrom: boolean;
  /** True where only the last day is drawn: then the figure has no beginning. */
  onOneDay?: boolean;
  /** The annotations it understands. */
  takes: readonly (keyof Annotations)[];
  /** The expressions that are drawn, from those the author wrote. */
  expressions(series: readonly string[], from: string, annotations: Annotations): string[];
  /** An SVG for one size. */
  draw(data: FigureData, spec: DrawingSpec, size: Size): string;
  /** What the chart shows, in words, from its values. */
  describe(data: FigureData, annotations: Annotations): string;
  table(data: FigureData, annotations: Annotations): DataTable;
}
