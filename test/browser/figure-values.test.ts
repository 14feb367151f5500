import { describe, expect, it } from 'vitest';
import { sessionsOf } from '../../src/browser/figure-values.ts';

describe("a figure's values are the rows of its CSV that begin with a day", () => {
  it.each([
    ['a header with commas in it', '"date","rebase(rut, 100, since 2023-12-29)"\n2024-07-16,100.5\n'],
    ['a licence before it', '# Cboe Global Markets, "with" attribution\n# 2024-07-17\ndate,rut\n2024-07-16,100.5\n'],
    ['a licence after it', 'date,rut\n2024-07-16,100.5\n\n# Terms: see 2024-07-17\n'],
    ['a mark of its encoding, and line ends of another system', '\uFEFFdate,rut\r\n2024-07-16,100.5\r\n'],
    ['quoted cells', 'date,rut\n"2024-07-16","100.5"\n'],
  ])('with %s', (_name, csv) => expect(sessionsOf(csv)).toEqual([{ day: '2024-07-16', values: [100.5] }]));

  it('an empty cell is no value, a negative one is', () => {
    expect(sessionsOf('date,a,b,c\n2024-07-16,,-0.5,1e-7\n')).toEqual([{ day: '2024-07-16', values: [Number.NaN, -0.5, 1e-7] }]);
  });

  it('what is no CSV has none', () => expect(sessionsOf('<!doctype html><p>There is no page here</p>')).toEqual([]));
});
