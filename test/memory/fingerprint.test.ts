import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, fingerprintOfCode, fingerprintOfFiles } from '../../src/memory/fingerprint.ts';
import { temporaryFolder } from '../support/command.ts';

describe('a fingerprint', () => {
  it('is the same for the same parts, and another for any others', () => {
    const parts = fc.array(fc.string());
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const isSame = a.length === b.length && a.every((part, k) => part === b[k]);
        expect(fingerprintOf(...a) === fingerprintOf(...b)).toBe(isSame);
      }),
    );
    expect(fingerprintOf('ab', 'c')).not.toBe(fingerprintOf('a', 'bc'));
  });

  it('is of one file, of a folder, and of one that is not there', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), '1');
    expect(fingerprintOfFiles(join(folder, 'a'))).not.toBe(fingerprintOfFiles(join(folder, 'b')));
    expect(fingerprintOfFiles(folder)).not.toBe(fingerprintOfFiles(folder, () => false));
  });
});

/** What is computed is kept under the fingerprint of the code: each of these changes it, and so all is computed again. */
describe('the fingerprint of the code is another where', () => {
  const FILES = {
    'src/metrics/measures/return.ts': 'a measure',
    'src/charts/kinds/lines.ts': 'a kind of chart',
    'src/styles/tokens.css': 'the theme',
    'src/pages/index.astro': 'a page',
    'src/reports/new/templates/note.mdx': 'a template',
    'package-lock.json': 'the version of a package',
  };
  const write = (root: string, files: Record<string, string>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };

  it.each(Object.entries(FILES))('%s changes: %s', (path) => {
    const root = temporaryFolder();
    write(root, FILES);
    const before = fingerprintOfCode(root, 'v24.21.0');
    expect(fingerprintOfCode(root, 'v24.21.0')).toBe(before);
    write(root, { [path]: 'other' });
    expect(fingerprintOfCode(root, 'v24.21.0')).not.toBe(before);
  });

  it('a file is new, and where Node is another', () => {
    const root = temporaryFolder();
    write(root, FILES);
    const before = fingerprintOfCode(root, 'v24.21.0');
    expect(fingerprintOfCode(root, 'v24.22.0')).not.toBe(before);
    write(root, { 'src/metrics/measures/own.ts': '' });
    expect(fingerprintOfCode(root, 'v24.21.0')).not.toBe(before);
  });
});
