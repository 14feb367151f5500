/** Every kind of chart under the name it has in a Figure. */
import { averageBars } from './average-bars.ts';
import { distribution } from './distribution.ts';
import { dots } from './dots.ts';
import { indexedLines } from './indexed-lines.ts';
import type { ChartKind } from './kind.ts';
import { rangeBand } from './range-band.ts';
import { relativeBars } from './relative-bars.ts';
import { saidFound } from './said-found.ts';
import { smallPanels } from './small-panels.ts';
import { stackedPanels } from './stacked-panels.ts';
import { windows } from './windows.ts';

export const kinds: ReadonlyMap<string, ChartKind> = new Map<string, ChartKind>([
  ['indexed-lines', indexedLines],
  ['relative-bars', relativeBars],
  ['range-band', rangeBand],
  ['average-bars', averageBars],
  ['small-panels', smallPanels],
  ['stacked-panels', stackedPanels],
  ['distribution', distribution],
  ['dots', dots],
  ['said-found', saidFound],
  ['windows', windows],
]);

/** @throws Error for a name that no kind has: the compiler has refused it before */
export function kindNamed(name: string): ChartKind {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`no kind '${name}'`);
  return kind;
}
