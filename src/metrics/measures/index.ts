/** The catalogue: every measure under the name it has in expressions. */
import type { Measure } from '../measure.ts';
import { level } from './level.ts';
import { rank } from './rank.ts';
import { returnMeasure } from './return.ts';
import { streak } from './streak.ts';

const list: readonly Measure[] = [level, returnMeasure, streak, rank];

export const measures: ReadonlyMap<string, Measure> = new Map(list.map((measure) => [measure.name, measure]));
