/** `npm run preview`: the built site as a host would serve it, under the path of its address. */
import { existsSync } from 'node:fs';
import { error, Fault } from '../src/finding.ts';
import { foldersFrom } from '../src/reports/folders.ts';
import { placeOfSite, readSettings } from '../src/settings-file.ts';
import { folderCommand, run } from './command.ts';
import { serveFolder } from './serve.ts';

const program = folderCommand('preview', 'Serve the built site.')
  .option('--port <number>', 'port', '4321')
  .option('--out <folder>', 'the built site', 'dist');

await run(program, async () => {
  const { port, out } = program.opts<{ port: string; out: string }>();
  if (!existsSync(out)) throw new Fault(error('site-missing', { path: out }, "there is no built site. Run 'npm run build' first."));
  const { base } = placeOfSite(readSettings(foldersFrom(program.opts()).content).settings, process.env);
  const { url } = await serveFolder(out, Number(port), base.replace(/\/?$/, '/'));
  console.log(url);
});
