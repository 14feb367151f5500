import { z } from 'zod';
import { isIsoDate } from './day.ts';

/** A date as an author writes it. Editors know its form by the name 'date'. */
export const isoDate = z.string().refine(isIsoDate, 'write a date as YYYY-MM-DD').meta({ format: 'date' });
