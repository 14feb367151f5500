import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, findings, parse, projectTable, resourceNames, rulesIn } from '../../support/tables.ts';

const indices = (rut: number | string, spx: number | string = 5631.22) =>
  csv('rut,spx', '2024-07-12', ['2148.27,5615.35', `${rut},${spx}`, '2263.67,5667.20']);
const previous = parse(indices(2187.02));

describe('revision', () => {
  it('keeps an index close that has changed out', () => {
    expect(findings('us-equity-indices', indices(2187.2), { previous })).toEqual([
      'x.csv:3:12  error revised-index  rut was 2187.02 on 2024-07-15 and is now 2187.2. The past should not change. Compare with the publisher, and refresh with --accept-revisions if the new closes are right.',
    ]);
  });

  it('records it once it is accepted', () => {
    expect(findings('us-equity-indices', indices(2187.2), { previous, acceptRevisions: true })).toEqual([
      'x.csv:3:12  warning revised  rut was 2187.02 on 2024-07-15 and is now 2187.2. The past should not change. Look whether a published number rests on the old value.',
    ]);
  });

  it.each([
    [2187.031, ['revised 3']],
    [2187.0311, ['revised-index 3']],
    [2187.009, ['revised 3']],
    [2187.0089, ['revised-index 3']],
    ['2187.020', []],
  ])('lets a close be rounded otherwise, by 0.011 points and no more: 2187.02 to %s', (rut, expected) => {
    expect(rulesIn('us-equity-indices', indices(rut), { previous })).toEqual(expected);
  });

  it('keeps a table out in which a close is gone, and records one that has come', () => {
    expect(findings('us-equity-indices', indices(''), { previous })).toEqual([
      'x.csv:3:12  error revised-index  rut was 2187.02 on 2024-07-15 and is now missing. The past should not change. Compare with the publisher, and refresh with --accept-revisions if the new closes are right.',
    ]);
    expect(findings('us-equity-indices', indices(2187.02), { previous: parse(indices('')) })).toEqual([
      'x.csv:3:12  warning revised  rut had no value on 2024-07-15 and is now 2187.02. The past should not change. Look whether a published number rests on the old value.',
    ]);
  });

  it('keeps the closes of another index out, though they are on another level from the first to the last', () => {
    const other = csv('rut,spx', '2024-07-12', ['5615.35,5615.35', '5631.22,5631.22', '5667.20,5667.20']);
    expect(rulesIn('us-equity-indices', other, { previous })).toEqual(['revised-index 2', 'revised-index 3', 'revised-index 4']);
  });

  it('only records what others restate', () => {
    const vix = (close: number) => csv('vix', '2024-07-15', [13.12, close, 14.48]);
    expect(findings('volatility', vix(13.91), { previous: parse(vix(13.19)) })).toEqual([
      'x.csv:3:12  warning revised  vix was 13.19 on 2024-07-16 and is now 13.91. The past should not change. Look whether a published number rests on the old value.',
    ]);
  });

  it('tells a hundred one by one, and how many more there are', () => {
    const vix = (more: number, count: number) =>
      csv(
        'vix',
        '2024-01-02',
        Array.from({ length: 120 }, (_, row) => 13 + (row < count ? more : 0)),
      );
    expect(findings('volatility', vix(0.01, 100), { previous: parse(vix(0, 120)) })).toHaveLength(100);
    const found = findings('volatility', vix(0.01, 103), { previous: parse(vix(0, 120)) });
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toBe(
      'x.csv:102:12  warning revised  vix has 3 more revised values, from 2024-05-24 to 2024-05-29. Look whether a published number rests on the old value.',
    );
  });

  it.each(resourceNames)('finds nothing in a part of %s against itself', (name) => {
    const [header, ...rows] = projectTable(name);
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.integer({ min: 1, max: 300 }), (start, length) => {
        const text = `${[header, ...rows.slice(start, start + length)].join('\n')}\n`;
        expect(findings(name, text, { previous: parse(text) })).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps out any index close that moved by more than 0.011 points', () => {
    const [header, ...rows] = projectTable('nasdaq-composite');
    fc.assert(
      fc.property(fc.nat(rows.length - 8), fc.nat(7), fc.integer({ min: 2, max: 5000 }), fc.boolean(), (start, row, hundredths, up) => {
        const before = rows.slice(start, start + 8);
        const after = before.map((line, index) => {
          const [date, close] = line.split(',');
          return index === row ? `${date},${(Number(close) + (up ? hundredths : -hundredths) / 100).toFixed(2)}` : line;
        });
        const [text, old] = [after, before].map((lines) => `${[header, ...lines].join('\n')}\n`);
        expect(rulesIn('nasdaq-composite', text, { previous: parse(old) })).toContain(`revised-index ${row + 2}`);
      }),
    );
  });
});
