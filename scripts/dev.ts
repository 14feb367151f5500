/** `npm run dev`: the site while you write. What is saved is compiled and shown at once, and what does not hold is said here and in the page. */
import { resolve } from 'node:path';
import { problemLines } from '../src/reference/problem-lines.ts';
import { foldersFrom } from '../src/reports/folders.ts';
import { folderCommand, positive, run } from './command.ts';

const program = folderCommand('dev', 'Show the site while you write, drafts too. Ctrl-C ends it.')
  .option('--port <number>', 'port of the preview; the next free one where it is taken', positive, 4321)
  .option('--problems', "print all findings after each save, for an editor's list of problems");

/** Code that can't be read says where by itself; anything else is a defect of ours and keeps its stack trace. */
function whatStopped(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault;
  return 'plugin' in fault || 'loc' in fault ? fault.message : fault.stack;
}

await run(program, async () => {
  const folders = foldersFrom(program.opts());
  Object.assign(process.env, {
    MTM_CONTENT: resolve(folders.content),
    MTM_DATA: resolve(folders.data),
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
  });
  const { dev } = await import('astro');
  const { live } = await import('../src/preview/live.ts');
  const { terminal } = await import('../src/preview/terminal.ts');
  const say = terminal(console.log);
  /** What was said last of code that stopped: it stops each time that it is asked for. */
  let stopped: unknown;
  const server = await dev({
    server: { port: program.opts().port },
    logLevel: 'error',
    integrations: [
      live({
        folders,
        open: (port, path) => console.log(`http://localhost:${port}${path}  shows what you write. Ctrl-C ends it.\n`),
        tell: (before, after) => {
          stopped = undefined;
          if (program.opts().problems) for (const line of problemLines(after.findings)) console.log(line);
          else say(before, after);
        },
        stumble: (fault) => {
          const what = whatStopped(fault);
          if (what !== stopped) console.error(what);
          stopped = what;
        },
      }),
    ],
  });
  const stop = (): void => void server.stop().finally(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
});
