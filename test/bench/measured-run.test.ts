import { describe, expect, it } from 'vitest';
import { measuredRun } from '../../scripts/bench/measured-run.ts';
import { memoryOf, type ProcessState } from '../../scripts/bench/process-tree.ts';

/** Holds 100 MB and reckons for 300 ms, in a child of a thread, beside a parent that does the same. */
const USE = `
const held = Buffer.alloc(100e6, 1);
const used = () => Object.values(process.cpuUsage()).reduce((a, b) => a + b);
for (const end = used() + 3e5; used() < end; );
held.length;`;
const TREE = `
const { Worker } = require('node:worker_threads');
const child = 'require("node:child_process").spawnSync(process.execPath, ["-e", ' + JSON.stringify(${JSON.stringify(USE)}) + '])';
const thread = new Worker(child, { eval: true });
${USE}
thread.on('exit', () => { held.length; console.log('over'); console.error('and out'); process.exitCode = 3; });
`;

describe.runIf(process.platform === 'linux')('measuredRun', () => {
  it('counts what a child of a thread uses, with all that the parent does', async () => {
    const { seconds, cpuSeconds, peakMegabytes, status, output } = await measuredRun(process.execPath, ['-e', TREE]);
    expect(status).toBe(3);
    expect(output).toContain('over');
    expect(output).toContain('and out');
    expect(seconds).toBeGreaterThan(0.3);
    expect(cpuSeconds).toBeGreaterThan(0.6);
    expect(cpuSeconds).toBeLessThan(3);
    expect(peakMegabytes).toBeGreaterThan(200);
    expect(peakMegabytes).toBeLessThan(450);
  });

  it('counts the processor time of one that outlives its parent', async () => {
    const parent = `
      require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(USE)}], { stdio: 'inherit' }).unref();
      setTimeout(() => {}, 200);`;
    const { cpuSeconds } = await measuredRun(process.execPath, ['-e', parent]);
    expect(cpuSeconds).toBeGreaterThan(0.3);
  });

  it('says that there is no such command', async () => {
    await expect(measuredRun('no-such-command', [])).rejects.toThrow('ENOENT');
  });
});

describe('memoryOf', () => {
  const one: ProcessState = { id: 1, started: 1, program: 'node', stack: 1, own: 100, ofFiles: 40, most: 140, ticks: 0, waitedTicks: 0 };
  it.each([
    ['one process', [one], 140],
    ['two of one program: its pages once', [one, { ...one, id: 2, stack: 2, own: 30 }], 170],
    ['two programs', [one, { ...one, id: 2, stack: 2, program: 'sh', own: 10, ofFiles: 5 }], 155],
    ['one that was forked and has not begun a program', [one, { ...one, id: 2 }], 140],
  ])('%s', (_, states, kilobytes) => {
    expect(memoryOf(states)).toBe(kilobytes);
  });
});
