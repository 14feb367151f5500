import { describe, expect, it } from 'vitest';
import { runHere } from '../support/command.ts';

describe('npm run series', () => {
  it('lists what has all the words, from the snapshot that is asked for', async () => {
    const { status, stdout, stderr } = await runHere('series', ['--snapshot', '2024-07-17', 'two-year']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        'id     unit     last value  first and last day',
        'ust2y  percent       4.43%  1999-01-04 to 2024-07-16',
        '    Two-year Treasury yield. 6389 rows of treasury-yields.',
        '    change(ust2y, 5d) = −19 bp',
        '',
      ].join('\n'),
    );
  });

  it('says what is nearest where nothing has them, with status 1', async () => {
    const { status, stdout, stderr } = await runHere('series', ['rusell']);
    expect([status, stderr]).toEqual([1, "nothing has 'rusell'. Nearest:\n"]);
    expect(stdout).toContain('rut ');
  });

  it('names the snapshots there are', async () => {
    const { status, stderr } = await runHere('series', ['--snapshot', '2024-07-18']);
    expect(status).toBe(1);
    expect(stderr).toContain("error snapshot-missing  there is no snapshot '2024-07-18'. Did you mean '2024-07-17'?");
  });
});

describe('npm run measures', () => {
  it('prints one JSON object and nothing else with --json', async () => {
    const { status, stdout, stderr } = await runHere('measures', ['--json', '--snapshot', '2024-07-17', 'drawdown', 'window']);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({ measures: [expect.objectContaining({ name: 'maxDrawdown', signature: 'maxDrawdown(s, w)' })] });
  });
});
