import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/data/hash.ts';
import { copyDesk, runCommand, temporaryFolder } from '../support/command.ts';

/** Hash of every file of a folder, by its path. */
function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(names.sort().map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}

describe('npm run build', () => {
  it('gives the same bytes twice, in another time zone and locale too', () => {
    const out = join(temporaryFolder(), 'site');
    const { status, stderr } = runCommand('build', ['--out', out], { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8', SITE: '', BASE: '' });
    expect(stderr).not.toContain('error');
    expect(status).toBe(0);
    expect(hashes(out)).toEqual(hashes('dist'));
  });

  it('builds another desk, under another path', () => {
    const { options } = copyDesk();
    const out = join(temporaryFolder(), 'site');
    const { status, stdout } = runCommand('build', [...options, '--out', out, '--json'], { BASE: '/desk', SITE: 'https://desk.example' });
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      { ok: true, findings: [], reports: { '2024-07-17-a-small-desk': { verified: 6, unchecked: 1, sourced: 1 } } },
    ]);
    const page = readFileSync(join(out, 'reports/2024-07-17-a-small-desk/index.html'), 'utf8');
    expect(page).toContain('<link rel="canonical" href="https://desk.example/desk/reports/2024-07-17-a-small-desk/"');
    expect(page).toContain('href="/desk/"');
    expect(page.match(/href="\/(?!desk\/)/g)).toBe(null);
  });

  it('leaves the old site where a check fails, and writes nothing', () => {
    const { options, report } = copyDesk();
    const folder = temporaryFolder();
    const out = join(folder, 'site');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'the old site');
    writeFileSync(report, readFileSync(report, 'utf8').replace('up 3.5%', 'up 3.6%'));
    const { status, stderr } = runCommand('build', [...options, '--out', out]);
    expect(status).toBe(1);
    expect(stderr).toContain(`${report}:15:51  error fact-fails`);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the old site');
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('leaves the old site where a link leads nowhere, and tells which', () => {
    const { options, report } = copyDesk();
    const folder = temporaryFolder();
    const out = join(folder, 'site');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'the old site');
    writeFileSync(report, readFileSync(report, 'utf8').replace('[the first figure](#fig1)', '[the claims](/claim/)'));
    runCommand('metrics', options);
    const { status, stdout } = runCommand('build', [...options, '--out', out, '--json'], { BASE: '/desk' });
    expect([status, JSON.parse(stdout).findings]).toEqual([
      1,
      expect.arrayContaining([
        {
          rule: 'dead-link',
          severity: 'error',
          path: 'reports/2024-07-17-a-small-desk/index.html',
          message: "'/desk/claim/' leads nowhere. Did you mean '/desk/claims/'?",
        },
      ]),
    ]);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the old site');
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('brings the old site back after a build that was killed while it swapped', () => {
    const { options, report } = copyDesk();
    const folder = temporaryFolder();
    const out = join(folder, 'site');
    mkdirSync(`${out}.old`);
    writeFileSync(join(`${out}.old`, 'index.html'), 'the old site');
    mkdirSync(`${out}.new`);
    writeFileSync(report, readFileSync(report, 'utf8').replace('up 3.5%', 'up 3.6%'));
    expect(runCommand('build', [...options, '--out', out]).status).toBe(1);
    cpSync(report, join(folder, 'unused'));
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });
});
