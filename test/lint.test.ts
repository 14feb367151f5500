import { expect, it } from 'vitest';
import { runCommand } from './support/command.ts';

it('npm run lint finds nothing: format, rules, import directions, types', () => {
  const { status, stdout } = runCommand('lint', []);
  expect([status, status === 0 ? '' : stdout]).toEqual([0, '']);
});
