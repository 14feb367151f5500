import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/data/calendar.ts';
import { formatFinding } from '../../src/finding.ts';
import { validateTable } from '../../src/publishers/validate.ts';
import { findings, parse, projectTable, resource, resourceNames, rulesIn } from '../support/tables.ts';

describe('validateTable', () => {
  it('reads no further where the header is wrong', () => {
    expect(rulesIn('us-equity-indices', 'date,spx,rut\n2024-07-16,0,-1\n2024-07-13,1,1\n')).toEqual(['header 1']);
  });

  it('tells all faults of rows at once, and compares nothing until they are mended', () => {
    expect(
      rulesIn('volatility', 'date,vix\n2024-07-16,0\n2024-07-13,13.1\n2024-07-08,1310\n', {
        previous: parse('date,vix\n2024-07-16,13.19\n'),
      }),
    ).toEqual(['unordered-date 3', 'weekend 3', 'unordered-date 4', 'range 2']);
  });

  it('takes a table without a snapshot before it and without a clock', () => {
    expect(findings('volatility', 'date,vix\n2024-07-16,13.19\n')).toEqual([]);
  });
});

describe('the project’s own tables', () => {
  const calendar = readCalendar('data');
  const read = (snapshot: string) => new Map(resourceNames.map((name) => [name, parse(`${projectTable(name, snapshot).join('\n')}\n`)]));
  const [older, newer] = [read('2024-07-17'), read('2026-08-21')];
  const against = (previous?: typeof newer) =>
    [...newer].flatMap(([name, table]) =>
      validateTable(table, resource(name), calendar, name, { previous: previous?.get(name) }).map(formatFinding),
    );
  const inShort = (finding: string) =>
    finding.replace(/^\S+ {2}(\w+ \S+) {2}(\w+) is \S+ on ([\d-]+), .*?: ([+-][\d.]+).*$/, '$1 $2 $3 $4');

  it('have no error against the snapshot before, and its warnings are the wildest days of 2024 and 2025', () => {
    expect(against(older).map(inShort)).toEqual([
      'warning outlier vix 2024-08-05 +64.9',
      'warning outlier vix 2024-08-06 -28.2',
      'warning outlier vix 2024-09-03 +38.1',
      'warning outlier vix 2024-12-18 +74.0',
      'warning outlier vix 2025-04-04 +50.9',
      'warning outlier vix 2025-04-09 -35.8',
      'warning outlier ixic 2025-04-09 +12.2',
    ]);
  });

  it('have no error without one', () => {
    expect(against().filter((finding) => !finding.includes('  warning outlier  '))).toEqual([]);
  });

  it('have no finding against themselves', () => {
    expect(against(newer)).toEqual([]);
  });

  it('are checked in less than a second', () => {
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      against();
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});
