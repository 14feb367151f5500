// Written by 'npm run reference' from src/assertions/components.ts.

/** What the extension 'MDX' of an editor knows of a report. */
type MDXProvidedComponents = {
  /** A value of ours. Without words it prints the value; with words, each claim in them is held against the data, and one that does not hold stops the build. */
  Fact(props: {
    /** The metric: measures over series, such as 'return(rut, 5d)'. `npm run series` and `npm run measures` list both. */
    m: string;
    /** The day of the value, YYYY-MM-DD. Left out, the report's asOf. */
    at?: string;
    /** The window that a range in the words is told of: '5d', 'from 2024-07-09 to 2024-07-16'. */
    over?: string;
    /** Of a Fact without words: decimals and unit, such as '.2%', '+.1pp', '.0bp' or '.1m'. */
    format?: string;
    /** Its name in addresses, corrections and figures: lower-case letters, digits and '-'. Left out, it is numbered. */
    id?: string;
    children?: unknown;
  }): unknown;
  /** Somebody else's figure, in their words. With a metric it is checked, and our figure is shown beside it; it does not stop the build unless 'expect' says what should come out. */
  Reported(props: {
    /** Who said it: the name of a file in content/people, without its ending. */
    by: string;
    /** Where it was read: the name of a file in content/sources, without its ending. */
    source: string;
    /** The metric that their figure is checked with. Left out, it is shown as unchecked. */
    m?: string;
    /** The day of the value, YYYY-MM-DD. Left out, the report's asOf. */
    at?: string;
    /** The window that a range in the words is told of: '5d', 'from 2024-07-09 to 2024-07-16'. */
    over?: string;
    /** What should come out: anything else stops the build. */
    expect?: 'holds' | 'contradicted';
    /** Why it is not checked, where there is no metric. */
    why?: string;
    /** Its name in addresses, corrections and figures: lower-case letters, digits and '-'. Left out, it is numbered. */
    id?: string;
    children: unknown;
  }): unknown;
  /** Somebody's words, word for word. '…' parts what was left out, '[…]' is yours. */
  Quote(props: {
    /** Who said it: the name of a file in content/people, without its ending. */
    by: string;
    /** Where it was read: the name of a file in content/sources, without its ending. */
    source: string;
    /** Its name in addresses, corrections and figures: lower-case letters, digits and '-'. Left out, it is numbered. */
    id?: string;
    children: unknown;
  }): unknown;
  /** A forecast somebody made. With a metric, a condition and a day it is scored; without the three it is counted as too vague to score. */
  Call(props: {
    /** Who said it: the name of a file in content/people, without its ending. */
    by: string;
    /** Where it was read: the name of a file in content/sources, without its ending. */
    source: string;
    /** The day it was made, YYYY-MM-DD. */
    made: string;
    /** The metric it is scored by. */
    m?: string;
    /** What the metric must be on the day: '> 0', '>= 5%', '< −2 pp'. */
    expects?: string;
    /** The day it is scored, YYYY-MM-DD: on the first session at or after it. */
    due?: string;
    /** Other days on which it could as well have been scored, with commas between: '2024-07-23, 2024-10-16'. */
    also?: string;
    /** Other metrics by which it could as well have been scored, with semicolons between. */
    or?: string;
    /** Why this day and this metric, where there are others; of a call that is not scored, why it can’t be. */
    why?: string;
    /** The metric of the naive alternative: the same condition is read on it, on the same day. */
    instead?: string;
    /** Its name in addresses, corrections and figures: lower-case letters, digits and '-'. Left out, it is numbered. */
    id?: string;
    children: unknown;
  }): unknown;
  /** A chart, drawn from the series it names, with its title, source, data and description. */
  Figure(props: {
    /** How it is drawn. The gallery of the site shows every kind. */
    kind: 'average-bars' | 'before-after' | 'distribution' | 'dots' | 'event-panels' | 'event-paths' | 'indexed-lines' | 'lines' | 'plot' | 'range-band' | 'relative-bars' | 'said-found' | 'small-panels' | 'stacked-panels' | 'windows';
    /** What is drawn: series or metrics, with commas between: 'rut, return(spx, 5d)'. */
    series?: string;
    /** The finding, as a sentence. A Fact may stand in it, with single quotes. */
    title: string;
    /** What is drawn, in which unit, over which time. */
    subtitle: string;
    /** The first day, YYYY-MM-DD. Of windows the stretch in which they begin: '2023-11-01 to 2023-11-10'. */
    from?: string;
    /** The last day, YYYY-MM-DD. Left out, the report's asOf. Of windows the stretch in which they end. */
    to?: string;
    /** How many of the last sessions are drawn, instead of 'from'. Of events how many after each. */
    sessions?: string;
    /** The condition that makes a day an event: 'return(rut, 5d) - return(spx, 5d) >= 5%'. */
    trigger?: string;
    /** The days of the events, with commas between: '2001-01-03, 2007-09-18'. */
    events?: string;
    /** How many sessions before each event are drawn. */
    before?: string;
    /** What is drawn by name, one each, with commas between, or semicolons where a name has a comma. */
    names?: string;
    /** The Reported figures of this report that are drawn: their ids, with spaces between. */
    claims?: string;
    /** The id of a Reported figure that is drawn as a level, with its label: 'precedent: as reported'. */
    level?: string;
    /** Days that are shaded, with a name: '2024-07-09 to 2024-07-16: Last five sessions'. Of events the day of one. */
    highlight?: string;
    /** A day that is pointed at, with a name: '2024-07-11: June CPI'. */
    mark?: string;
    /** Over how many sessions a trailing average is drawn. */
    average?: string;
    /** The file beside the report with the Plot specification that kind 'plot' draws: 'curve.yaml'. */
    plot?: string;
    /** What a reader must know of the data, under the figure. */
    note?: string;
    /** What the figure shows, for those who do not see it. Left out, it is written from the values. */
    description?: string;
    /** Set in the width of text and margin together. */
    wide?: true;
    /** Its name in addresses, corrections and figures: lower-case letters, digits and '-'. Left out, it is numbered. */
    id?: string;
    children?: never;
  }): unknown;
  /** A table of what followed a condition, over a few horizons, beside the same on all days. */
  EventStudy(props: {
    /** What is looked at afterwards: one series, or two of which the first minus the second: 'rut, spx'. */
    series: string;
    /** The condition: 'return(rut, 5d) - return(spx, 5d) >= 5%'. */
    trigger: string;
    /** The horizons in sessions, a row each, with commas between: '5, 20, 60'. */
    sessions: string;
    /** The day of the value, YYYY-MM-DD. Left out, the report's asOf. */
    at?: string;
    /** Its name in addresses, corrections and figures: lower-case letters, digits and '-'. Left out, it is numbered. */
    id?: string;
    children?: never;
  }): unknown;
  /** The key takeaways: a numbered list at the head of the report. */
  Takeaways(props: {
    children: unknown;
  }): unknown;
  /** A table of all Reported figures of one source, with what we find. */
  Audit(props: {
    /** Where it was read: the name of a file in content/sources, without its ending. */
    source: string;
    children?: never;
  }): unknown;
  /** A note in the margin, inside of a paragraph. */
  Note(props: {
    /** Its first words, set in bold. */
    title?: string;
    children: unknown;
  }): unknown;
};

/** Nothing else has attributes that are known. */
declare module 'report/jsx-runtime' {
  export namespace JSX {
    type Element = unknown;
    interface ElementChildrenAttribute {
      children: unknown;
    }
    interface IntrinsicElements {
      [name: string]: Record<string, unknown>;
    }
  }
}
