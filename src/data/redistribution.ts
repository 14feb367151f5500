/** What may be passed on of a table, by the terms of whoever owns its figures. */
import type { z } from 'zod';
import { redistribution } from './manifest.ts';

export type Redistribution = z.infer<typeof redistribution>;

/** The strictest of several terms: what holds for all of them. */
export function strictest(terms: readonly Redistribution[]): Redistribution {
  return redistribution.options.findLast((term) => terms.includes(term)) ?? 'private';
}
