/** Names that hold a number or a word with a meaning, and claim nothing. */
import { names } from './lexicon.ts';

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ \u00A0]/g, '[\\s\\u00A0]');

/** A pattern of all names, the longest first. @param allowed names of one report, from its front matter */
export function nameMatcher(allowed: readonly string[] = []): RegExp {
  const all = [...names, ...allowed].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\w-])(?:${all.map(literal).join('|')})(?![\\w])`, 'gi');
}
