/**
 * What publishers said about the versions they sent (ETag, Last-Modified), so that an unchanged file is not sent again. Kept beside
 * the data, not in git; without it everything is asked for in full.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../replace-file.ts';

const FILE = '.fetched.json';

const memorySchema = z.record(
  z.string(),
  z.strictObject({
    /** Of the table these versions gave. */
    hash: z.string(),
    validators: z.record(z.string(), z.strictObject({ etag: z.string().optional(), lastModified: z.string().optional() })),
  }),
);

/** By resource. */
export type FetchMemory = z.infer<typeof memorySchema>;

/** Empty where there is none, or it can't be read. */
export function readMemory(data: string): FetchMemory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(join(data, FILE), 'utf8')));
  } catch {
    return {};
  }
}

export function writeMemory(data: string, memory: FetchMemory): void {
  replaceFile(join(data, FILE), `${JSON.stringify(memory, null, 2)}\n`);
}
