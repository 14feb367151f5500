/** The checks, in the order of docs/checks.md. */
import { calendar } from './calendar.ts';
import type { Check } from './checked-table.ts';
import { dates } from './dates.ts';
import { headerRules } from './header.ts';
import { identity } from './identity.ts';
import { outliers } from './outliers.ts';
import { revision } from './revision.ts';
import type { Rule } from './rule.ts';
import { splits } from './splits.ts';
import { truncation } from './truncation.ts';
import { unit } from './unit.ts';
import { values } from './values.ts';

/** Of each row and cell by itself. Only a table without a fault in these is an ascending list of numbers. */
export const checksOfRows: readonly Check[] = [dates, values];

/** Of a table as a whole, against its calendar, its own past and the snapshot before. */
export const checksOfTables: readonly Check[] = [identity, truncation, calendar, unit, splits, outliers, revision];

export const rules: readonly Rule[] = [...headerRules, ...[...checksOfRows, ...checksOfTables].flatMap((check) => check.rules)];
