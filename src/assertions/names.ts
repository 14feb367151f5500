/** Names that hold a number or a word with a meaning, and claim nothing. */
import { settings } from '../settings.ts';
import { maturities, names, terms } from './lexicon.ts';

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ \u00A0]/g, '[\\s\\u00A0]');

/** 'two-year yield', '10-year Treasuries'. */
const MATURITY = `(?:${maturities.years.join('|')})[- ]year (?:${maturities.of.join('|')})`;

function matcher(listed: readonly string[]): RegExp {
  const all = [...listed].sort((a, b) => b.length - a.length).map(literal);
  return new RegExp(`(?<![\\w-])(?:${[...all, MATURITY].join('|')})(?![\\w])`, 'gi');
}

/** Every way to name what has a maturity of these years: 'two-year yield', '2-year Treasuries'. */
export function maturityNames(years: readonly string[]): string[] {
  return years.flatMap((year) => maturities.of.map((what) => `${year}-year ${what}`));
}

/** Names that any desk may write, and those that the desk lets pass. */
const plainNames = (): string[] => [...names, ...settings().allow];

/** What is a name inside a Fact. */
export const nameMatcher = (): RegExp => matcher(plainNames());

/** What is a name in prose: names of measures, and words that the report allows, as well. */
export const proseNameMatcher = (allowed: readonly string[]): RegExp => matcher([...plainNames(), ...terms, ...allowed]);
