/**
 * What may stand under `kind` of a declaration, and the file that knows it. The folder is the register: each file beside this one
 * exports a `kind` and has its name.
 */
import { modulesOf } from '../../registered.ts';
import type { PublisherKind } from '../publisher-kind.ts';

const modules = import.meta.env
  ? import.meta.glob<{ kind?: PublisherKind }>(['./*.ts', '!./index.ts'], { eager: true })
  : await modulesOf<{ kind?: PublisherKind }>(import.meta.dirname);

function registered([path, { kind }]: [string, { kind?: PublisherKind }]): [string, PublisherKind] {
  const file = `src/publishers/kinds/${path.slice(2)}`;
  if (!kind) throw new Error(`${file} has no kind. Write 'export const kind: PublisherKind<…> = { … }'.`);
  const name = kind.schema.shape.kind.value;
  if (path !== `./${name}.ts`) throw new Error(`The kind '${name}' is in ${file}. Call the file ${name}.ts.`);
  return [name, kind];
}

/** In the order of their names. */
export const kinds: ReadonlyMap<string, PublisherKind> = new Map(Object.entries(modules).map(registered));
