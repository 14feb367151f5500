import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, findings, parse, projectTable, rulesIn, stretch } from '../../support/tables.ts';

describe('unit', () => {
  it('sees a lost decimal point, once', () => {
    expect(findings('nasdaq-composite', csv('ixic', '2024-07-11', [18283.41, 1839845, 18472.57]))).toEqual([
      'x.csv:3:12  error unit  ixic is 1839845 on 2024-07-12, after 18283.41 on 2024-07-11: about 100 times. The series is in points, and no day moves it so far. Correct the unit or the decimal point.',
    ]);
  });

  it('sees a series that goes on in another unit, once', () => {
    expect(rulesIn('volatility', csv('vix', '2024-07-10', [12.85, 12.92, 0.1246, 0.1312, 0.1319]))).toEqual(['unit 4']);
    expect(rulesIn('treasury-yields', csv('ust2y,ust10y', '2024-07-10', ['4.62,4.28', '0.0450,4.20', '0.0445,4.18']))).toEqual(['unit 3']);
  });

  it('says that it may be a split, of a share', () => {
    const seven = 'aapl,msft,goog,amzn,nvda,meta,tsla';
    expect(findings('magnificent-seven', csv(seven, '2024-06-07', ['1,1,1,1,1208.88,1,1', '1,1,1,1,121.79,1,1']))).toEqual([
      "x.csv:3:20  error unit  nvda is 121.79 on 2024-06-10, after 1208.88 on 2024-06-07: about 0.1 times. The series is in USD, and no day moves it so far. Correct the unit or the decimal point, or record a split under 'events' of magnificent-seven.",
    ]);
  });

  it.each([
    [150, ['unit 3']],
    [151, []],
    [66.7, ['unit 3']],
    [66.6, []],
    [15, ['unit 3']],
    [6.67, ['unit 3']],
    [6.66, []],
    [0.15, ['unit 3']],
    [0.151, []],
    [0.00667, ['unit 3']],
    [0.00666, []],
  ])('within a factor of 1.5 of a power of ten: %d times', (times, expected) => {
    expect(rulesIn('volatility', csv('vix', '2024-07-11', [10000, 10000 * times]))).toEqual(expected);
  });

  it('lets a rate near zero move tenfold, and not by more than a percentage point', () => {
    expect(rulesIn('treasury-yields', csv('ust2y,ust10y', '2020-05-07', ['0.10,0.63', '1.10,0.63']))).toEqual([]);
    expect(rulesIn('treasury-yields', csv('ust2y,ust10y', '2020-05-07', ['0.10,0.63', '1.11,0.63']))).toEqual(['unit 3']);
    expect(findings('fed-decisions', 'date,fed_lower,fed_upper\n2020-03-03,1.00,1.25\n2020-03-15,0.00,0.25\n')).toEqual([]);
  });

  it('sees a whole past that is now in another unit', () => {
    const previous = parse(stretch('treasury-yields', '2024-07-01', '2024-07-16'));
    const cells = previous.cells.map((row) => row.map((cell) => (Number(cell) / 100).toFixed(4)));
    const text = `date,ust2y,ust10y\n${stretch('treasury-yields', '2024-07-01', '2024-07-16')
      .split('\n')
      .slice(1, -1)
      .map((line, row) => `${line.slice(0, 10)},${cells[row]}\n`)
      .join('')}`;
    expect(findings('treasury-yields', text, { previous })).toEqual(
      ['12  error unit  ust2y is 0.0443', '19  error unit  ust10y is 0.0417'].map((begins, column) =>
        expect.stringMatching(
          new RegExp(
            `^x\\.csv:12:${begins} on 2024-07-16 and was ${column === 0 ? 4.43 : 4.17} in the snapshot before, and so is the series: about 0.01 times. The series is in percent, `,
          ),
        ),
      ),
    );
  });

  it.each([['us-equity-indices'], ['nasdaq-composite']])('catches any single cell of %s times 100', (name) => {
    const [header, ...rows] = projectTable(name);
    const columns = header.split(',').length - 1;
    fc.assert(
      fc.property(fc.nat(rows.length - 8), fc.nat(7), fc.integer({ min: 1, max: columns }), (start, row, column) => {
        const lines = rows.slice(start, start + 8).map((line) => line.split(','));
        lines[row][column] = String(Number((100 * Number(lines[row][column])).toFixed(2)));
        const found = rulesIn(name, `${[header, ...lines.map(String)].join('\n')}\n`);
        // Of the first row nothing tells but the second.
        expect(found).toEqual([`unit ${Math.max(row, 1) + 2}`]);
      }),
      { numRuns: 300 },
    );
  });
});
