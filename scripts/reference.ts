/** `npm run reference`: what is declared in code, as pages of the reference and as schemas, types and settings for editors. */
import { existsSync, readFileSync } from 'node:fs';
import { referenceFiles } from '../src/reference/reference.ts';
import { replaceFile } from '../src/replace-file.ts';
import { command, run } from './command.ts';

const program = command('reference', 'Write the reference, and the schemas, types and settings of editors, from the code.');

await run(program, () => {
  for (const [path, text] of referenceFiles()) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    replaceFile(path, text);
    console.log(`${path} written`);
  }
});
