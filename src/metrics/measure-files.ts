/** Where a measure stands in the repository, and the test that pins its convention. */
import type { Measure } from './measure.ts';

/** The name of its files, without their endings: 'max-drawdown' of maxDrawdown. */
export const fileOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const sourceOf = ({ name }: Measure): string => `src/metrics/measures/${fileOf(name)}.ts`;
export const testOf = ({ name, test }: Measure): string => `test/metrics/measures/${test ?? fileOf(name)}.test.ts`;
