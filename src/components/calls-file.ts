/** The calls as a file for machines: every entry of the ledger that is published, with what became of it. */
import { z } from 'zod';
import { callMarkSchema } from '../reports/call-mark.ts';
import { callsOf } from '../reports/calls.ts';
import { entrySchema } from '../reports/calls-ledger.ts';
import type { Library } from '../reports/library.ts';
import { absolute } from './absolute.ts';
import { callAddress } from './addresses.ts';

export const callsFileSchema = z.strictObject({
  /** The snapshot on which they are scored, and the last day of its data. */
  snapshot: z.string(),
  newest: z.string(),
  calls: z.array(
    z.strictObject({
      page: z.string(),
      ...entrySchema.shape,
      /** True where the outcome was known when the call was entered. */
      afterTheFact: z.boolean(),
      outcome: callMarkSchema.omit({ id: true }),
    }),
  ),
});

/** In the order in which they are due. */
export function callsFile(desk: Library): z.infer<typeof callsFileSchema> {
  const calls = callsOf(desk).flatMap(({ claim: { report, assertion }, mark, afterTheFact }) => {
    const entry = desk.calls.find((one) => one.report === report.slug && one.id === assertion.id);
    if (!entry || !mark) return [];
    const { id: _id, ...outcome } = mark;
    return [{ page: absolute(callAddress(report.slug, assertion.id)), ...entry, afterTheFact, outcome }];
  });
  return { snapshot: desk.marked?.snapshot.id ?? desk.newest.id, newest: desk.marked?.newest ?? desk.newest.id, calls };
}
