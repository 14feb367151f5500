/** `npm run lint`: the formatter, the linter with its import rules, and the types. */
import { spawnSync } from 'node:child_process';
import { command, run } from './command.ts';

const program = command('lint', 'Check format, lint rules, import directions and types.').option('--fix', 'mend what can be mended');

await run(program, () => {
  const biome = spawnSync('biome', ['check', '--error-on-warnings', ...(program.opts().fix ? ['--write'] : []), '.'], { stdio: 'inherit' });
  const types = spawnSync('tsc', { stdio: 'inherit' });
  if (biome.status !== 0 || types.status !== 0) process.exitCode = 1;
});
