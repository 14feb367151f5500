import { describe, expect, it } from 'vitest';
import { csv, findings, resource } from '../../support/tables.ts';

const table = csv('iwm,iwn,iwo', '2024-07-11', ['210.51,164.02,274.40', '213.06,165.90,277.20']);
const prices = { basis: 'price', units: new Map(['iwm', 'iwn', 'iwo'].map((name) => [name, 'USD'])) } as const;

describe('identity', () => {
  it('is content with a table that is what it was, and with one that is new', () => {
    expect(findings('russell-2000-etfs', table, { described: prices })).toEqual([]);
    expect(findings('russell-2000-etfs', table)).toEqual([]);
  });

  it('keeps prices and total returns apart under one id', () => {
    expect(findings(resource('russell-2000-etfs', { basis: 'total-return' }), table, { described: prices })).toEqual([
      'x.csv  error changed-meaning  russell-2000-etfs is declared as total-return, and was price in the snapshot before. Give the new series an id of its own; reports ask for series by their id.',
    ]);
  });

  it('keeps units apart under one id', () => {
    expect(findings('russell-2000-etfs', table, { described: { ...prices, units: new Map([['iwo', 'percent']]) } })).toEqual([
      'x.csv  error changed-meaning  iwo is declared in USD, and was in percent in the snapshot before. Give the new series an id of its own; reports ask for series by their id.',
    ]);
  });
});
