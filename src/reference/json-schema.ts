import { z } from 'zod';

export interface JsonSchema {
  title?: string;
  description?: string;
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  default?: unknown;
  format?: string;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  [keyword: string]: unknown;
}

/**
 * What an author may write, as JSON Schema (draft 7, which every editor reads). What can't be said in it, only our own check says.
 * @param reused whether what stands in many places is written once and referred to: shorter by far, and no table can be made of it
 */
export function jsonSchemaOf(schema: z.ZodType, title: string, reused: 'inline' | 'ref' = 'inline'): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-07', reused });
  return { $schema, title, ...rest } as JsonSchema;
}
