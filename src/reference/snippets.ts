/** Pieces that an author starts from: snippets of the editor, and the examples of the reference. Each compiles as it stands. */
import type { ComponentName } from '../assertions/components.ts';
import type { ChartKind } from '../charts/kind.ts';

export interface Snippet {
  /** What is typed to get it. */
  prefix: string;
  description: string;
  /** The component, or the name of the file schema, that it is an example of. */
  of: ComponentName | (string & {});
  /** In VS Code's form: `${1:words}` are replaced one after the other, `${1|one,another|}` are picked, `$0` is where it ends. */
  body: string;
}

export const snippets: readonly Snippet[] = [
  {
    prefix: 'report',
    description: 'Front matter of a report',
    of: 'front-matter',
    body: `---
title: \${1:The finding, in a sentence}
description: \${2:What it rests on and what it means.}
published: \${3:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}
asOf: \${4:2024-07-16}
snapshot: \${5:2024-07-17}
authors: [The desk]
topics: [\${6:Small-cap rotation}]
draft: true
---

$0
`,
  },
  {
    prefix: 'correction',
    description: 'A correction, in the front matter',
    of: 'front-matter',
    body: `corrections:
  - date: \${1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}
    kind: \${2|correction,clarification,update,retraction|}
    claims: [\${3:f1}]
    was: \${4:The words as they were.}
    now: \${5:The words as they are right.}
    why: \${6:What happened.}
`,
  },
  {
    prefix: 'allow',
    description: 'Words that are let pass, in the front matter',
    of: 'front-matter',
    body: `allow:
  - { text: "\${1:Route 66}", reason: \${2:the name of a road} }
`,
  },
  {
    prefix: 'fact',
    description: 'A Fact in your own words: every claim in them is checked',
    of: 'Fact',
    body: `<Fact m="\${1:return(rut, 5d)}">\${2:rose 11.5% in five sessions}</Fact>`,
  },
  {
    prefix: 'value',
    description: 'A Fact without words: it prints the value',
    of: 'Fact',
    body: `<Fact m="\${1:return(rut, 5d)}" />`,
  },
  {
    prefix: 'factat',
    description: 'A Fact of another day than the report',
    of: 'Fact',
    body: `<Fact m="\${1:return(rut, 1w)}" at="\${2:2024-07-12}">\${3:its best week since November 2023}</Fact>`,
  },
  {
    prefix: 'reported',
    description: "Somebody else's figure, checked with our data",
    of: 'Reported',
    body: `<Reported by="\${1:news-wire}" source="\${2:note-2024-07-17}" m="\${3:return(spx, ytd)}">\${4:nearly 19%}</Reported>`,
  },
  {
    prefix: 'unchecked',
    description: "Somebody else's figure that our data can't check",
    of: 'Reported',
    body: `<Reported by="\${1:dow-jones-market-data}" source="\${2:note-2024-07-17}" why="\${3:volume by single fund is not in our data}">\${4:nearly 2.1 million call options}</Reported>`,
  },
  {
    prefix: 'quote',
    description: "Somebody's words, word for word",
    of: 'Quote',
    body: `<Quote by="\${1:matt-miskin}" source="\${2:note-2024-07-17}">\${3:Lower funding costs will definitely help these companies.}</Quote>`,
  },
  {
    prefix: 'call',
    description: 'A forecast that will be scored',
    of: 'Call',
    body: `<Call by="\${1:morgan-stanley}" source="\${2:note-2024-07-17}" made="\${3:2024-07-16}" m="\${4:return(iwo, 6mo) - return(iwn, 6mo)}" expects="\${5:> 0}" due="\${6:2025-01-16}">\${7:prefers small growth stocks}</Call>`,
  },
  {
    prefix: 'vaguecall',
    description: 'A forecast too vague to score',
    of: 'Call',
    body: `<Call by="\${1:wells-fargo}" source="\${2:note-2024-07-17}" made="\${3:2024-07-16}">\${4:expects financial and energy stocks to do well}</Call>`,
  },
  {
    prefix: 'takeaways',
    description: 'The key takeaways',
    of: 'Takeaways',
    body: `<Takeaways>
1. \${1:The Russell 2000 <Fact m="return(rut, 5d)">rose 11.5% in five sessions</Fact>.}
2. \${2:It closed at <Fact m="rut">its highest level since January 4, 2022</Fact>.}
3. \${3:The S&P 500 <Fact m="return(spx, 5d)">gained 1.6%</Fact>.}
</Takeaways>
`,
  },
  {
    prefix: 'note',
    description: 'A note in the margin',
    of: 'Note',
    body: `<Note title="\${1:What is counted}">\${2:Closes, not the highs of the day.}</Note>`,
  },
  {
    prefix: 'study',
    description: 'What followed a condition, over a few horizons',
    of: 'EventStudy',
    body: `<EventStudy series="\${1:rut, spx}" trigger="\${2:return(rut, 5d) - return(spx, 5d) >= 5%}" sessions="\${3:5, 20, 60}" />`,
  },
  {
    prefix: 'audit',
    description: 'All figures of one source, with what we find',
    of: 'Audit',
    body: `<Audit source="\${1:note-2024-07-17}" />`,
  },
  {
    prefix: 'loose',
    description: 'Lets the statements of its line pass, for a reason',
    of: 'loose',
    body: `{/* loose: \${1:the length of a call, which no data of ours hold} */}`,
  },
  {
    prefix: 'person',
    description: 'A person: content/people/<id>.yaml',
    of: 'person',
    body: `name: \${1:Matt Miskin}
kind: person
role: \${2:co-chief investment strategist}
affiliation: \${3:John Hancock Investment Management}
`,
  },
  {
    prefix: 'firm',
    description: 'A firm: content/people/<id>.yaml',
    of: 'person',
    body: `name: \${1:Morgan Stanley}
kind: firm
`,
  },
  {
    prefix: 'source',
    description: 'A source: content/sources/<id>.yaml',
    of: 'source',
    body: `title: \${1:Statement of the Federal Open Market Committee}
publisher: \${2:Board of Governors of the Federal Reserve System}
date: \${3:2024-07-31}
url: \${4:https://www.federalreserve.gov/newsevents/pressreleases/monetary20240731a.htm}
`,
  },
  {
    prefix: 'term',
    description: 'A term of the glossary',
    of: 'glossary',
    body: `\${1:basis-point}:
  term: \${2:Basis point}
  definition: \${3:A hundredth of a percentage point. Yields and rates move in basis points.}
  method: units
`,
  },
  {
    prefix: 'metric',
    description: 'A metric with a name of its own',
    of: 'metrics',
    body: `\${1:styles}:
  title: \${2:Growth over value}
  shortTitle: \${3:Growth/value}
  metric: \${4:ratio(iwo, iwn)}
`,
  },
  {
    prefix: 'name',
    description: 'What the desk calls a series',
    of: 'names',
    body: `\${1:small caps}: [\${2:rut, iwm}]
`,
  },
  {
    prefix: 'state',
    description: 'A metric of the home page',
    of: 'home',
    body: `state:
  - { label: \${1:Small minus large}, window: \${2:5 sessions}, m: "\${3:return(rut, 5d) - return(spx, 5d)}" }
`,
  },
  {
    prefix: 'method',
    description: 'What the method page says of the subject',
    of: 'method',
    body: `returns: \${1:Returns are price returns. Dividends are left out.}
`,
  },
  {
    prefix: 'settings',
    description: 'Settings of the desk',
    of: 'settings',
    body: `name: \${1:Yield Notes}
description: \${2:Notes on US Treasury yields.}
address: \${3:https://yields.example/}
`,
  },
  {
    prefix: 'plot',
    description: 'A Plot specification beside a report',
    of: 'plot',
    body: `marks:
  - { mark: \${1|lineY,dot,barY,areaY,rectY|}, data: \${2|points,sessions|}, x: \${3:date}, y: \${4:value}, stroke: \${5:series} }
`,
  },
];

/** A figure of each kind, from the kind's example. */
export function figureSnippets(kinds: readonly Pick<ChartKind, 'name' | 'title' | 'example'>[]): Snippet[] {
  return kinds.map(({ name, title, example }) => ({
    prefix: `figure-${name}`,
    description: `Figure: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    of: 'Figure',
    body: `${withPlaces(example)}\n`,
  }));
}

/** The values of a Figure's attributes become places to fill in; its kind stays. */
function withPlaces(mdx: string): string {
  const start = mdx.indexOf('<Figure');
  let count = 0;
  const figure = mdx
    .slice(start)
    .replace(/(\w+)="([^"]*)"/g, (whole, name: string, value: string) =>
      name === 'kind' ? escaped(whole) : `${name}="\${${++count}:${escaped(value)}}"`,
    );
  return escaped(mdx.slice(0, start)) + figure;
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A snippet as it stands when nothing is changed in it. @param day what it takes for today */
export function expanded(body: string, day: string): string {
  const [year, month, date] = day.split('-');
  const variables: Record<string, string> = { CURRENT_YEAR: year, CURRENT_MONTH: month, CURRENT_DATE: date };
  return body
    .replace(/\$(CURRENT_\w+)/g, (_, name: string) => variables[name])
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

/** The file that VS Code reads. */
export function snippetsFile(all: readonly Snippet[]): string {
  const entries = all.map(({ prefix, description, body }) => [
    description,
    { scope: 'mdx,yaml', prefix, description, body: body.replace(/\n$/, '').split('\n') },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
