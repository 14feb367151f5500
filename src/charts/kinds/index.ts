/** Every kind of chart under the name it has in a Figure. The folder is the register: a file beside this one is a kind. */
import { modulesOf } from '../../registered.ts';
import type { ChartKind } from '../kind.ts';

interface KindModule {
  kind: ChartKind;
}

const modules = import.meta.env
  ? import.meta.glob<KindModule>(['./*.ts', '!./index.ts'], { eager: true })
  : await modulesOf<KindModule>(import.meta.dirname);

/** In the order of their names. */
export const kinds: ReadonlyMap<string, ChartKind> = new Map(Object.values(modules).map(({ kind }) => [kind.name, kind]));

/** @throws Error for a name that no kind has: the compiler has refused it before */
export function kindNamed(name: string): ChartKind {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`no kind '${name}'`);
  return kind;
}
