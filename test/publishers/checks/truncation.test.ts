import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../../src/finding.ts';
import { checkText } from '../../../src/publishers/checks/truncation.ts';
import { csv, findings, parse, rulesIn } from '../../support/tables.ts';

const three = csv('vix', '2024-07-10', [12.85, 12.92, 12.46]);

describe('truncation', () => {
  it('tells a table that has lost rows, and one that ends earlier', () => {
    expect(findings('volatility', csv('vix', '2024-07-10', [12.85, 12.92]), { previous: parse(three) })).toEqual([
      'x.csv  error fewer-rows  the table has 2 rows. In the snapshot before it had 3. Get the whole file again.',
      'x.csv:3:1  error earlier-end  the last row is of 2024-07-11. The snapshot before reaches 2024-07-12. Get the whole file again.',
    ]);
  });

  it('tells rows lost at the start though the end is there, and an earlier end though there are as many rows', () => {
    const fromSecond = csv('vix', '2024-07-11', [12.92, 12.46]);
    expect(rulesIn('volatility', fromSecond, { previous: parse(three) })).toContain('fewer-rows');
    const dayEarlier = csv('vix', '2024-07-09', [12.51, 12.85, 12.92]);
    expect(rulesIn('volatility', dayEarlier, { previous: parse(three) })).toEqual(['earlier-end 4']);
  });

  it('lets as many rows to the same day pass, and more', () => {
    expect(findings('volatility', three, { previous: parse(three) })).toEqual([]);
    expect(findings('volatility', csv('vix', '2024-07-10', [12.85, 12.92, 12.46, 13.12]), { previous: parse(three) })).toEqual([]);
  });

  it('sees in the text that a number was cut off', () => {
    expect(checkText('date,vix\n2024-07-15,13.1', 'x.csv').map(formatFinding)).toEqual([
      "x.csv:2:16  error no-final-newline  the file ends after '2024-07-15,13.1'. A whole file ends with a line feed. Get it again, or end its last line if that is whole.",
    ]);
    expect(checkText('date,vix\n2024-07-15,13.12\n', 'x.csv')).toEqual([]);
  });
});
