import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../src/finding.ts';
import { compileReport } from '../../src/reports/compile.ts';
import { desk } from '../support/marks.ts';
import { compile } from '../support/report.ts';

const found = (pair: string): string[] => compile('', { head: `pair: ${pair}\n` }).findings.map(formatFinding);

describe('a pair of series', () => {
  it.each(['[rut, spx]', '[spx, iwm]', '[ust2y, ust10y]'])('%s goes together', (pair) => expect(found(pair)).toEqual([]));

  it.each([
    ['[rut, spy]', "r.mdx:9:13  error unknown-series  there is no series 'spy'. Did you mean 'spx'?"],
    [
      '[rut]',
      "r.mdx:9:1  error wrong-value  'pair' is not right: name two series, as in [rut, spx]: that which the report speaks for first",
    ],
    ['[rut, rut]', "r.mdx:9:13  error pair  'rut' stands twice. Name what it is held against."],
    [
      '[rut, ust2y]',
      "r.mdx:9:1  error pair  'rut' is in points and 'ust2y' in percent: one move can't be taken from the other. Name two prices, or two rates.",
    ],
    ["['return(rut, 1d)', spx]", "r.mdx:9:8  error unknown-series  there is no series 'return(rut, 1d)'. Known series: rut, spx,"],
  ])('%s is refused', (pair, message) => {
    expect(found(pair).map((line) => line.slice(0, message.length))).toEqual([message]);
  });

  it('is refused in a living report, where nothing has followed', () => {
    const text = `---\ntitle: A\ndescription: B\npublished: 2026-08-22\nasOf: latest\nsnapshot: latest\nauthors: [The desk]\ntopics: [Tests]\npair: [rut, spx]\n---\n\nA.\n`;
    const { findings } = compileReport({ slug: '2026-08-22-a', path: 'r.mdx', text }, desk);
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([['pair', 9]]);
  });
});
