/**
 * How a resource is fetched: the `fetch:` block of `data/publishers/<id>.yaml`, one form a kind (`kinds/`).
 * A resource without it is never asked for: its table is dropped into a folder by hand.
 */
import { z } from 'zod';
import { kinds } from './kinds/index.ts';
import type { FetchBlock } from './publisher-kind.ts';

type Forms = Parameters<typeof z.discriminatedUnion>[1];

const forms = [...kinds.values()].map(({ schema }) => schema) as unknown as Forms;

export const fetchDeclaration = z.discriminatedUnion('kind', forms, {
  error: () => `the kinds are ${[...kinds.keys()].join(', ')}`,
}) as unknown as z.ZodType<FetchBlock>;
