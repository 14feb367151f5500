import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kinds } from '../../src/publishers/kinds/index.ts';

interface Block {
  language: string;
  path: string;
  text: string;
}

/** The code blocks of a page that say where they stand: ```ts src/metrics/measures/x.ts */
function blocksOf(page: string): Block[] {
  const found = readFileSync(page, 'utf8').matchAll(/^(`{3,})(\w+) (\S+)\n([\s\S]*?)^\1$/gm);
  return [...found].map(([, , language, path, text]) => ({ language, path, text }));
}

const blocks = blocksOf('docs/extending.md');
/** Whole files; the others are lines of one. */
const files = blocks.filter(({ path }) => /^(src|test)\//.test(path));
const tests = files.filter(({ path }) => path.endsWith('.test.ts')).map(({ path }) => path);
const linted = files.filter(({ language }) => ['ts', 'astro'].includes(language)).map(({ path }) => path);

/** A program of the project in the copy, side by side with others. */
function ran(folder: string, program: string, args: readonly string[]): Promise<{ status: number | null; printed: string }> {
  const { CI: _ci, VITEST: _vitest, VITEST_WORKER_ID: _worker, ...env } = process.env;
  const path = `${resolve('node_modules/.bin')}:${env.PATH}`;
  const child = spawn(program, args, { cwd: folder, env: { ...env, PATH: path, NO_COLOR: '1', UPDATE_DRAWINGS: '1' } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += data));
  return new Promise((done) => child.on('close', (status) => done({ status, printed })));
}

/** The project with the examples of the guide written into it. */
describe('the examples of docs/extending.md', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mtm-extending-'));
    const copied = (path: string): boolean => !/^test\/(site|drill|commands|cases\/(?!publishers))|^docs\/pictures/.test(path);
    for (const part of ['src', 'test', 'docs', 'biome.json', 'tsconfig.json', 'package.json', 'astro.config.mjs'])
      cpSync(part, join(folder, part), { recursive: true, filter: copied });
    for (const part of ['node_modules', 'data', 'content', 'scripts', 'public']) symlinkSync(resolve(part), join(folder, part));
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are nine files, with a test for each of four', () => expect([files.length, tests.length]).toEqual([9, 4]));

  it('pass the types, the linter, their own tests, and those that hold for all measures and charts', async () => {
    const generic = ['every-measure', 'look-ahead'].map((name) => `test/metrics/${name}.test.ts`);
    const documented = ['measures', 'publishers'].map((name) => `test/docs/${name}.test.ts`);
    const patience = ['--isolate=false', '--testTimeout=120000', '--hookTimeout=120000', '--update'];
    const [types, lint, own, all] = await Promise.all([
      ran(folder, 'tsc', []),
      ran(folder, 'biome', ['check', '--vcs-enabled=false', '--error-on-warnings', ...linted]),
      ran(folder, 'vitest', ['run', ...tests, ...documented, ...patience]),
      ran(folder, 'vitest', ['run', ...generic, 'test/charts/recipes.test.ts', '--testNamePattern=drawdownDuration|slope', ...patience]),
    ]);
    expect(types).toEqual({ status: 0, printed: '' });
    expect(lint.status, lint.printed).toBe(0);
    expect(own.status, own.printed).toBe(0);
    expect(own.printed).toMatch(/Test Files\s+6 passed/);
    expect(all.status, all.printed).toBe(0);
    expect(all.printed).toMatch(/Test Files\s+3 passed/);
    // What the files themselves bring to the pages of documentation.
    const row = blocks.find(({ path }) => path === 'docs/measures.md');
    expect(readFileSync(join(folder, 'docs/measures.md'), 'utf8')).toContain(row?.text);
    expect(readFileSync(join(folder, 'docs/publishers.md'), 'utf8')).toContain('| `ny-fed-rates` | the days that are missing');
  });

  it('show a declaration that their kind of publisher accepts', async () => {
    const path = resolve(folder, 'src/publishers/kinds/ny-fed-rates.ts');
    const { kind } = await import(/* @vite-ignore */ path);
    expect(kinds.has('ny-fed-rates')).toBe(false);
    expect(kind.schema.parse(parse(blocks.find((block) => block.path === 'fetch')?.text ?? ''))).toMatchObject({ kind: 'ny-fed-rates' });
  });
});
