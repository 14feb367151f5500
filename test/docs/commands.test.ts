import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand, runHere, temporaryFolder } from '../support/command.ts';

/** Lines of the shell blocks of a page. */
function commandsIn(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block.trim().split('\n'));
}

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    // The commands of another desk follow each other: another-desk.test.ts runs them.
    .filter((name) => name.endsWith('.md') && name !== 'another-desk.md')
    .map((name) => join('docs', name)),
];
const commands = [...new Set(pages.flatMap(commandsIn))];

/** The two lines of the README are what `.ci/run` runs; these tests are part of the second. */
const twoLines = ['npm ci && npm run build', 'npm ci && npm test'];
/** What tests of their own run: test/lint.test.ts, and test/site/build.test.ts, where no other build is at work. */
const runElsewhere = ['npm run lint', 'npm run build -- --until 2026-12-01'];
/** What starts a browser or a build. */
const ownProcess = ['bench', 'build', 'lighthouse', 'pdf'];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const scriptOf = (name: string): string => /^node scripts\/(.+)\.ts$/.exec(scripts[name])?.[1] ?? name;

describe('every command shown in the docs', () => {
  it('the two lines stand in the README and in .ci/run', () => {
    expect(commandsIn('README.md').slice(0, 2)).toEqual(twoLines);
    for (const line of twoLines) expect(readFileSync('.ci/run', 'utf8')).toContain(line);
  });

  it.each(commands.filter((line) => ![...twoLines, ...runElsewhere].includes(line)))('%s', async (line) => {
    const [, name, options = ''] = /^npm run ([a-z]+)(?: -- (.+))?$/.exec(line) ?? [];
    expect(name, `'${line}' is not one of our commands`).toBeDefined();
    // On a copy of the desk, so that nothing of ours is changed.
    const folder = temporaryFolder();
    for (const part of ['content', 'data']) cpSync(part, join(folder, part), { recursive: true });
    const args = [...options.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
    const run = ownProcess.includes(name) ? runCommand : runHere;
    const { status, stderr } = await run(scriptOf(name), name === 'refresh' ? [...args, '--data', join(folder, 'data')] : args, {
      MTM_CONTENT: join(folder, 'content'),
      MTM_DATA: join(folder, 'data'),
    });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  });
});
