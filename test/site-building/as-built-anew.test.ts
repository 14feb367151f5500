import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../src/data/hash.ts';
import { copyDesk, runCommand, temporaryFolder } from '../support/command.ts';

/** Hash of every file of a folder, by its path. */
function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), sha256(readFileSync(path))]),
  );
}

const edit = (path: string, change: (text: string) => string): void => {
  const [before, after] = [readFileSync(path, 'utf8'), change(readFileSync(path, 'utf8'))];
  expect(after).not.toBe(before);
  writeFileSync(path, after);
};

const metrics = (options: readonly string[]): void => expect(runCommand('metrics', [...options]).status).toBe(0);

type Desk = ReturnType<typeof copyDesk>;

/** What may change, one after the other on one desk; and files of the site that must be others then. */
const CHANGES: [what: string, change: (desk: Desk) => void, others: string[]][] = [
  [
    'the words of a report',
    ({ report, record, options }) => {
      rmSync(record); // it was never published
      edit(report, (text) => `${text}\nOne more sentence.\n`);
      metrics(options);
    },
    ['reports/2024-07-17-a-small-desk/index.html'],
  ],
  [
    'the card of a person',
    ({ content }) => {
      const [card] = readdirSync(join(content, 'people'));
      edit(join(content, 'people', card), (text) => text.replace(/^name: .*$/m, 'name: Another name'));
    },
    ['people/index.html'],
  ],
  [
    'a table: a close revised, and a session more, in a new snapshot',
    ({ options }) => {
      const from = temporaryFolder();
      cpSync('test/cases/desk/tables', from, { recursive: true });
      edit(join(from, 'us-equity-indices.csv'), (text) => `${text.replace('2187.02', '2187.20')}2024-07-17,2239.66,5588.27\n`);
      const { status } = runCommand('refresh', ['--from', from, '--id', '2024-07-18', '--accept-revisions', ...options]);
      expect(status).toBe(0);
    },
    ['series/rut/index.html', 'data/index.html', 'index.html'],
  ],
  [
    'a term of the glossary',
    ({ content }) => writeFileSync(join(content, 'glossary.yaml'), 'close:\n  term: Close\n  definition: The last price of a session.\n'),
    ['glossary/index.html'],
  ],
  [
    'the settings',
    ({ content }) => edit(join(content, 'settings.yaml'), (text) => `${text.replace(/^name: .*$/m, '')}\nname: A desk of another name\n`),
    ['index.html', '404.html', 'card.png'],
  ],
  [
    'a report that goes',
    ({ content, data, options }) => {
      rmSync(join(content, 'reports/2024-07-17-a-small-desk'), { recursive: true });
      rmSync(join(data, 'metrics'), { recursive: true });
      rmSync(join(data, 'calls.json'), { force: true });
      metrics(options);
    },
    ['reports/index.html', 'sitemap-0.xml'],
  ],
];

/** Under the project, where the texts of reports find their packages. */
function memoryOfItsOwn(): string {
  const folder = mkdtempSync('node_modules/.cache/mtm-test-');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('a site that was built again where something changed is byte for byte the one that is built anew', () => {
  const desk = copyDesk();
  const memory = memoryOfItsOwn();
  const site = join(temporaryFolder(), 'site');
  /** Shelves and what is known of the site lie in the memory; without one all of it is computed. */
  const build = (out: string, of: string): string => {
    const { status, stdout, stderr } = runCommand('build', [...desk.options, '--out', out], { MTM_MEMORY: of, SITE: '', BASE: '' });
    expect(status, stderr).toBe(0);
    return /(\d+) of (\d+) files made/.exec(stdout)?.[0] ?? 'nothing made';
  };
  build(site, memory);
  expect(build(site, memory)).toBe('nothing made');
  for (const [what, change, others] of CHANGES) {
    const before = hashes(site);
    change(desk);
    const made = build(site, memory);
    const anew = join(temporaryFolder(), 'site');
    build(anew, memoryOfItsOwn());
    const after = hashes(site);
    expect(after, what).toEqual(hashes(anew));
    for (const file of others) expect(after[file], `${what}: ${file}`).not.toBe(before[file]);
    expect(build(site, memory), `after ${what}`).toBe('nothing made');
    expect(made, what).not.toBe('nothing made');
  }
  // Whoever touches a file of the site finds it mended.
  const home = join(site, 'index.html');
  const text = readFileSync(home, 'utf8');
  writeFileSync(home, 'touched');
  build(site, memory);
  expect(readFileSync(home, 'utf8')).toBe(text);
}, 400_000); // thirteen builds and more: on a busy machine minutes
