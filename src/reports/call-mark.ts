/** What became of a call, as the record of the marks has it. */
import { z } from 'zod';
import { valuedSchema } from './valued.ts';

/** How a metric on a day stands to the condition. The day of the value is the session on which it was scored. */
const scored = {
  status: z.enum(['open', 'right', 'wrong', 'void']),
  value: valuedSchema.nullable(),
};

export const baseRateSchema = z.strictObject({
  /** The metric, told without days. */
  metric: z.string(),
  /** On how many days it has a value, and on how many of these the condition held. */
  days: z.int(),
  held: z.int(),
  /** How many windows there are of which no two share a session. */
  separate: z.int(),
  from: z.string(),
  to: z.string(),
  /** In percent; null where there are too few separate windows for one. */
  share: z.string().nullable(),
});

export const callMarkSchema = z.strictObject({
  id: z.string(),
  status: z.enum([...scored.status.options, 'unscorable']),
  value: scored.value,
  /** Every other pair of a metric and a day that would have been as reasonable. */
  alternatives: z.array(z.strictObject({ metric: z.string(), due: z.string(), ...scored })),
  /** The way from the day it was made; null where it can't be scored, or there are no data. */
  path: z
    .strictObject({
      metric: z.string(),
      from: z.string(),
      to: z.string(),
      /** Sessions after the one it was made on, and on how many of them the condition held. */
      sessions: z.int(),
      held: z.int(),
      /** Hash of its points. */
      digest: z.string(),
    })
    .nullable(),
  base: baseRateSchema.nullable(),
  /** The naive alternative, on the same day. */
  naive: z.strictObject({ metric: z.string(), ...scored, base: baseRateSchema.nullable() }).nullable(),
});

export type CallMark = z.infer<typeof callMarkSchema>;
export type CallStatus = CallMark['status'];
export type BaseRate = z.infer<typeof baseRateSchema>;
export type Scored = Pick<CallMark, 'value'> & { status: z.infer<typeof scored.status> };
