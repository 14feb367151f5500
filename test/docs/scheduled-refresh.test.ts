import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { finalFrom } from '../../src/publishers/thresholds.ts';
import { temporaryFolder } from '../support/command.ts';

interface Workflow {
  on: { schedule: { cron: string }[]; workflow_dispatch: null };
  permissions: Record<string, string>;
  concurrency: { group: string; 'cancel-in-progress': boolean };
  jobs: { refresh: { steps: { uses?: string; run?: string }[] } };
}

const workflowText = readFileSync('.github/workflows/refresh.yml', 'utf8');
const workflow: Workflow = parse(workflowText);
const { steps } = workflow.jobs.refresh;
const commands = steps.flatMap(({ run }) => run ?? []);
const page = readFileSync('docs/scheduled-refresh.md', 'utf8');
const [, pageScript] = /```bash\n([\s\S]*?)```/.exec(page) ?? ['', ''];

describe('the scheduled refresh', () => {
  it('is made of commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const text of [workflowText, page]) {
      const names = [...text.matchAll(/npm run (\w+)/g)].map(([, name]) => name);
      expect(names).toContain('refresh');
      expect(Object.keys(scripts)).toEqual(expect.arrayContaining(names));
    }
    expect(readFileSync('scripts/refresh.ts', 'utf8')).toContain("'--quiet'");
  });

  it('starts from Monday to Friday, on the same day in New York, when its figures are final, all year', () => {
    const [{ cron }] = workflow.on.schedule;
    expect(page).toContain(`\n${cron} `);
    const [minute, hour, ...days] = cron.split(' ');
    expect(days).toEqual(['*', '*', '1-5']);
    const hours = new Map<string, number>();
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= 28; day++) {
        const start = Temporal.ZonedDateTime.from({ timeZone: 'UTC', year: 2026, month, day, hour: Number(hour), minute: Number(minute) });
        const there = start.withTimeZone('America/New_York');
        expect(there.dayOfWeek).toBe(start.dayOfWeek);
        expect(there.hour).toBeGreaterThanOrEqual(finalFrom);
        hours.set(there.toPlainDate().toString(), there.hour);
      }
    }
    expect([hours.get('2026-01-14'), hours.get('2026-07-15')]).toEqual([18, 19]);
  });

  it('may write a branch and a pull request and nothing else, and never runs twice at once', () => {
    expect(workflow.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
    expect(workflow.concurrency).toEqual({ group: 'refresh', 'cancel-in-progress': false });
    expect(Object.keys(workflow.on)).toEqual(['schedule', 'workflow_dispatch']);
  });

  it('pins actions as the other workflows do', () => {
    const others = ['test', 'publish'].map((name) => readFileSync(`.github/workflows/${name}.yml`, 'utf8')).join('\n');
    for (const { uses } of steps) if (uses) expect(others).toContain(`uses: ${uses}\n`);
  });

  it('pushes to the branch of the pull request and to no other', () => {
    const pushes = [...commands, pageScript].flatMap((text) => text.split('\n')).filter((line) => line.includes('git push'));
    expect(pushes).toEqual(['git push origin "refresh/$id"', 'git push origin "refresh/$id"']);
  });

  it('is the same on another host: the page has the steps of the workflow', () => {
    for (const run of commands.filter((line) => !line.startsWith('npm install'))) expect(pageScript).toContain(run);
  });
});

/** What `npm run refresh` leaves behind. */
const newSnapshot = `mkdir -p data/snapshots/2024-07-18 data/refreshes
echo new > data/snapshots/2024-07-18/a.csv
echo told > data/refreshes/2024-07-18.md`;

describe.each([
  ['the workflow', ['set -e', ...commands].join('\n')],
  ['the script of the page', pageScript],
])('%s', (_, script) => {
  it('opens a pull request with the refresh report, from a branch of its own, and leaves main alone', () => {
    const host = hostWith(newSnapshot);
    const main = host.git('rev-parse', 'main');
    expect(host.run(script)).toBe(0);
    expect(host.git('rev-parse', 'main')).toBe(main);
    expect(host.git('diff', '--name-only', 'main', 'refresh/2024-07-18')).toBe(
      'data/refreshes/2024-07-18.md\ndata/snapshots/2024-07-18/a.csv',
    );
    expect(host.opened()).toBe(
      'pr create --base main --head refresh/2024-07-18 --title Snapshot 2024-07-18 --body-file data/refreshes/2024-07-18.md\n',
    );
  });

  it('does nothing where nothing is new', () => {
    const host = hostWith(':');
    expect(host.run(script)).toBe(0);
    expect([host.git('branch', '--format=%(refname:short)'), host.opened()]).toEqual(['main', '']);
  });

  it('opens it too where a statement of a living report stopped being true, and fails', () => {
    const host = hostWith(`${newSnapshot}\nexit 1`);
    expect(host.run(script)).toBe(1);
    expect(host.opened()).toContain('--head refresh/2024-07-18');
  });

  it('leaves a branch alone that waits for review', () => {
    const host = hostWith(newSnapshot);
    host.git('branch', 'refresh/2024-07-18', 'main');
    expect(host.run(script)).toBe(0);
    expect([host.git('rev-parse', 'refresh/2024-07-18'), host.opened()]).toEqual([host.git('rev-parse', 'main'), '']);
  });

  it.each([1, 2, 130])('fails where the refresh ends with %i, and opens nothing', (status) => {
    const host = hostWith(`exit ${status}`);
    expect(host.run(script)).toBe(status);
    expect([host.git('branch', '--format=%(refname:short)'), host.opened()]).toEqual(['main', '']);
  });
});

/**
 * A repository with one snapshot, a clone of it as home/marked-to-market, an `npm` whose `run refresh` does what is
 * given, and a `gh` that writes down how it was called.
 */
function hostWith(refresh: string) {
  const folder = temporaryFolder();
  const [origin, clone, bin, called] = ['origin.git', 'marked-to-market', 'bin', 'called'].map((name) => join(folder, name));
  const identity = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  const env = { ...process.env, ...identity, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', PATH: `${bin}:${process.env.PATH}` };
  const shell = (command: string, cwd: string) => spawnSync('bash', ['-c', command], { cwd, env, encoding: 'utf8' });
  const tool = (name: string, text: string) => {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  mkdirSync(bin);
  tool('npm', `[ "$*" = "run refresh -- --quiet" ] || exit 0\n${refresh}`);
  tool('gh', `echo "$*" >> "${called}"`);
  const made = shell(
    `git init --quiet --bare --initial-branch main "${origin}" && git clone --quiet "${origin}" "${clone}" && cd "${clone}" &&
    git switch --quiet --create main && mkdir -p data/snapshots/2024-07-17 && echo old > data/snapshots/2024-07-17/a.csv &&
    git add data && git commit --quiet --message first && git push --quiet origin main`,
    folder,
  );
  expect([made.status, made.stderr]).toEqual([0, expect.not.stringContaining('fatal')]);
  return {
    run: (script: string) => shell(script, clone).status,
    git: (...args: string[]) => spawnSync('git', args, { cwd: origin, env, encoding: 'utf8' }).stdout.trim(),
    opened: () => (existsSync(called) ? readFileSync(called, 'utf8') : ''),
  };
}
