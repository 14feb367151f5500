import { describe, expect, it } from 'vitest';
import { kindNamed } from '../../../src/charts/kinds/index.ts';
import { compile, findingsOf } from '../../support/report.ts';

const figure = (series: string, more = 'from="2022-01-03"', kind = 'lines'): string =>
  `\n<Figure kind="${kind}" series="${series}" ${more} title="Where they went" subtitle="Daily values" />`;

function drawn(text: string): { svg: string; told: string; rows: string[][] } {
  const { findings, figures } = compile(text);
  expect(findings).toEqual([]);
  const [{ data, spec }] = figures.values();
  const kind = kindNamed(spec.kind);
  return {
    svg: kind.draw(data, { ...spec.annotations, titleId: 't', descriptionId: 'd' }, 'M'),
    told: kind.describe(data, spec.annotations).replaceAll('\u00A0', ' '),
    rows: kind.table(data, spec.annotations).rows,
  };
}

describe('lines of one unit', () => {
  it.each([
    [
      'yields have their unit on the top label, and their last value at the end',
      'ust2y, ust10y',
      ['>5%<', '>Two-year Treasury yield 4.43%<'],
    ],
    ['volatilities have no sign', 'volatility(rut, 20), volatility(spx, 20)', ['>35%<']],
    ['a long name is broken', 'ust10y - ust2y, ust10y - fed_upper', ['>Ten-year Treasury yield minus<', '>−26&#160;bp<']],
    ['a curve that crosses zero has one', 'ust10y - ust2y', ['>−50<', '>0<', '>50&#160;bp<']],
    ['two lines of one colour are told apart by dashes', 'volatility(rut, 20), volatility(rut, 60)', ['stroke-dasharray="7,3"']],
  ])('%s', (_what, series, parts) => {
    const { svg } = drawn(figure(series));
    for (const part of parts) expect(svg).toContain(part);
    expect(svg).not.toMatch(/NaN|>\+/);
  });

  it('tell where each goes, and what it did on a day that is marked', () => {
    const { told, rows } = drawn(figure('ust2y', 'sessions="20" mark="2024-07-11: June CPI"'));
    expect(told).toBe(
      'Line chart of one series from June 17, 2024 to July 16, 2024. Two-year Treasury yield goes from 4.75% to 4.43%, between 4.43% and 4.77%. A rule marks July 11, 2024: June CPI. That day: Two-year Treasury yield from 4.62% to 4.50%.',
    );
    expect(rows).toEqual([['Two-year Treasury yield', '4.75%', '4.43%', '4.77%', '4.43%']]);
  });

  it('tell of shaded days where each line was at both their ends', () =>
    expect(drawn(figure('ust2y', 'sessions="20" highlight="2024-07-09 to 2024-07-16: The fall"')).told).toMatch(
      /shaded and named “The fall”\. In these days: Two-year Treasury yield from 4\.62% to 4\.43%\.$/,
    ));
});

describe('zero', () => {
  it.each([
    ['is a line in ink where the values lie on both sides of it', 'ust10y - ust2y', 1],
    ['is no line where they don’t', 'ust2y', 0],
  ])('%s', (_what, series, count) =>
    expect(drawn(figure(series, 'from="2022-07-01"')).svg.match(/stroke="var\(--ink\)"/g) ?? []).toHaveLength(count),
  );
});

const RATE =
  'ust2y is a rate, and a rate is not rebased to 100: going from 0.5% to 1% it would double. Take kind="lines", which draws it in percent.';

describe('what is refused', () => {
  it.each([
    [
      'unlike units in one panel',
      figure('ust2y, rut'),
      `'lines' has one scale, and ust2y is in percent, rut in points. Take kind="stacked-panels", a panel each, for two or three series.`,
    ],
    ['a rate as an index', figure('rut, ust2y', 'from="2024-06-28"', 'indexed-lines'), RATE],
    ['a rate as an index in panels', figure('rut, ust2y', 'from="2024-06-28"', 'small-panels'), RATE],
  ])('%s', (_what, text, message) => expect(findingsOf(text)).toEqual([expect.stringContaining(`figure: ${message}`)]));

  it('an index of a rate that the author has made may be drawn', () =>
    expect(findingsOf(figure('rebase(ust2y, 100, since 2024-06-28)', 'from="2024-06-28"', 'indexed-lines'))).toEqual([]));
});

describe('a value that holds until the next', () => {
  it.each([
    ['fed_upper', true],
    ['fed_upper - fed_lower', true],
    ['average(fed_upper, 20)', undefined],
    ['fed_upper - ust2y', undefined],
    ['ust2y', undefined],
  ])('%s: %s', (series, holds) => {
    const [{ data }] = compile(figure(series)).figures.values();
    expect(data.lines[0].holds).toBe(holds);
  });

  it.each([
    ['lines', 'fed_upper'],
    ['stacked-panels', 'fed_upper, ust2y'],
  ])('goes in steps, which are level or upright, in %s', (kind, series) => {
    const { svg } = drawn(figure(series, 'from="2023-01-03"', kind));
    const [, path = ''] = /<g fill="none" stroke="var\(--line-muted\)"[^>]*><path d="M[\d.]+ [\d.]+l([^"]*)"/.exec(svg) ?? [];
    const steps = [...path.matchAll(/(-?\d*\.?\d+) ?(-?\d*\.?\d+)/g)].map(([, ...step]) => step);
    expect(steps.length).toBeGreaterThan(6);
    expect(steps.filter((step) => !step.includes('0'))).toEqual([]);
  });
});

it.each([
  ['to its left', '2023-01-03', 'translate(-6,-6)'],
  ['to its right where there is no room', '2024-07-11', 'translate(6,-6)'],
])('the words of a mark stand %s', (_where, from, place) =>
  expect(drawn(figure('ust2y', `from="${from}" mark="2024-07-11: June CPI"`)).svg).toContain(place),
);
