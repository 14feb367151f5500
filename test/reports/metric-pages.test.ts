import { describe, expect, it } from 'vitest';
import { metricAddress } from '../../src/components/addresses.ts';
import { byAddress, metricPages, relatedIn } from '../../src/reports/metric-pages.ts';
import { published } from '../support/marks.ts';
import { reportOf } from '../support/metric-pages.ts';

const addressesOf = (...statements: string[]): string[] => [...byAddress(metricPages([reportOf(...statements)]), metricAddress).keys()];

describe('the pages of metrics', () => {
  it('are one a metric and day, with every statement of it', () => {
    const pages = metricPages([reportOf('return(rut, 5d)', 'return(rut,5d)', 'return(rut, 5d) at 2024-07-15')]);
    expect(pages.map(({ metric, at, uses }) => [metric, at, uses.map(({ number }) => number)])).toEqual([
      ['return(rut, 5d)', '2024-07-15', [3]],
      ['return(rut, 5d)', '2024-07-16', [1, 2]],
    ]);
  });

  it('of the published reports have one address each, and every computed value its page', () => {
    const reports = published.flatMap(({ file: { slug }, record }) =>
      record ? [{ slug, frontMatter: {} as never, record, marks: null }] : [],
    );
    const pages = metricPages(reports);
    expect(byAddress(pages, metricAddress).size).toBe(pages.length);
    const computed = reports
      .flatMap(({ record }) => record.assertions)
      .filter((one) => one.kind === 'fact' || (one.kind === 'reported' && one.ours));
    expect(pages.flatMap(({ uses }) => uses)).toHaveLength(computed.length);
  });

  it('two metrics that would share an address are refused, and both named', () => {
    const [one, other] = ['(return(rut, 1d) + return(spx, 1d)) * 2', 'return(rut, 1d) + return(spx, 1d) * 2'];
    expect(() => addressesOf(one, other)).toThrow(
      `'return(rut, 1d) + return(spx, 1d) * 2' and '(return(rut, 1d) + return(spx, 1d)) * 2' are two metrics, and their pages would both stand at /metrics/return-rut-1d-plus-return-spx-1d-times-2/2024-07-16/.`,
    );
    expect(addressesOf(one, `${other} at 2024-07-15`)).toHaveLength(2);
  });

  it('are near one another: the same of other series, over other windows, on other days', () => {
    const pages = metricPages([
      reportOf(
        'return(rut, 5d)',
        'return(spx, 5d)',
        'return(rut, ytd)',
        'return(rut, 5d) at 2024-07-12',
        'return(spx, ytd) at 2024-07-12',
        'rut',
      ),
    ]);
    const page = pages.find(({ metric, at }) => metric === 'return(rut, 5d)' && at === '2024-07-16');
    if (!page) throw new Error('no page');
    expect(relatedIn(pages)(page).map(({ metric, at }) => `${metric} ${at}`)).toEqual([
      'return(spx, 5d) 2024-07-16',
      'return(rut, ytd) 2024-07-16',
      'return(rut, 5d) 2024-07-12',
    ]);
  });
});
