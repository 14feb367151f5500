import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const refused = [
  ['src/built-site', '../reports/record.ts'],
  ['src/memory', '../data/day.ts'],
  ['src/site', '../components/number.ts'],
  ['src/data', '../metrics/units.ts'],
  ['src/data', '../publishers/validate.ts'],
  ['src/publishers', '../metrics/units.ts'],
  ['src/metrics', '../assertions/verify.ts'],
  ['src/metrics/measures', '../../charts/theme.ts'],
  ['src/assertions', '../charts/theme.ts'],
  ['src/assertions', '../reports/record.ts'],
  ['src/charts', '../assertions/verify.ts'],
  ['src/charts', '../reports/record.ts'],
  ['src/reports', '../components/number.ts'],
  ['src/reference', '../components/number.ts'],
  ['src/components', '../pages/b.ts'],
  ['src/components', '../layouts/b.ts'],
  ['src/reports', '../../scripts/command.ts'],
  ['src/browser', '../components/number.ts'],
  ['src/browser', '../reports/record.ts'],
] as const;

const allowed = [
  ['src/built-site', '../finding.ts'],
  ['src/memory', '../finding.ts'],
  ['src/site', '../reports/library.ts'],
  ['src/publishers', '../data/table.ts'],
  ['src/metrics/measures', '../column.ts'],
  ['src/metrics', '../data/day.ts'],
  ['src/assertions', '../metrics/units.ts'],
  ['src/charts', '../metrics/units.ts'],
  ['src/reports', '../charts/theme.ts'],
  ['src/reference', '../publishers/declaration.ts'],
  ['src/pages', '../reports/library.ts'],
  ['src/browser', '../metrics/number-style.ts'],
] as const;

/** The project's linter on a folder of files with one import each. */
describe('imports run downwards only', () => {
  let folder: string;
  let printed: string;
  const nameOf = (from: string, imported: string): string => `${from}/${imported.replace(/\W+/g, '-')}.ts`;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mtm-imports-'));
    cpSync('biome.json', join(folder, 'biome.json'));
    for (const [from, imported] of [...refused, ...allowed]) {
      const path = join(folder, nameOf(from, imported));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import { x } from '${imported}';\n\nexport const y = x;\n`);
    }
    const { stdout, stderr } = spawnSync(
      resolve('node_modules/.bin/biome'),
      ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', '.'],
      { cwd: folder, encoding: 'utf8' },
    );
    printed = stdout + stderr;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(refused)('%s may not import %s', (from, imported) => {
    expect(printed).toContain(nameOf(from, imported));
  });

  it.each(allowed)('%s may import %s', (from, imported) => {
    expect(printed).not.toContain(nameOf(from, imported));
  });
});
