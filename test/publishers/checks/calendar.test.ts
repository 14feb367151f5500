import { describe, expect, it } from 'vitest';
import { findings, resource, stretch } from '../../support/tables.ts';

describe('calendar', () => {
  it('misses a session, at the row that comes after the gap', () => {
    expect(findings('volatility', 'date,vix\n2024-07-12,12.46\n2024-07-16,13.19\n')).toEqual([
      "x.csv:3:1  error missing-session  there is no row for 2024-07-15, a session of the New York Stock Exchange. Add it, or list the day under 'missing' of volatility.",
    ]);
  });

  it('misses the value of a row that has none', () => {
    expect(findings('us-equity-indices', 'date,rut,spx\n2024-07-12,2148.27,5615.35\n2024-07-15,,\n2024-07-16,2263.67,5667.20\n')).toEqual([
      "x.csv:3:1  error missing-session  there is no value for 2024-07-15, a session of the New York Stock Exchange. Add it, or list the day under 'missing' of us-equity-indices.",
    ]);
    expect(findings('us-equity-indices', 'date,rut,spx\n2024-07-15,,5631.22\n2024-07-16,2263.67,5667.20\n')).toEqual([]);
  });

  it('lets a listed day be missing', () => {
    const text = 'date,vix\n2024-07-12,12.46\n2024-07-16,13.19\n';
    expect(findings(resource('volatility', { missing: ['2024-07-15'] }), text)).toEqual([]);
  });

  it.each([
    ['the day of a funeral, 2025-01-09', '2025-01-06', '2025-01-13'],
    ['a hurricane, 2012-10-29 and 30', '2012-10-25', '2012-11-01'],
    ['September 2001', '2001-09-10', '2001-09-19'],
    ['Good Friday, which the Treasury may keep open', '2024-03-25', '2024-04-03'],
  ])('lets a closure pass: %s', (_name, from, to) => {
    expect(findings('us-equity-indices', stretch('us-equity-indices', from, to))).toEqual([]);
  });

  it('asks nothing of tables of events and of the bond market', () => {
    expect(findings('treasury-yields', 'date,ust2y,ust10y\n2024-07-12,4.45,4.18\n2024-07-16,4.43,4.17\n')).toEqual([]);
    expect(findings('fed-decisions', 'date,fed_lower,fed_upper\n2024-09-18,4.75,5.00\n2024-11-07,4.50,4.75\n')).toEqual([]);
  });
});
