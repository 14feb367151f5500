/** What a kind of chart is: what it draws, how it draws it, and how it is told in words and in a table. */
import type { Day } from '../data/day.ts';
import type { Unit } from '../metrics/units.ts';
import type { FigureData, Line } from './figure-data.ts';
import type { Specification } from './plot/specification.ts';
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

/** Events whose paths are drawn. */
export interface Events {
  /** In their order in time. */
  days: readonly Day[];
  /** How many sessions are drawn after each, and before it. */
  sessions: number;
  before: number;
  /** What is drawn, in words. */
  of: string;
  /** The condition that makes a day an event, where they are not named: as it is written, and in words. */
  trigger?: { text: string; words: string };
  /** The one that stands out. */
  highlighted?: Day;
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
  /** A line for each event and each series, the events in order; then as many of what was before, where that is drawn. */
  events?: Events;
  plot?: PlotAnnotation;
}

/** A Plot specification that stands in a file beside the report. */
export interface PlotAnnotation {
  specification: Specification;
  /** Hash of its text: a changed picture is a changed record. */
  hash: string;
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

/** An attribute that a kind takes. */
export interface Option {
  /** What it does, for authors. */
  what: string;
  /** A value as it is written. */
  example: string;
  /** True where a figure can't do without it. */
  needed?: boolean;
}

/** What a kind says of itself. The errors of the compiler, the gallery and the guide for authors are made from it and from nothing else. */
interface Declaration {
  /** In a Figure: `kind="…"`. The name of its file. */
  name: string;
  title: string;
  /** What it shows and when to take it, in a sentence or two without markup. */
  purpose: string;
  /** The data it wants: how many series, of what, over which days. */
  wants: string;
  /** How its marks are read, for readers. */
  reading: string;
  /** What it can't do, a line each, five at most. */
  limits: readonly string[];
  /** All its attributes besides those that every figure has (title, subtitle, note, description, wide, id). */
  options: Readonly<Record<string, Option>>;
  /** MDX as an author writes it, with all that the figure draws from: documentation, an entry of the gallery, and a test. */
  example: string;
  /** Files beside the report that the example draws from, by name. */
  files?: Readonly<Record<string, string>>;
}

/** How a kind shows its points, whatever they come from. Values and days are in `data`; nothing else may be drawn. */
interface Display {
  /** An SVG for one size, by `render`: colours are tokens, text has 12 pixels at least. */
  draw(data: FigureData, spec: DrawingSpec, size: Size): string;
  /** What the chart shows, in words, from its values. */
  describe(data: FigureData, annotations: Annotations): string;
  /** The values that are drawn, or a summary of them where they are many: all of them are in the figure's CSV. */
  table(data: FigureData, annotations: Annotations): DataTable;
}

export type ValueOn = (expression: string, day: Day) => { value: number; unit: Unit };

/**
 * A kind that draws the series an author names. From which days follows from its options: with `from` alone a figure must say where it
 * begins, with `sessions` too it says either, with none of them only the last day is drawn.
 */
export interface SeriesKind extends Declaration, Display {
  of: 'series';
  /** The least and the most series it draws. */
  lines: readonly [number, number];
  /** What else is wrong with the series for this kind, or null. `unitOf` throws an ExpressionError for one that is none. */
  refuse?(series: readonly string[], unitOf: (expression: string) => Unit): string | null;
  /** What is wrong with their values, or null. */
  refuseValues?(lines: readonly Line[]): string | null;
  /**
   * The expressions that are drawn, where they are not just those the author wrote.
   * @param valueOn an expression on a day; it throws an ExpressionError where there is none
   */
  expressions?(series: readonly string[], from: string, annotations: Annotations, valueOn: ValueOn): string[];
}

/** A kind that draws series by a Plot specification of the author's. */
export interface PlotKind extends Declaration, Display {
  of: 'plot';
  lines: readonly [number, number];
}

/** A kind that draws Reported figures of the same report beside what the data say. */
export interface ClaimsKind extends Declaration, Display {
  of: 'claims';
}

/** A kind that draws the return of one series over many windows. */
export interface WindowsKind extends Declaration, Display {
  of: 'windows';
}

/** A kind that draws what came after events: a path from the close of each. */
export interface EventsKind extends Declaration, Display {
  of: 'events';
  /** The least and the most series, and events. */
  lines: readonly [number, number];
  events: readonly [number, number];
  /** True where two series are drawn as one path: the first minus the second. */
  isDifference: boolean;
}

export type ChartKind = SeriesKind | PlotKind | ClaimsKind | WindowsKind | EventsKind;
