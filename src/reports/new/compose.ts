/** A new report from its template: filled with what the data say, and compiled before anybody sees it. */
import { stringify } from 'yaml';
import { isoOf } from '../../data/day.ts';
import { error, Fault, type Finding } from '../../finding.ts';
import { type CompiledReport, compileReport, type Desk, type ReportFile } from '../compile.ts';
import type { Published } from '../marks.ts';
import type { MetricsRecord } from '../record.ts';
import type { Choices } from './choices.ts';
import { type Named, namedIn, speakingOf } from './speaking-of.ts';
import { statementsOn } from './statements.ts';
import { heardIn, quoteIn, reportedIn, statementsIn } from './taken-over.ts';
import { fillTemplate, holesIn } from './template.ts';
import { type Data, inText } from './true-words.ts';

export interface NewReport {
  file: ReportFile;
  /** Without a finding. */
  compiled: CompiledReport;
  record: MetricsRecord;
}

/** What a sentence is told as where there is none, and how an author comes to one. */
const ABSENT: Readonly<Record<string, string>> = {
  move: 'a number in words: <Fact m="return(…, 5d)">rose 1.2% in five sessions</Fact>',
  superlative: 'a superlative: <Fact m="…">its highest close since May 2024</Fact>',
  streak: 'a streak: <Fact m="streak(…)">rose for the third straight day</Fact>',
  difference: 'two series against each other: <Fact m="return(a, 5d) - return(b, 5d)">1.2 percentage points ahead</Fact> of b',
  figure: 'a figure: <Figure kind="indexed-lines" series="a, b" from="…" title="…" subtitle="…" />',
};

const NO_QUOTE = `{/* No words of anybody are published here yet. To quote: write content/people/<id>.yaml (name, and kind: person or firm) and
    content/sources/<id>.yaml (title, publisher, date, and url or locator), then <Quote by="<id>" source="<id>">word for word</Quote>. */}`;
const NO_REPORTED = `{/* Somebody else's figure goes here: <Reported by="<id>" source="<id>" m="return(…, 5d)">more than 3%</Reported>, with the ids of their files in
    content/people and content/sources. It is shown beside ours. */}`;

/** How often what does not hold is taken away before it is given up. */
const ROUNDS = 6;

/**
 * @param template the template's text
 * @param reports what the desk has published, newest last
 * @throws Fault where what was chosen (the title, say) can't stand in a report
 */
export function composeReport(choices: Choices, template: string, path: string, desk: Desk, reports: readonly Published[]): NewReport {
  const words = wordsFor(choices, desk, reports);
  const needed = new Set(holesIn(template));
  for (let round = 0; round < ROUNDS; round++) {
    const absent = Object.entries(ABSENT).filter(([name]) =>
      [name, `${name}OfIt`].some((hole) => needed.has(hole) && words.get(hole) === null),
    );
    words.set('absent', absent.length > 0 ? absentComment(absent.map(([, how]) => how)) : null);
    const { text, holesOn } = fillTemplate(template, words);
    const file = { slug: choices.slug, path, text };
    const compiled = compileReport(file, desk);
    const { findings, record } = compiled;
    if (findings.length === 0 && record) return { file, compiled, record };
    const faulty = new Set(findings.flatMap(({ line }) => holesOn(line ?? 0)).filter((name) => !isChosen(name) && words.get(name)));
    if (faulty.size === 0) throw new Fault(findings.map((finding) => ofChoice(finding, holesOn(finding.line ?? 0))));
    for (const name of faulty) words.set(name, INSTEAD[name] ?? null);
  }
  throw new Error(`the template '${choices.template}' can't be filled for ${choices.series.map(({ id }) => id).join(', ')}`);
}

const CHOSEN = ['title', 'published', 'asOf', 'snapshot', 'authors', 'topics'];
const isChosen = (name: string): boolean => CHOSEN.includes(name);

const INSTEAD: Readonly<Record<string, string>> = {
  description: 'Where it stands, and what would change the reading.',
  quote: NO_QUOTE,
  reported: NO_REPORTED,
};

/** A fault of what was chosen, told of the choice and not of the file, which is not written. */
function ofChoice(finding: Finding, holes: readonly string[]): Finding {
  const [hole] = holes;
  if (hole !== 'title') return finding;
  const { rule, message } = finding;
  return error(
    rule,
    { path: 'title' },
    `${message} Begin with a title that states nothing, or bind what it states: "Small caps <Fact m='streak(rut)'>rose five days in a row</Fact>".`,
  );
}

function absentComment(lines: readonly string[]): string {
  return `{/* On this day the data give no such statement of this series by themselves. What is left to write:\n${lines.map((line) => `    ${line}`).join('\n')} */}`;
}

function wordsFor(choices: Choices, desk: Desk, reports: readonly Published[]): Map<string, string | null> {
  const { title, published, asOf, topics, authors, source } = choices;
  const snapshot = desk.snapshot(choices.snapshot);
  const data: Data = { snapshot, calendar: desk.calendar, named: desk.named, names: desk.names, asOf, published };
  const [series, other = null] = choices.series;
  const statements = statementsOn(series, other, data);
  const named = (id: string): Named | null => namedIn(id, desk, choices.snapshot);
  const ids = choices.series.map(({ id }) => id);
  const heard = heardIn(reports, source, { cards: desk, named, data });
  const spoken = speakingOf(series);
  const sourceTitle = inText(desk.sources.get(source ?? '')?.title ?? '');
  const description =
    choices.template === 'audit'
      ? `${sourceTitle}, statement by statement, beside what our data say.`
      : (statements.standfirst ?? `${spoken.Name}, and what would change the reading.`);
  return new Map<string, string | null>([
    ...Object.entries(statements),
    ['title', yaml(title)],
    ['description', yaml(description)],
    ['published', isoOf(published)],
    ['asOf', isoOf(asOf)],
    ['snapshot', choices.snapshot],
    ['authors', yaml(authors)],
    ['topics', yaml(topics)],
    ['series', series.id],
    ['pair', other && pairOf(series, other)],
    ['publisher', inText(snapshot.series.get(series.id)?.resource.provenance.publisherName ?? 'a publisher')],
    ['quote', quoteIn(heard) ?? NO_QUOTE],
    ['reported', reportedIn(heard, ids) ?? NO_REPORTED],
    ['statements', source === null ? null : (numbered(statementsIn(heard)) ?? NO_REPORTED)],
    ['source', source],
    ['sourceTitle', sourceTitle],
  ]);
}

/** With the line that says what it is for. */
const pairOf = (series: Named, other: Named): string =>
  `# What these two have done since will stand on the page, under 'Since publication'.\npair: [${series.id}, ${other.id}]`;

const numbered = (sentences: readonly string[]): string | null =>
  sentences.length > 0 ? sentences.map((sentence, i) => `${i + 1}. ${sentence}`).join('\n') : null;

/** A value of the front matter, on one line. */
const yaml = (value: string | readonly string[]): string =>
  stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false, defaultStringType: 'PLAIN' }).trim();
