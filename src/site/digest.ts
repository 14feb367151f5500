/** Digests of what pages are made of: plain data by what stands in it, reports and snapshots by their own fingerprints. */
import { fingerprintOf } from '../memory/fingerprint.ts';

/** What has an identity of its own, so that nobody need look inside. */
interface Identified {
  /** Of a report: of all that it was compiled from, and of what became of it. */
  fingerprint?: unknown;
  /** Of a snapshot: of its manifest, which holds the hash of every table. */
  hash?: unknown;
  manifest?: unknown;
}

/** Null where something has no content that could be told: a function, a thing that holds itself. */
export function digestOf(value: unknown): string | null {
  try {
    return digest(value, new Set());
  } catch (fault) {
    if (fault === UNTOLD) return null;
    throw fault;
  }
}

const UNTOLD = new Error('no digest');
const known = new WeakMap<object, string>();

function digest(value: unknown, above: Set<object>): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'function' || typeof value === 'symbol') throw UNTOLD;
    return `${typeof value}:${Object.is(value, -0) ? '-0' : String(value)}`;
  }
  const before = known.get(value);
  if (before !== undefined) return before;
  if (above.has(value)) throw UNTOLD;
  above.add(value);
  const own = ofObject(value, (inside) => digest(inside, above));
  above.delete(value);
  known.set(value, own);
  return own;
}

function ofObject(value: object, inside: (part: unknown) => string): string {
  const { fingerprint, hash, manifest } = value as Identified;
  if (typeof fingerprint === 'string') return fingerprint;
  if (typeof hash === 'string' && manifest !== undefined) return hash;
  if (ArrayBuffer.isView(value))
    return fingerprintOf(value.constructor.name, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  if (Array.isArray(value)) return fingerprintOf('list', ...value.map(inside));
  if (value instanceof Map) return fingerprintOf('map', ...[...value].flatMap(([key, entry]) => [inside(key), inside(entry)]));
  if (value instanceof Set) return fingerprintOf('set', ...[...value].map(inside));
  return fingerprintOf('object', ...Object.entries(value).flatMap(([key, entry]) => [key, inside(entry)]));
}
