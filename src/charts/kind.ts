/** What a kind of chart is: how it takes series, how it draws, and how it is told in words and in a table. */
import type { FigureData } from './figure-data.ts';
import type { Size } from './theme.ts';

/** A stretch of days that is shaded and named. */
export interface Highlight {
  from: number;
  to: number;
  label: string;
}

export interface DrawingSpec {
  /** Ids of the title and the description in the page. */
  titleId: string;
  descriptionId: string;
  highlight?: Highlight;
}

export interface DataTable {
  caption: string;
  /** The first column is a row's head. */
  columns: string[];
  rows: string[][];
}

export interface ChartKind {
  /** What is wrong with the series for this kind, or null. */
  refuse(series: readonly string[]): string | null;
  /** True where the figure must say from which day it is drawn. */
  needsFrom: boolean;
  /** The expressions that are drawn, from those the author wrote. */
  expressions(series: readonly string[], from: string): string[];
  /** An SVG for one size. */
  draw(data: FigureData, spec: DrawingSpec, size: Size): string;
  /** What the chart shows, in words, from its values. */
  describe(data: FigureData): string;
  table(data: FigureData): DataTable;
}
