import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/refresh/progress.ts';

function told(terminal: object): string {
  const stream = Object.assign(new PassThrough(), terminal);
  const progress = progressOn(stream as unknown as NodeJS.WriteStream);
  const yields = progress.begin('treasury-yields');
  yields.step('1 of 2');
  yields.done('fetched, 3 rows');
  progress.begin('volatility').fail('1 error');
  return stream.read().toString();
}

describe('the progress of a refresh', () => {
  it('is a plain line a resource where nobody watches', () => {
    expect(told({ isTTY: false })).toBe('  treasury-yields         fetched, 3 rows\n! volatility              1 error\n');
  });

  it('is one live line a resource on a terminal, no wider than it is', () => {
    const [first, second] = told({ isTTY: true, columns: 30 })
      .split('\n')
      .map((line) => line.split('\u001b[2K\u001b[1G').slice(1));
    expect(first.slice(0, 2)).toEqual(['… treasury-yields         ', '… treasury-yields         1 o']);
    expect(first.at(-1)).toBe('  treasury-yields         fetched, 3 rows');
    expect(second.at(-1)).toBe('! volatility              1 error');
  });
});
