/** Every kind of chart under the name it has in a Figure. */
import { indexedLines } from './indexed-lines.ts';
import type { ChartKind } from './kind.ts';
import { relativeBars } from './relative-bars.ts';

export const kinds: ReadonlyMap<string, ChartKind> = new Map([
  ['indexed-lines', indexedLines],
  ['relative-bars', relativeBars],
]);
