import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { error, type Finding, formatFinding, warning } from '../../src/finding.ts';
import { problemLines } from '../../src/reference/problem-lines.ts';
import { checkDesk } from '../../src/reports/check.ts';
import { temporaryFolder } from '../support/command.ts';

interface Pattern {
  kind?: 'file';
  regexp: string;
  file: number;
  line?: number;
  column?: number;
  severity: number;
  code: number;
  message: number;
}

interface Task {
  label: string;
  script?: string;
  command?: string;
  problemMatcher: { pattern: Pattern; background?: { beginsPattern: string; endsPattern: string } }[];
}

const { tasks }: { tasks: Task[] } = JSON.parse(readFileSync('.vscode/tasks.json', 'utf8'));
const patterns = tasks[0].problemMatcher.map(({ pattern }) => pattern);

/** What VS Code makes of a line: the first pattern that fits, and of one that wants a line nothing without it. */
function problemIn(line: string): Partial<Finding> | null {
  for (const pattern of patterns) {
    const found = new RegExp(pattern.regexp).exec(line);
    if (!found) continue;
    const number = (group?: number): number | undefined => (group && found[group] ? Number(found[group]) : undefined);
    if (pattern.kind !== 'file' && number(pattern.line) === undefined) continue;
    return {
      path: found[pattern.file],
      line: number(pattern.line),
      column: number(pattern.column),
      severity: found[pattern.severity] as Finding['severity'],
      rule: found[pattern.code],
      message: found[pattern.message],
    };
  }
  return null;
}

function expectRead(finding: Finding): void {
  const { path, line, column, severity, rule, message } = finding;
  expect(problemIn(formatFinding(finding))).toEqual({ path, line, column, severity, rule, message });
}

describe('the problem matcher', () => {
  it('reads every finding of the wrong reports: place, severity, rule, message', () => {
    const data = temporaryFolder();
    cpSync('test/cases/desk/data', data, { recursive: true });
    rmSync(join(data, 'metrics'), { recursive: true });
    const { findings } = checkDesk({ content: 'test/cases/wrong/content', data });
    expect(findings.length).toBeGreaterThan(25);
    findings.forEach(expectRead);
  });

  it.each([
    error('snapshot-changed', { path: 'data/snapshots/2024-07-17/rut.csv' }, 'a: b  error c'),
    warning('late', { path: 'data/x.json' }, 'the last row is of 2024-07-16, 5 sessions behind.'),
    error('record-drift', { path: 'data/metrics/a.json', line: 6 }, 'no column'),
    warning('near-tie', { path: 'C:\\desk\\content\\a.mdx', line: 3, column: 12 }, "'a' is: 1:2  error x"),
    error('yaml', { path: '/home/a b/content/people/x.yaml', line: 1, column: 1 }, ''),
  ])('reads $rule', expectRead);

  it.each(['', 'checking', '2 errors, 1 warning', '2024-07-17-a: 6 verified, 1 unchecked', 'record written', '  error x  y'])(
    'leaves %o alone',
    (line) => {
      expect(problemIn(line)).toBe(null);
    },
  );
});

describe('the tasks', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

  it.each(tasks)('$label runs a command that is there, and fills the list of problems', ({ label, script, command, problemMatcher }) => {
    expect(scripts).toHaveProperty([script ?? label]);
    if (command) expect(command).toMatch(new RegExp(`^npm run ${label}( -- --problems)?$`));
    expect(problemMatcher.map(({ pattern }) => pattern)).toEqual(patterns);
  });

  it('of the preview, problems stand between two lines that are no findings', () => {
    const [{ background }] = tasks.find(({ label }) => label === 'dev')?.problemMatcher ?? [];
    const lines = problemLines([error('a', { path: 'b' }, 'c.')]);
    expect(
      [lines[0], lines[2]].map((line) =>
        [background?.beginsPattern, background?.endsPattern].map((one) => new RegExp(one ?? '').test(line)),
      ),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(lines.map(problemIn)).toEqual([null, expect.objectContaining({ rule: 'a' }), null]);
    expect(readFileSync('scripts/dev.ts', 'utf8')).toContain('--problems');
  });
});
