import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { evaluateAt, evaluateColumn } from '../../src/metrics/evaluate.ts';
import { all, at, calendar, column, contextOf, daily, ofValues, series } from '../support/metrics.ts';

describe('windows', () => {
  it('n d counts observations of the series itself: a yield has none on a bond holiday', () => {
    // Columbus Day 2023: stocks traded, bonds did not.
    const { inputs } = at('change(ust2y, 1d)', '2023-10-10');
    expect(inputs.map(({ series: { days }, first, last }) => [isoOf(days[first]), isoOf(days[last])])).toEqual([
      ['2023-10-06', '2023-10-10'],
    ]);
    expect(isoOf(at('return(rut, 1d)', '2023-10-10').inputs[0].series.days[at('return(rut, 1d)', '2023-10-10').inputs[0].first])).toBe(
      '2023-10-09',
    );
  });

  it('five sessions are not a week: the base of 5d is five closes back, that of 1w the last close of the week before', () => {
    const from = (metric: string): string => {
      const [
        {
          series: { days },
          first,
        },
      ] = at(metric, '2024-07-16').inputs;
      return isoOf(days[first]);
    };
    expect([from('return(rut, 5d)'), from('return(rut, 1w)')]).toEqual(['2024-07-09', '2024-07-12']);
  });

  it.each([
    ['2024-03-28', 'return(rut, 1w)', '2024-03-22'],
    ['2024-03-28', 'return(rut, mtd)', '2024-02-29'],
    ['2024-03-28', 'return(rut, qtd)', '2023-12-29'],
    ['2024-04-01', 'return(rut, 1w)', '2024-03-28'],
    ['2024-04-01', 'return(rut, mtd)', '2024-03-28'],
    ['2024-04-01', 'return(rut, qtd)', '2024-03-28'],
    ['2020-01-03', 'return(rut, 1w)', '2019-12-27'],
    ['2019-12-31', 'return(rut, 1w)', '2019-12-27'],
    ['2020-01-06', 'return(rut, 1w)', '2020-01-03'],
    ['2024-03-28', 'return(rut, 1mo)', '2024-02-28'],
    ['2023-03-31', 'return(rut, 1mo)', '2023-02-28'],
    ['2024-07-16', 'return(rut, 6mo)', '2024-01-16'],
    ['2024-07-16', 'return(rut, 1y)', '2023-07-14'],
    ['2024-02-29', 'return(rut, 1y)', '2023-02-28'],
    ['2024-07-16', 'return(rut, since 2024-07-14)', '2024-07-12'],
  ])('on %s the base of %s is %s (short weeks, Good Friday, New Year weeks, ends of months)', (date, metric, base) => {
    const [
      {
        series: { days },
        first,
      },
    ] = at(metric, date, all).inputs;
    expect(isoOf(days[first])).toBe(base);
  });

  it('a series that starts in mid-year has no year to date, one that starts in December has', () => {
    const s = series('s', [
      ['2010-12-10', 32.575],
      ['2010-12-31', 32.2],
      ['2011-01-14', 35.1],
      ['2011-01-31', 38.45],
      ['2011-02-15', 44.205],
    ]);
    const on = (metric: string, list = s): number => evaluateAt(metric, dayOf('2011-02-15'), contextOf([list])).value;
    expect(on('return(s, ytd)')).toBeCloseTo(0.372826, 6);
    expect(on('return(s, mtd)')).toBeCloseTo(0.149675, 6);
    const late = { ...s, days: s.days.slice(2), values: s.values.slice(2) };
    expect(() => on('return(s, ytd)', late)).toThrow("the data don't reach back far enough");
    expect(on('return(s, mtd)', late)).toBeCloseTo(0.149675, 6);
  });

  it('a bound that is no session snaps back and is reported', () => {
    const { snapped, value } = at('return(rut, from 2023-11-01 to 2023-12-09)', '2024-07-16');
    expect(snapped.map(({ bound, used }) => [isoOf(bound), isoOf(used)])).toEqual([['2023-12-09', '2023-12-08']]);
    expect(value).toBe(at('return(rut, from 2023-11-01 to 2023-12-08)', '2024-07-16').value);
  });

  it('a fixed window has no answer before it begins, and keeps it after it has ended', () => {
    const s = daily('s', [1, 2, 4, 8, 16]);
    expect(column('return(s, from 2024-01-02 to 2024-01-04)', s)).toEqual([null, 0, 1, 3, 3]);
    expect(column('high(s, from 2024-01-02 to 2024-01-04)', s)).toEqual([null, 2, 4, 8, 8]);
  });
});

describe('columns', () => {
  it('an output has the length of its input, its warm-up null', () => {
    expect(ofValues('return(s, 2d)', [1, 2, 3, 4])).toEqual([null, null, 2, 1]);
    expect(ofValues('average(s, 3)', [1, 2, 3, 4])).toEqual([null, null, 2, 3]);
  });

  it('series are measured on their own days and joined on those both have: nothing is filled forward', () => {
    const a = series('a', [
      ['2024-01-01', 1],
      ['2024-01-02', 2],
      ['2024-01-04', 3],
    ]);
    const b = series('b', [
      ['2024-01-01', 10],
      ['2024-01-03', 20],
      ['2024-01-04', 40],
    ]);
    // On January 4, a rose by a half from the 2nd, b doubled from the 3rd.
    expect(column('return(a, 1d) - return(b, 1d)', a, b)).toEqual([null, -0.5]);
    expect(column('ratio(b, a)', a, b)).toEqual([10, 40 / 3]);
  });

  it('a running value counts at the ends of its periods only, the current one included', () => {
    // Weeks end on Jan 5, 12 and (so far) 17; their returns are 20 %, 50 % and 10 %.
    const s = series('s', [
      ['2023-12-29', 100],
      ['2024-01-03', 190],
      ['2024-01-05', 120],
      ['2024-01-10', 150],
      ['2024-01-12', 180],
      ['2024-01-17', 198],
    ]);
    const on = (metric: string): number => evaluateAt(metric, dayOf('2024-01-17'), contextOf([s])).value;
    expect(on('rank(return(s, 1w))')).toBe(3);
    expect(on('streak(return(s, 1w))')).toBe(3);
    expect(isoOf(on('since(return(s, 1w))'))).toBe('2024-01-12');
    const wednesday = evaluateAt('rank(return(s, 1w))', dayOf('2024-01-10'), contextOf([s], dayOf('2024-01-10')));
    expect(wednesday.value).toBe(1);
  });

  it('a table of events holds each value until the next, a Sunday included', () => {
    expect(at('level(fed_upper)', '2020-03-13', all).value).toBe(1.25);
    expect(at('level(fed_upper)', '2020-03-16', all).value).toBe(0.25);
    expect(at('level(fed_upper)', '2023-07-25', all).value).toBe(5.25);
    expect(at('level(fed_upper)', '2023-07-26', all).value).toBe(5.5);
  });

  it('ISO weeks do not merge December 30, 2019 into January 2019', () => {
    const { column: weekly } = evaluateColumn('streak(return(rut, 1w))', { snapshot: all, calendar, asOf: dayOf('2020-01-10') });
    const ends = Array.from(weekly.days, isoOf);
    expect(ends).toContain('2019-12-27');
    expect(ends).toContain('2020-01-03');
    expect(ends).not.toContain('2019-12-31');
  });
});

describe('units', () => {
  it.each([
    ['return(rut, 1d)', 'ratio'],
    ['return(rut, 1d) - return(spx, 1d)', 'percentage points'],
    ['return(rut, 1d) - return(spx, 1d) - (return(rut, 5d) - return(spx, 5d))', 'percentage points'],
    ['change(ust2y, 1d)', 'basis points'],
    ['ust10y - ust2y', 'basis points'],
    ['change(rut, 1d)', 'points'],
    ['rut / spx', 'times'],
    ['rut * 2', 'points'],
    ['2 * rut', 'points'],
    ['rut / 2', 'points'],
    ['-rut', 'points'],
    ['rut * (rut / spx)', 'points'],
    ['(return(aapl, 1d) + return(msft, 1d)) / 2', 'ratio'],
    ['rebase(rut, 100, since 2023-12-29) - rebase(spx, 100, since 2023-12-29)', 'index'],
    ['streak(rut)', 'sessions'],
    ['streak(return(rut, 1w))', 'periods'],
    ['rank(rut)', 'rank'],
    ['since(rut)', 'date'],
    ['zscore(rut, 252d)', 'sd'],
  ])('%s is in %s', (metric, unit) => {
    expect(at(metric, '2024-07-16').unit).toBe(unit);
  });
});
