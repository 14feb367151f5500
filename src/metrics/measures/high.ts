import { extreme } from '../extreme-measure.ts';

/** The largest of the last w values, today included. */
export const measure = extreme({ name: 'high', largest: true, example: 'high(rut, from 2024-01-02 to 2024-12-30)' });
