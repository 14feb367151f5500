import { describe, expect, it } from 'vitest';
import { error, type Finding, warning } from '../../src/finding.ts';
import type { PreviewFinding, PreviewState } from '../../src/preview/state.ts';
import { terminal, terminalLines } from '../../src/preview/terminal.ts';

const found = (finding: Finding, report: string | null): PreviewFinding => ({
  ...finding,
  report,
  open: finding.path,
  write: null,
  around: null,
  excerpt: finding.rule === 'mdx' ? { text: 'A <Fact', caret: 2 } : null,
});
const fails = (report: string, line = 3): PreviewFinding =>
  found(error('fact-fails', { path: report, line, column: 1 }, 'It fails.'), report);
const late = found(warning('late', { path: 'data' }, 'It is late.'), null);

/** @param versions of the reports `a` and `b` */
function state(versions: Record<string, number>, ...findings: PreviewFinding[]): PreviewState {
  const version = Math.max(0, ...Object.values(versions));
  const reports = Object.entries(versions).map(([slug, own]) => ({
    slug,
    title: slug,
    draft: false,
    shown: 'current' as const,
    version: own,
    since: own,
  }));
  return { version, shared: 0, listed: version, pending: 0, reports, findings };
}

const A = 'a:3:1  error fact-fails  It fails.';

describe('the terminal of the preview', () => {
  it.each<[string, PreviewState | null, PreviewState, string[]]>([
    ['says at the beginning that all is in order', null, state({ a: 1, b: 2 }), ['2 reports. Every assertion holds.']],
    [
      'says at the beginning what is not',
      null,
      state({ a: 1 }, fails('a'), late),
      [A, 'data  warning late  It is late.', '1 report. 1 error, 1 warning.'],
    ],
    [
      'says what a save broke, and nothing of others',
      state({ a: 1, b: 2 }, fails('b'), late),
      state({ a: 3, b: 2 }, fails('a'), fails('b'), late),
      [A],
    ],
    ['says what is left of a report that was saved', state({ a: 1 }, fails('a')), state({ a: 2 }, fails('a')), [A]],
    ['says that a report is mended', state({ a: 1 }, fails('a')), state({ a: 2 }), ['a: every assertion holds']],
    ['says it after each save', state({ a: 1 }), state({ a: 2 }), ['a: every assertion holds']],
    [
      'says one line where many were compiled and none has changed',
      state({ a: 1, b: 2 }),
      state({ a: 3, b: 4 }),
      ['every assertion holds'],
    ],
    ['counts what stands', state({ a: 1, b: 2 }, fails('a')), state({ a: 3, b: 4 }, fails('a')), ['nothing new. 1 error.']],
    ['says what another file broke in one of many', state({ a: 1, b: 2 }), state({ a: 3, b: 4 }, fails('a')), [A]],
    [
      'says that data are in order again',
      state({ a: 1 }, late),
      { ...state({ a: 1 }), version: 2 },
      ['people, sources and the rest are in order'],
    ],
    ['says that a report is gone', state({ a: 1, b: 2 }, fails('b')), { ...state({ a: 1 }), version: 3 }, ['b is gone']],
    ['says nothing where nothing changed', state({ a: 1 }, fails('a')), state({ a: 1 }, fails('a')), []],
    [
      'shows the line of what can’t be read',
      state({ a: 1 }),
      state({ a: 2 }, found(error('mdx', { path: 'a', line: 7, column: 3 }, 'It ends.'), 'a')),
      ['a:7:3  error mdx  It ends.', '    A <Fact', '      ^'],
    ],
  ])('%s', (_, before, after, lines) => {
    expect(terminalLines(before, after)).toEqual(lines);
  });

  it('says once that all holds, until something else is to be said', () => {
    const printed: string[] = [];
    const say = terminal((line) => printed.push(line));
    for (const version of [2, 3, 4]) say(state({ a: version - 1 }), state({ a: version }));
    say(state({ a: 4 }), state({ a: 5 }, fails('a')));
    say(state({ a: 5 }, fails('a')), state({ a: 6 }, fails('a')));
    say(state({ a: 6 }, fails('a')), state({ a: 7 }));
    const HOLDS = 'a: every assertion holds';
    expect(printed).toEqual([HOLDS, A, A, HOLDS]);
  });
});
