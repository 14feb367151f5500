/** All files that `npm run reference` writes: schemas, types and settings for editors, and the pages of the reference. */
import { kinds } from '../charts/kinds/index.ts';
import { componentTypes } from './component-types.ts';
import { fileSchemas } from './file-schemas.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { componentsPage, frontMatterPage, indexPage, peopleAndSourcesPage, publishersPage, wordsPage } from './pages.ts';
import { figureSnippets, snippets, snippetsFile } from './snippets.ts';
import { extensionsFile, settingsFile, tasksFile } from './vscode.ts';

/** The files by their paths, from the project's top. */
export function referenceFiles(): ReadonlyMap<string, string> {
  const kindNames = [...kinds.keys()];
  return new Map([
    ...fileSchemas.map(({ name, title, schema, page }): [string, string] => [
      `docs/schemas/${name}.json`,
      `${JSON.stringify(jsonSchemaOf(schema, title, page === null ? 'ref' : 'inline'), null, 2)}\n`,
    ]),
    ['.vscode/settings.json', settingsFile(fileSchemas)],
    ['.vscode/tasks.json', tasksFile()],
    ['.vscode/extensions.json', extensionsFile()],
    ['.vscode/marked-to-market.code-snippets', snippetsFile([...snippets, ...figureSnippets([...kinds.values()])])],
    ['src/components/provided.d.ts', componentTypes(kindNames)],
    ['docs/reference/README.md', indexPage()],
    ['docs/reference/components.md', componentsPage(snippets, kindNames)],
    ['docs/reference/front-matter.md', frontMatterPage(snippets)],
    ['docs/reference/people-and-sources.md', peopleAndSourcesPage(snippets)],
    ['docs/reference/publishers.md', publishersPage(snippets)],
    ['docs/reference/words.md', wordsPage()],
  ]);
}
