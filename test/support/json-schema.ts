/** The part of JSON Schema that the published schemas use, checked by itself: no word of zod, which wrote them. */

type Type = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

interface Schema {
  $schema?: string;
  $id?: string;
  title?: string;
  description?: string;
  type?: Type | Type[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: Schema;
  minimum?: number;
  maximum?: number;
}

const KNOWN = [
  '$schema $id title description type const enum anyOf oneOf',
  'properties required additionalProperties items minimum maximum',
].flatMap((words) => words.split(' '));

/** What is wrong with a value, each with its path. A keyword that is not understood here is a fault too. */
export function faultsOf(value: unknown, schema: Schema, path = '$'): string[] {
  const unknown = Object.keys(schema).filter((keyword) => !KNOWN.includes(keyword));
  if (unknown.length > 0) return [`${path}: the schema says '${unknown.join(', ')}', which this check does not know`];
  const { type, anyOf, oneOf, minimum = -Infinity, maximum = Infinity } = schema;
  if (anyOf || oneOf) {
    const passed = (anyOf ?? oneOf ?? []).filter((option) => faultsOf(value, option, path).length === 0).length;
    return passed === 1 || (anyOf && passed > 1) ? [] : [`${path}: ${passed} of its forms fit`];
  }
  if ('const' in schema && value !== schema.const) return [`${path}: is not ${JSON.stringify(schema.const)}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${path}: is none of ${schema.enum.join(', ')}`];
  if (type && ![type].flat().some((one) => isOf(value, one))) return [`${path}: is no ${[type].flat().join(' or ')}`];
  if (typeof value === 'number' && (value < minimum || value > maximum)) return [`${path}: is out of bounds`];
  if (Array.isArray(value)) return value.flatMap((item, i) => faultsOf(item, schema.items ?? {}, `${path}[${i}]`));
  return value !== null && typeof value === 'object' ? faultsOfObject(value as Record<string, unknown>, schema, path) : [];
}

function isOf(value: unknown, type: Type): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return value !== null && typeof value === 'object' && !Array.isArray(value);
  return typeof value === type;
}

function faultsOfObject(
  value: Record<string, unknown>,
  { properties = {}, required = [], additionalProperties = true }: Schema,
  path: string,
): string[] {
  return [
    ...required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}: has no '${key}'`),
    ...Object.entries(value).flatMap(([key, item]) => {
      if (Object.hasOwn(properties, key)) return faultsOf(item, properties[key], `${path}.${key}`);
      return additionalProperties ? [] : [`${path}: has '${key}', which the schema does not know`];
    }),
  ];
}
