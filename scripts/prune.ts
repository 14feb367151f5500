/** `npm run prune`: removes the snapshots that nothing needs. Without --yes it only tells which. */
import { type PruneResult, prune } from '../src/refresh/prune.ts';
import { foldersFrom } from '../src/reports/desk.ts';
import { deskCommand, run } from './command.ts';

/** Reasons that are told of each snapshot; --json has all. */
const SHOWN = 3;

const program = deskCommand(
  'prune',
  'Tell which snapshots no report, no record and no version of one stands on, and remove them where told to. The newest is kept.',
).option('--yes', 'remove them; without it nothing is changed');

await run(program, () => {
  const { json, yes } = program.opts<{ json?: boolean; yes?: boolean }>();
  const result = prune(foldersFrom(program.opts()), !yes);
  if (json) process.stdout.write(`${JSON.stringify({ ok: true, ...result })}\n`);
  else for (const line of lines(result)) console.log(line);
});

function lines({ outcome, kept, removed }: PruneResult): string[] {
  const verb = outcome === 'pruned' ? 'removed' : 'would be removed';
  const all = [
    ...kept.map(({ id, bytes, why }) => ({ id, line: `${id}  ${size(bytes)}  kept: ${reasons(why)}` })),
    ...removed.map(({ id, bytes }) => ({ id, line: `${id}  ${size(bytes)}  ${verb}` })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  const total = size(removed.reduce((sum, { bytes }) => sum + bytes, 0)).trim();
  const sum =
    removed.length === 0
      ? 'Every snapshot is needed.'
      : `${removed.length} of ${all.length} snapshots ${verb}, ${total}.${outcome === 'pruned' ? '' : ' Nothing was changed; --yes removes them.'}`;
  return [...all.map(({ line }) => line), sum];
}

/** The first few: a snapshot may be pinned by hundreds. */
function reasons(why: readonly string[]): string {
  const more = why.length - SHOWN;
  return `${why.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function size(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`.padStart(9);
}
