/** `npm run dev`: the site while you write. Records are recomputed on each save, findings printed; the page reloads. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { Fault, type Finding } from '../src/finding.ts';
import { problemLines } from '../src/reference/problem-lines.ts';
import { compileAll, foldersFrom, openDesk, writeRecordText } from '../src/reports/desk.ts';
import { formatRecord } from '../src/reports/record.ts';
import { deskCommand, printFindings, run } from './command.ts';

const program = deskCommand('dev', 'Show the site while you write: http://localhost:4321')
  .option('--port <number>', 'port of the preview', '4321')
  .option('--problems', "print all findings after each save, for an editor's list of problems");

await run(program, () => {
  const folders = foldersFrom(program.opts());
  const tell = (findings: readonly Finding[]): void => {
    if (program.opts().problems) for (const line of problemLines(findings)) console.error(line);
    else if (findings.length === 0) console.error('every assertion holds');
    else printFindings(findings);
  };
  const recompute = (): void => {
    try {
      const reports = compileAll(openDesk(folders));
      for (const { slug, record } of reports) if (record) writeRecordText(folders, slug, formatRecord(record));
      tell(reports.flatMap((report) => report.findings));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      tell(fault.findings);
    }
  };
  recompute();

  let pending: NodeJS.Timeout | undefined;
  const watcher = watch(folders.content, { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(recompute, 50);
  });
  const astro = spawn('astro', ['dev', '--port', program.opts().port], {
    stdio: 'inherit',
    env: {
      ...process.env,
      MTM_CONTENT: resolve(folders.content),
      MTM_DATA: resolve(folders.data),
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DEV_BACKGROUND: '0',
    },
  });
  const stop = (): void => void astro.kill();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  astro.on('exit', (code) => {
    watcher.close();
    process.exitCode = code ?? 0;
  });
});
