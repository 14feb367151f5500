import { expect, it } from 'vitest';
import { copyDesk, runCommand } from '../support/command.ts';

it('npm run eval: answers each metric that can be answered, and marks what is wrong in the others', () => {
  const { options } = copyDesk();
  const { status, stdout, stderr } = runCommand('eval', ['return(rut, 1d)', 'return(rtu, 5d)', 'rut', ...options]);
  expect(status).toBe(1);
  expect(stdout).toContain('<Fact m="return(rut, 1d)">rose 3.5%</Fact>');
  expect(stdout).toContain('<Fact m="rut">closed at 2,263.67</Fact>');
  expect(stderr).toBe(
    "return(rtu, 5d):1:8  error unknown-series  unknown series 'rtu'. Did you mean 'rut'?\n  return(rtu, 5d)\n         ^\n",
  );
});

it('npm run facts --json: one object and nothing else', () => {
  const { options } = copyDesk();
  const { status, stdout, stderr } = runCommand('facts', ['rut', '--most', '3', '--json', ...options]);
  expect([status, stderr]).toEqual([0, '']);
  const { ok, findings, answers } = JSON.parse(stdout);
  expect([ok, findings]).toEqual([true, []]);
  expect(answers).toMatchObject([{ metric: 'rut', against: ['spx'], facts: [{}, {}, {}] }]);
});

it('npm run facts: a number that is none is wrong usage', () => {
  expect(runCommand('facts', ['rut', '--most', 'many']).status).toBe(2);
});
