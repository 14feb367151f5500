/** The pages of the reference, in Markdown, from what is declared in code. */
import { type AttributeDeclaration, type ComponentDeclaration, components } from '../assertions/components.ts';
import { fetchDeclaration } from '../publishers/fetch-declaration.ts';
import { type FileSchema, fileSchemas } from './file-schemas.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { keyTable } from './key-table.ts';
import { expanded, type Snippet } from './snippets.ts';
import { wordGroups, wordsOf } from './word-groups.ts';

const WRITTEN = 'This page is written from the code by `npm run reference`; a test keeps it so.';

/** The day that the examples are of. */
export const EXAMPLE_DAY = '2024-07-17';

const codeBlock = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** `docs/reference/components.md` @param kinds names of the chart kinds */
export function componentsPage(snippets: readonly Snippet[], kinds: readonly string[]): string {
  const sections = Object.entries(components as Record<string, ComponentDeclaration>).map(([name, declaration]) =>
    [
      `## ${name}`,
      `${declaration.doc} ${INSIDE[declaration.children]}`,
      attributeTable(declaration.attributes),
      ...(name === 'Figure' ? [kindsLine(kinds)] : examplesOf(name, 'mdx', snippets)),
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  const lead = `What may stand in angle brackets in a report. Attributes are text in quotes: the report is read, never run. Inside of an
attribute's text, Facts are written with single quotes: \`title="Small caps <Fact m='streak(rut)'>rose five days in a row</Fact>"\`.
Which words are understood says [words.md](words.md), which metrics there are [measures.md](../measures.md).`;
  return page('Components', lead, sections);
}

const INSIDE = { required: 'Words stand inside.', optional: 'Words may stand inside.', none: "It is closed with '/>'." };

function attributeTable(attributes: Readonly<Record<string, AttributeDeclaration>>): string {
  const rows = Object.entries(attributes).map(([name, { need, doc, values }]) => {
    const needed = { required: 'yes', optional: '', switch: 'without a value' }[need];
    const words = values ? ` One of ${values.map((value) => `\`${value}\``).join(', ')}.` : '';
    return `| \`${name}\` | ${needed} | ${doc}${words} |`;
  });
  return rows.length === 0 ? '' : ['| attribute | needed | what it is |', '|---|---|---|', ...rows].join('\n');
}

function kindsLine(kinds: readonly string[]): string {
  const links = kinds.map((kind) => `[\`${kind}\`](../figures/kinds.md#${kind})`);
  return `The kinds, each with what it shows, an example and the attributes it takes: ${links.join(', ')}. The gallery of the site draws them.`;
}

const examplesOf = (name: string, language: string, snippets: readonly Snippet[]): string[] =>
  snippets
    .filter(({ of }) => of === name)
    .map(({ description, body }) => `${description}.\n\n${codeBlock(language, expanded(body, EXAMPLE_DAY))}`);

/** `docs/reference/front-matter.md` */
export function frontMatterPage(snippets: readonly Snippet[]): string {
  const lead = `What stands at the head of a report, between two lines of \`---\`. An unknown key is an error, with the nearest known one. A key that is
not needed may be left out. \`corrections[].date\` is the key \`date\` of each entry of the list \`corrections\`. Dates are written as YYYY-MM-DD.`;
  return page('Front matter', lead, sectionsOf('front-matter', 'yaml', snippets, ''));
}

/** `docs/reference/people-and-sources.md` */
export function peopleAndSourcesPage(snippets: readonly Snippet[]): string {
  const lead = `The files beside the reports. All may be left out. An unknown key is an error, with the nearest known one; \`<name>\` is a key that you choose.`;
  return page('People, sources and other files', lead, sectionsOf('people-and-sources', 'yaml', snippets, '## '));
}

/** `docs/reference/publishers.md` */
export function publishersPage(snippets: readonly Snippet[]): string {
  const lead = `The keys of a file in \`data/publishers/\`. How to add one, and what each kind asks for, says [publishers.md](../publishers.md); examples
are the files in \`data/publishers/\` themselves.`;
  return page('Publishers', lead, [...sectionsOf('publishers', 'yaml', snippets, ''), ...fetchKinds()]);
}

/** What stands under `fetch`, a table a kind. */
function fetchKinds(): string[] {
  const { oneOf = [] } = jsonSchemaOf(fetchDeclaration, '');
  return oneOf.map((form) => {
    const kind = form.properties?.kind;
    return `## \`fetch\` of kind \`${kind?.const}\`\n\n${keyTable(form, 'fetch')}`;
  });
}

function sectionsOf(name: FileSchema['page'], language: string, snippets: readonly Snippet[], heading: string): string[] {
  return fileSchemas
    .filter(({ page }) => page === name)
    .map((file) =>
      [
        heading && `${heading}${file.title}`,
        heading && `\`${file.files}\`. ${file.doc}`,
        keyTable(jsonSchemaOf(file.schema, file.title)),
        ...examplesOf(file.name, language, snippets),
      ]
        .filter(Boolean)
        .join('\n\n'),
    );
}

/** `docs/reference/words.md` */
export function wordsPage(): string {
  const lead = `Every word that a Fact understands, by what it says. Case does not matter. How words work together shows [phrases.md](../phrases.md), with
what the build says of each. The examples hold as of July 16, 2024, unless they name another day. A new word is one entry in \`src/assertions/lexicon.ts\`.`;
  const sections = Object.entries(wordGroups).map(([title, groups]) => {
    const rows = groups.map((group) => {
      const { example } = group;
      const on = example?.at ? ` on ${example.at}` : '';
      const shown = example ? `${example.words} (\`${example.metric}\`${on})` : '';
      return `| ${group.title} | ${wordsOf(group).join(', ')} | ${group.doc} | ${shown} |`;
    });
    return [`## ${title}`, '', '| group | words | what they say | example |', '|---|---|---|---|', ...rows].join('\n');
  });
  return page('Words', lead, sections);
}

/** `docs/reference/README.md` */
export function indexPage(): string {
  const lead = `What may be written, and where. All of it stands in the editor as well: [editor.md](../editor.md).`;
  return page('Reference', lead, [
    `| page | what it holds |
|---|---|
| [components.md](components.md) | Fact, Reported, Quote, Call, Figure and the others, with their attributes |
| [front-matter.md](front-matter.md) | the head of a report |
| [people-and-sources.md](people-and-sources.md) | people, sources, glossary, named metrics, names, home page |
| [publishers.md](publishers.md) | what is fetched from whom |
| [words.md](words.md) | every word that a Fact understands |
| [measures.md](../measures.md) | every measure and every window |
| [figures](../figures/) | every kind of chart |`,
  ]);
}

function page(title: string, lead: string, sections: readonly string[]): string {
  return `${[`# ${title}`, `${lead}\n${WRITTEN}`, ...sections].join('\n\n')}\n`;
}
