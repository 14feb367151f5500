/**
 * The components a report may use, and the attributes of each. Anything else in angle brackets is an error,
 * so that a misspelt Fact can't pass as prose. What is said of each here stands in the reference and in the editor.
 */

export interface AttributeDeclaration {
  need: 'required' | 'optional' | 'switch';
  /** What it is, in a sentence or two, for authors. */
  doc: string;
  /** All it may be, where that is a few words. */
  values?: readonly string[];
}

export interface ComponentDeclaration {
  /** What it is, in a sentence or two, for authors. */
  doc: string;
  /** Set for what has an id and a place in the record: the letters its generated ids begin with. */
  idPrefix?: string;
  attributes: Readonly<Record<string, AttributeDeclaration>>;
  /** Attributes whose words a reader sees, and which may hold assertions. */
  texts?: readonly string[];
  /** Whether words may, must or must not stand inside. */
  children: 'required' | 'optional' | 'none';
}

const required = (doc: string) => ({ need: 'required', doc }) as const;
const optional = (doc: string) => ({ need: 'optional', doc }) as const;
const oneOf = <const V extends readonly string[]>(values: V, doc: string) => ({ need: 'optional', doc, values }) as const;

const id = optional("Its name in addresses, corrections and figures: lower-case letters, digits and '-'. Left out, it is numbered.");
const at = optional("The day of the value, YYYY-MM-DD. Left out, the report's asOf.");
const over = optional("The window that a range in the words is told of: '5d', 'from 2024-07-09 to 2024-07-16'.");
const by = required('Who said it: the name of a file in content/people, without its ending.');
const source = required('Where it was read: the name of a file in content/sources, without its ending.');

export const components = {
  Fact: {
    doc: 'A value of ours. Without words it prints the value; with words, each claim in them is held against the data, and one that does not hold stops the build.',
    idPrefix: 'f',
    attributes: {
      m: required("The metric: measures over series, such as 'return(rut, 5d)'. `npm run series` and `npm run measures` list both."),
      at,
      over,
      format: optional("Of a Fact without words: decimals and unit, such as '.2%', '+.1pp', '.0bp' or '.1m'."),
      id,
    },
    children: 'optional',
  },
  Reported: {
    doc: "Somebody else's figure, in their words. With a metric it is checked, and our figure is shown beside it; it does not stop the build unless 'expect' says what should come out.",
    idPrefix: 'r',
    attributes: {
      by,
      source,
      m: optional('The metric that their figure is checked with. Left out, it is shown as unchecked.'),
      at,
      over,
      expect: oneOf(['holds', 'contradicted'], 'What should come out: anything else stops the build.'),
      why: optional('Why it is not checked, where there is no metric.'),
      id,
    },
    children: 'required',
  },
  Quote: {
    doc: "Somebody's words, word for word. '…' parts what was left out, '[…]' is yours.",
    idPrefix: 'q',
    attributes: { by, source, id },
    children: 'required',
  },
  Call: {
    doc: 'A forecast somebody made. With a metric, a condition and a day it is scored; without the three it is counted as too vague to score.',
    idPrefix: 'c',
    attributes: {
      by,
      source,
      made: required('The day it was made, YYYY-MM-DD.'),
      m: optional('The metric it is scored by.'),
      expects: optional("What the metric must be on the day: '> 0', '>= 5%', '< −2 pp'."),
      due: optional('The day it is scored, YYYY-MM-DD: on the first session at or after it.'),
      also: optional("Other days on which it could as well have been scored, with commas between: '2024-07-23, 2024-10-16'."),
      or: optional('Other metrics by which it could as well have been scored, with semicolons between.'),
      why: optional('Why this day and this metric, where there are others; of a call that is not scored, why it can’t be.'),
      instead: optional('The metric of the naive alternative: the same condition is read on it, on the same day.'),
      id,
    },
    children: 'required',
  },
  Figure: {
    doc: 'A chart, drawn from the series it names, with its title, source, data and description.',
    idPrefix: 'fig',
    attributes: {
      kind: required('How it is drawn. The gallery of the site shows every kind.'),
      series: optional("What is drawn: series or metrics, with commas between: 'rut, return(spx, 5d)'."),
      title: required('The finding, as a sentence. A Fact may stand in it, with single quotes.'),
      subtitle: required('What is drawn, in which unit, over which time.'),
      from: optional("The first day, YYYY-MM-DD. Of windows the stretch in which they begin: '2023-11-01 to 2023-11-10'."),
      to: optional("The last day, YYYY-MM-DD. Left out, the report's asOf. Of windows the stretch in which they end."),
      sessions: optional("How many of the last sessions are drawn, instead of 'from'. Of events how many after each."),
      trigger: optional("The condition that makes a day an event: 'return(rut, 5d) - return(spx, 5d) >= 5%'."),
      events: optional("The days of the events, with commas between: '2001-01-03, 2007-09-18'."),
      before: optional('How many sessions before each event are drawn.'),
      names: optional('What is drawn by name, one each, with commas between, or semicolons where a name has a comma.'),
      claims: optional('The Reported figures of this report that are drawn: their ids, with spaces between.'),
      level: optional("The id of a Reported figure that is drawn as a level, with its label: 'precedent: as reported'."),
      highlight: optional("Days that are shaded, with a name: '2024-07-09 to 2024-07-16: Last five sessions'. Of events the day of one."),
      mark: optional("A day that is pointed at, with a name: '2024-07-11: June CPI'."),
      average: optional('Over how many sessions a trailing average is drawn.'),
      plot: optional("The file beside the report with the Plot specification that kind 'plot' draws: 'curve.yaml'."),
      note: optional('What a reader must know of the data, under the figure.'),
      description: optional('What the figure shows, for those who do not see it. Left out, it is written from the values.'),
      wide: { need: 'switch', doc: 'Set in the width of text and margin together.' },
      id,
    },
    texts: ['title', 'subtitle', 'note', 'description', 'names', 'highlight', 'mark', 'level'],
    children: 'none',
  },
  EventStudy: {
    doc: 'A table of what followed a condition, over a few horizons, beside the same on all days.',
    idPrefix: 'study',
    attributes: {
      series: required("What is looked at afterwards: one series, or two of which the first minus the second: 'rut, spx'."),
      trigger: required("The condition: 'return(rut, 5d) - return(spx, 5d) >= 5%'."),
      sessions: required("The horizons in sessions, a row each, with commas between: '5, 20, 60'."),
      at,
      id,
    },
    children: 'none',
  },
  Takeaways: { doc: 'The key takeaways: a numbered list at the head of the report.', attributes: {}, children: 'required' },
  Audit: { doc: 'A table of all Reported figures of one source, with what we find.', attributes: { source }, children: 'none' },
  Note: {
    doc: 'A note in the margin, inside of a paragraph.',
    attributes: { title: optional('Its first words, set in bold.') },
    texts: ['title'],
    children: 'required',
  },
} as const satisfies Record<string, ComponentDeclaration>;

export type ComponentName = keyof typeof components;

type Declared<N extends ComponentName> = (typeof components)[N]['attributes'];

/** The attributes that a report may write on a component, all of them optional: a page may leave out what the record has. */
export type Written<N extends ComponentName> = {
  -readonly [A in keyof Declared<N>]?: Declared<N>[A] extends { values: readonly (infer V)[] }
    ? V
    : Declared<N>[A] extends { need: 'switch' }
      ? true
      : string;
};

/** Components whose ids go into the record. */
export type BoundName = 'Fact' | 'Reported' | 'Quote' | 'Call' | 'Figure' | 'EventStudy';

export function isComponent(name: string): name is ComponentName {
  return Object.hasOwn(components, name);
}

export function isBound(name: ComponentName): name is BoundName {
  return 'idPrefix' in components[name];
}
