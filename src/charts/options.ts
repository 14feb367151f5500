/** Attributes that several kinds take, as they are told in each. */
import type { Option } from './kind.ts';

export const NAMES: Option = {
  what: 'Names in place of the series’ own, in their order, with commas between, or semicolons where a name has a comma',
  example: 'Growth, All, Value',
};

export const TO: Option = { what: 'The last day; without it the day of the report’s data', example: '2024-07-11' };

export const HIGHLIGHT: Option = { what: 'Days that are shaded, and their name', example: '2024-07-09 to 2024-07-16: Last five sessions' };

export const MARK: Option = { what: 'A session that is pointed at, and words for it', example: '2024-07-12: calls' };

/** What every figure takes, whatever its kind. */
export const COMMON: Readonly<Record<string, Option>> = {
  kind: { what: 'The kind of chart', example: 'indexed-lines', needed: true },
  title: {
    what: 'The finding, in a sentence. What it claims is checked: a Fact may stand in it, with single quotes',
    example: 'Giants led the rally until the last five sessions',
    needed: true,
  },
  subtitle: { what: 'What is measured, its unit and its days', example: 'Price index, December 29, 2023 = 100', needed: true },
  note: { what: 'What a reader should know of the data, after the source', example: 'Weighted equally at the start.' },
  description: {
    what: 'What can be seen, for those who don’t see it; without it the kind says what the values are',
    example: 'Line chart of four series, of which one pulls ahead in the last week.',
  },
  wide: { what: 'As wide as text and notes together; written without a value', example: 'wide' },
  id: { what: 'A name of its own in addresses, in place of fig1, fig2 …', example: 'range' },
};
