/** What colours must do: text and marks stand out from their ground, and series that share a chart from each other. */
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  oklch,
  parse,
  type Rgb,
  toGamut,
  wcagContrast,
} from 'culori';
import type { Token, Tokens } from './tokens.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** WCAG 2.2: text, and what is no text but must be seen. */
const TEXT = 4.5;
const GRAPHICS = 3;
/** Of series in one chart, by CIEDE2000; direct labels carry the rest. */
const DIFFERENCE = 11;

interface Rule {
  what: string;
  grounds: readonly string[];
  least: number;
}

const AS_TEXT: Rule = { what: 'text', grounds: ['paper', 'well', 'raised', 'band', 'hl'], least: TEXT };
const AS_QUIET_TEXT: Rule = { ...AS_TEXT, grounds: ['paper', 'well', 'raised', 'band'] };
const AS_MARK: Rule = { what: 'a mark', grounds: ['paper'], least: GRAPHICS };
const AS_SERIES: Rule = { what: "a series' label", grounds: ['paper', 'band'], least: TEXT };

const RULES: Readonly<Record<string, Rule>> = {
  ink: AS_TEXT,
  'ink-2': AS_QUIET_TEXT,
  'ink-3': AS_QUIET_TEXT,
  ...Object.fromEntries(['num', 'axis', 'focus', 'bar-muted', 'line-muted', 'ok', 'rep', 'bad', 'op'].map((token) => [token, AS_MARK])),
};

const ruleOf = (token: string): Rule | undefined => (token.startsWith('s-') ? AS_SERIES : RULES[token]);

const SIGHTS: Readonly<Record<string, (colour: Rgb) => Rgb>> = {
  'any eye': (colour) => colour,
  'an eye with deuteranopia': filterDeficiencyDeuter(1),
  'an eye with protanopia': filterDeficiencyProt(1),
  'an eye with tritanopia': filterDeficiencyTrit(1),
};

export interface ColourFault {
  token: string;
  /** The token it stands on, or beside. */
  against: string;
  theme: Theme;
  /** What is wrong, and what would do. */
  message: string;
}

/** Every token that does not stand out from a ground it is used on. */
export function contrastFaults(tokens: Tokens): ColourFault[] {
  return [...tokens].flatMap(([token, own]) => {
    const rule = ruleOf(token);
    if (!rule) return [];
    return THEMES.flatMap((theme) =>
      rule.grounds.flatMap((ground): ColourFault[] => {
        const [colour, behind] = [own[theme], colourOf(ground, tokens)[theme]];
        const contrast = wcagContrast(colour, behind);
        if (contrast >= rule.least) return [];
        const message = `${nameOf(token)} on ${ground} (${theme}, "${colour}" on "${behind}") has a contrast of ${downTo(contrast, 2)}, and ${rule.what} needs ${rule.least}.`;
        return [{ token, against: ground, theme, message: message + advice(colour, (other) => standsOut(other, rule, tokens, theme)) }];
      }),
    );
  });
}

/** @param groups tokens of series that stand in one chart, a group a chart */
export function differenceFaults(tokens: Tokens, groups: readonly (readonly string[])[]): ColourFault[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const group of groups)
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) if (one !== other) pairs.set([one, other].sort().join(' '), [one, other]);
  return [...pairs.values()].flatMap(([against, token]) =>
    THEMES.flatMap((theme): ColourFault[] => {
      const [colour, beside] = [colourOf(token, tokens)[theme], colourOf(against, tokens)[theme]];
      const { difference, sight } = leastDifference(colour, beside);
      if (difference >= DIFFERENCE) return [];
      const others = [...pairs.values()].flatMap(([a, b]) => (a === token ? [b] : b === token ? [a] : []));
      const passes = (tried: string): boolean =>
        standsOut(tried, AS_SERIES, tokens, theme) &&
        others.every((other) => leastDifference(tried, colourOf(other, tokens)[theme]).difference >= DIFFERENCE);
      const message = `${nameOf(token)} and ${nameOf(against)} stand in one chart (${theme}, "${colour}" and "${beside}") and differ by ${downTo(difference, 1)} to ${sight}, by CIEDE2000; series need ${DIFFERENCE}.`;
      return [{ token, against, theme, message: message + advice(colour, passes) }];
    }),
  );
}

const standsOut = (colour: string, { grounds, least }: Rule, tokens: Tokens, theme: Theme): boolean =>
  grounds.every((ground) => wcagContrast(colour, colourOf(ground, tokens)[theme]) >= least);

/** To the eye that tells them apart worst. */
function leastDifference(one: string, other: string): { difference: number; sight: string } {
  const differ = differenceCiede2000();
  const seen = Object.entries(SIGHTS).map(([sight, filter]) => ({ sight, difference: differ(filter(rgb(one)), filter(rgb(other))) }));
  return seen.reduce((least, next) => (next.difference < least.difference ? next : least));
}

const rgb = (colour: string): Rgb => parse(colour) as Rgb;

function colourOf(name: string, tokens: Tokens): Token {
  const token = tokens.get(name);
  if (!token) throw new Error(`no token --${name}`);
  return token;
}

function advice(colour: string, passes: (colour: string) => boolean): string {
  const nearest = nearestLightness(colour, passes);
  return nearest === null ? ' No lightness of it does: take another colour.' : ` The nearest lightness that does: "${nearest}".`;
}

const STEP = 0.002;

/** The colour in the nearest lightness (OKLCH) that passes; null where none does. */
function nearestLightness(colour: string, passes: (colour: string) => boolean): string | null {
  const own = oklch(rgb(colour));
  const inGamut = toGamut('rgb', 'oklch');
  for (let distance = STEP; distance <= 1; distance += STEP)
    for (const l of [own.l - distance, own.l + distance]) {
      const tried = l >= 0 && l <= 1 ? formatHex(inGamut({ ...own, l })) : null;
      if (tried && passes(tried)) return tried;
    }
  return null;
}

/** As the settings have it: the series' own name. */
const nameOf = (token: string): string => token.replace(/^s-/, '');

/** 4.497 is 4.49, not 4.5: what is told as reached must be. */
const downTo = (value: number, decimals: number): string => (Math.floor(value * 10 ** decimals) / 10 ** decimals).toFixed(decimals);
