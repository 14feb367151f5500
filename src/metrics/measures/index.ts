/**
 * The catalogue: every measure under the name it has in expressions. The folder is the register: each file beside this one
 * exports a `measure`.
 */
import { modulesOf } from '../../registered.ts';
import { GROUPS, type Measure } from '../measure.ts';
import { fileOf } from '../measure-files.ts';

const modules = import.meta.env
  ? import.meta.glob<{ measure?: Measure }>(['./*.ts', '!./index.ts'], { eager: true })
  : await modulesOf<{ measure?: Measure }>(import.meta.dirname);

function registered([path, { measure }]: [string, { measure?: Measure }]): Measure {
  if (!measure) throw new Error(`src/metrics/measures/${path.slice(2)} has no measure. Write 'export const measure: Measure = { … }'.`);
  if (path !== `./${fileOf(measure.name)}.ts`)
    throw new Error(`The measure '${measure.name}' is in src/metrics/measures/${path.slice(2)}. Call the file ${fileOf(measure.name)}.ts.`);
  return measure;
}

/** By group, then by name. */
const list = Object.entries(modules)
  .map(registered)
  .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.name.localeCompare(b.name, 'en'));

export const measures: ReadonlyMap<string, Measure> = new Map(list.map((measure) => [measure.name, measure]));
