/** The settings that VS Code reads from the project, and the tasks that fill its list of problems. */
import type { FileSchema } from './file-schemas.ts';
import { CHECKED, CHECKING } from './problem-lines.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A finding with a line, as `formatFinding` writes it. The path may hold a colon. */
const PLACED = {
  regexp: '^(.+?):(\\d+)(?::(\\d+))? {2}(error|warning) ([a-z][a-z0-9-]*) {2}(.*)$',
  file: 1,
  line: 2,
  column: 3,
  severity: 4,
  code: 5,
  message: 6,
};

/** A finding of a file as a whole. VS Code drops what has no line, unless its pattern says that it is of a file. */
const OF_FILE = {
  kind: 'file',
  regexp: '^(?!.+?:\\d+ {2})(.+?) {2}(error|warning) ([a-z][a-z0-9-]*) {2}(.*)$',
  file: 1,
  severity: 2,
  code: 3,
  message: 4,
};

const matcherOf = (pattern: object) => ({
  owner: 'marked-to-market',
  source: 'check',
  fileLocation: ['autoDetect', `\${workspaceFolder}`],
  pattern,
});

const problemMatcher = [matcherOf(PLACED), matcherOf(OF_FILE)];

/** Of the preview: its problems are those between the last two such lines. */
const background = { activeOnStart: true, beginsPattern: `^${CHECKING}$`, endsPattern: `^${CHECKED}$` };

const task = (script: string, detail: string, more: object = {}) => ({
  label: script,
  type: 'npm',
  script,
  detail,
  presentation: { reveal: 'silent', clear: true },
  problemMatcher,
  ...more,
});

/** `.vscode/tasks.json` */
export function tasksFile(): string {
  return json({
    version: '2.0.0',
    tasks: [
      task('check', 'Everything a reviewer would want checked; findings in the list of problems', {
        group: { kind: 'test', isDefault: true },
      }),
      task('metrics', 'Write the records anew'),
      task('build', 'Check, then build the site into dist', { group: { kind: 'build', isDefault: true } }),
      task('dev', 'The preview: pages and findings follow what is saved', {
        type: 'shell',
        script: undefined,
        command: 'npm run dev -- --problems',
        isBackground: true,
        problemMatcher: [{ ...matcherOf(PLACED), background }, matcherOf(OF_FILE)],
      }),
    ],
  });
}

/** `.vscode/settings.json`: which schema a file has, and what makes prose and front matter pleasant to write. */
export function settingsFile(schemas: readonly FileSchema[]): string {
  const ofYaml = schemas.filter(({ files }) => files.endsWith('.yaml'));
  return json({
    'yaml.schemas': Object.fromEntries(ofYaml.map(({ name, files }) => [`./docs/schemas/${name}.json`, [files, `test/cases/*/${files}`]])),
    'astro.content-intellisense': true,
    'mdx.server.enable': true,
    '[mdx]': {
      'editor.wordWrap': 'on',
      'editor.snippetSuggestions': 'top',
      'editor.quickSuggestions': { other: true, comments: false, strings: true },
    },
    '[yaml]': { 'editor.snippetSuggestions': 'top' },
  });
}

/** `.vscode/extensions.json` */
export function extensionsFile(): string {
  return json({ recommendations: ['astro-build.astro-vscode', 'unifiedjs.vscode-mdx', 'redhat.vscode-yaml', 'biomejs.biome'] });
}
