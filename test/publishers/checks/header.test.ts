import { describe, expect, it } from 'vitest';
import { findings } from '../../support/tables.ts';

describe('header', () => {
  it('wants the declared series, in their order', () => {
    expect(findings('us-equity-indices', 'date,spx,rut\n2024-07-16,5667.20,2263.67\n')).toEqual([
      "x.csv:1  error header  the columns are 'date,spx,rut'. us-equity-indices is declared with 'date,rut,spx'. Name and order them so, or change the declaration.",
    ]);
  });

  it('wants a row', () => {
    expect(findings('volatility', 'date,vix\n')).toEqual([
      'x.csv  error empty  the table has no rows. It must have one at least. Get the file again.',
    ]);
  });
});
