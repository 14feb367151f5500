import { extreme } from '../extreme-measure.ts';

/** The smallest of the last w values, today included. */
export const low = extreme('low', false);
