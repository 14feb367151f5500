/** Attributes that several kinds take, as they are told in each. */
import type { Option } from './kind.ts';

export const NAMES: Option = {
  what: 'Names in place of the series’ own, in their order, with commas between, or semicolons where a name has a comma',
  example: 'Growth, All, Value',
};

export const TO: Option = { what: 'The last day; without it the day of the report’s data', example: '2024-07-11' };

export const HIGHLIGHT: Option = { what: 'Days that are shaded, and their name', example: '2024-07-09 to 2024-07-16: Last five sessions' };

export const MARK: Option = { what: 'A session that is pointed at, and words for it', example: '2024-07-12: calls' };
