/** What a kind of chart is: what it draws, how it draws it, and how it is told in words and in a table. */
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

/** A return as somebody gave it. */
export interface Said {
  /** As they put it: 'nearly 19%'. */
  text: string;
  /** The number in it: 19. */
  number: number;
  /** The same as a ratio. */
  value: number;
  /** Where the return lies by these words: above `value` for 'more than 20%' (1), below it for 'nearly 19%' (-1), at it (0). */
  side: 1 | 0 | -1;
}

/** What was said of a line's value, and what became of it. */
export interface Claim extends Said {
  isContradicted: boolean;
}

/** A return that was given, as a level that others are held against. */
export interface Level extends Said {
  label: string;
}

/** What stands in a figure besides its points, where its kind takes it. */
export interface Annotations {
  highlight?: Highlight;
  mark?: Mark;
  /** Number of sessions of a trailing average. */
  average?: number;
  /** One a line, in the order of the lines. */
  claims?: readonly Claim[];
  /** The days on which windows begin: one a line, in the order of the lines. */
  starts?: readonly Day[];
  level?: Level;
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

/** How a kind shows its points, whatever they come from. */
interface Display {
  /** An SVG for one size. */
  draw(data: FigureData, spec: DrawingSpec, size: Size): string;
  /** What the chart shows, in words, from its values. */
  describe(data: FigureData, annotations: Annotations): string;
  table(data: FigureData, annotations: Annotations): DataTable;
}

/** A kind that draws the series an author names. */
export interface SeriesKind extends Display {
  of: 'series';
  /** What is wrong with the series for this kind, or null. */
  refuse(series: readonly string[], annotations: Annotations): string | null;
  /** True where the figure must say from which day it is drawn. */
  needsFrom: boolean;
  /** True where only the last day is drawn: then the figure has no beginning. */
  onOneDay?: boolean;
  /** The annotations it understands. */
  takes: readonly ('highlight' | 'mark' | 'average')[];
  /** The expressions that are drawn, from those the author wrote. */
  expressions(series: readonly string[], from: string, annotations: Annotations): string[];
}

/** A kind that draws Reported figures of the same report beside what the data say. */
export interface ClaimsKind extends Display {
  of: 'claims';
}

/** A kind that draws the return of one series over many windows. */
export interface WindowsKind extends Display {
  of: 'windows';
}

export type ChartKind = SeriesKind | ClaimsKind | WindowsKind;
