import { extreme } from '../extreme-measure.ts';

/** The smallest of the last w values, today included. */
export const measure = extreme({ name: 'low', largest: false, example: 'low(rut, ytd)' });
