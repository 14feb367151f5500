import { z } from 'zod';
import { isIsoDate } from './day.ts';

const DATE = 'write a date as YYYY-MM-DD';

/** A date as an author writes it. Editors know its form by the name 'date'. */
export const isoDate = z.string(DATE).refine(isIsoDate, DATE).meta({ format: 'date' });
