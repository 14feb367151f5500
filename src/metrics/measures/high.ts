import { extreme } from '../extreme-measure.ts';

/** The largest of the last w values, today included. */
export const high = extreme('high', true);
