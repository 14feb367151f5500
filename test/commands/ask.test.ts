import { expect, it } from 'vitest';
import { copyDesk, runHere } from '../support/command.ts';

it('npm run eval: answers each metric that can be answered, and marks what is wrong in the others', async () => {
  const { options } = copyDesk();
  const { status, stdout, stderr } = await runHere('eval', ['return(rut, 1d)', 'return(rtu, 5d)', 'rut', ...options]);
  expect(status).toBe(1);
  expect(stdout).toContain('<Fact m="return(rut, 1d)">rose 3.5%</Fact>');
  expect(stdout).toContain('<Fact m="rut">closed at 2,263.67</Fact>');
  expect(stderr).toBe(
    "return(rtu, 5d):1:8  error unknown-series  unknown series 'rtu'. Did you mean 'rut'?\n  return(rtu, 5d)\n         ^\n",
  );
});

it('npm run eval --say: holds phrases against the metric, and fails where one does not hold', async () => {
  const { options } = copyDesk();
  const say = (...says: string[]) => runHere('eval', ['return(rut, 1d)', ...says.flatMap((words) => ['--say', words]), ...options]);
  expect(await say('rose 3.5%')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/\nholds {3}<Fact m="return\(rut, 1d\)">rose 3.5%<\/Fact>\n$/),
  });
  const { status, stdout } = await say('rose 3.5%', 'a 3.6% gain');
  expect(status).toBe(1);
  expect(stdout).toContain("fails   a 3.6% gain\n        error fact-fails  '3.6%' does not hold.");
  const json = JSON.parse((await runHere('eval', ['return(rut, 1d)', '--say', 'a 3.6% gain', '--json', ...options])).stdout);
  expect(json).toMatchObject({
    ok: false,
    findings: [{ rule: 'fact-fails', path: 'a 3.6% gain', column: 3 }],
    answers: [{ said: [{ text: 'a 3.6% gain', holds: false }] }],
  });
});

it('npm run facts --json: one object and nothing else', async () => {
  const { options } = copyDesk();
  const { status, stdout, stderr } = await runHere('facts', ['rut', '--most', '3', '--json', ...options]);
  expect([status, stderr]).toEqual([0, '']);
  const { ok, findings, answers } = JSON.parse(stdout);
  expect([ok, findings]).toEqual([true, []]);
  expect(answers).toMatchObject([{ metric: 'rut', against: ['spx'], facts: [{}, {}, {}] }]);
});

it('npm run facts: a number that is none is wrong usage', async () => {
  expect((await runHere('facts', ['rut', '--most', 'many'])).status).toBe(2);
});
