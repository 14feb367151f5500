import { readFileSync } from 'node:fs';
import { differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, parse, wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { parseTokens } from '../../src/charts/tokens.ts';

const tokens = parseTokens(readFileSync('src/styles/tokens.css', 'utf8'));
const themes = ['light', 'dark'] as const;

function colour(name: string, theme: (typeof themes)[number]): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`no token --${name}`);
  return token[theme];
}

const contrast = (name: string, ground: string, theme: (typeof themes)[number]): number =>
  wcagContrast(colour(name, theme), colour(ground, theme));

/** The contrast of each token against paper, as the design has it: at most a rounding below. */
const onPaper: Record<string, readonly [number, number]> = {
  ink: [16.5, 15.3],
  'ink-2': [8.1, 9.8],
  'ink-3': [5.6, 6.9],
  num: [3.8, 5.4],
  axis: [3.1, 4.1],
  focus: [6.4, 9.0],
  'bar-muted': [3.3, 3.8],
  'line-muted': [4.2, 6.9],
  ok: [6.4, 9.8],
  rep: [8.1, 9.8],
  bad: [6.5, 8.9],
  op: [5.8, 7.2],
  's-rut': [5.3, 7.8],
  's-spx': [14.4, 14.9],
  's-ndx': [5.8, 7.2],
  's-m7': [5.3, 6.8],
  's-growth': [6.7, 7.7],
  's-value': [5.5, 11.5],
  's-ust2': [6.1, 8.1],
  's-cut': [5.5, 9.1],
};

describe.each(themes)('tokens in %s', (theme) => {
  it.each(Object.entries(onPaper))('--%s on paper', (name, [light, dark]) => {
    expect(contrast(name, 'paper', theme)).toBeGreaterThanOrEqual((theme === 'light' ? light : dark) - 0.06);
  });

  it.each(['ink', 'ink-2', 'ink-3'])('--%s is readable text on paper and well', (name) => {
    for (const ground of ['paper', 'well']) expect(contrast(name, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...tokens.keys()].filter((name) => name.startsWith('s-')))('--%s can be a label on paper and on the band', (name) => {
    expect(contrast(name, 'paper', theme)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(name, 'band', theme)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Series that stand in one chart of the site. */
const together = [
  ['s-rut', 's-spx', 's-ndx', 's-m7'],
  ['s-growth', 's-value', 's-rut'],
  ['s-cut', 's-ust2'],
];

const sights = {
  all: (c: string) => c,
  deuteranopia: filterDeficiencyDeuter(1),
  protanopia: filterDeficiencyProt(1),
  tritanopia: filterDeficiencyTrit(1),
};

describe.each(themes)('series that share a chart can be told apart in %s', (theme) => {
  const difference = differenceCiede2000();
  it.each(Object.entries(sights))('by %s', (_sight, filter) => {
    for (const group of together) {
      for (const [i, a] of group.entries()) {
        for (const b of group.slice(i + 1)) {
          const seen = (name: string) => filter(parse(colour(name, theme)) as never) as never;
          // Direct labels carry the rest: the design asks for 11.
          expect(difference(seen(a), seen(b)), `${a} and ${b}`).toBeGreaterThanOrEqual(11);
        }
      }
    }
  });
});

it('no colour stands outside the tokens', () => {
  const files = ['base', 'frame', 'article', 'prose', 'figure', 'apparatus', 'home', 'print', 'fonts', 'card', 'crosshair'];
  for (const file of files)
    expect(readFileSync(`src/styles/${file}.css`, 'utf8').match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi), file).toBe(null);
});
