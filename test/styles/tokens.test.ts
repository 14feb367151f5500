import { readFileSync } from 'node:fs';
import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { contrastFaults, differenceFaults, THEMES } from '../../src/charts/colour-rules.ts';
import { deskStyle } from '../../src/charts/desk-style.ts';
import { parseTokens, type Tokens } from '../../src/charts/tokens.ts';
import { COLOUR_TOKENS, GENERAL_SERIES, settingsOf, settingsSchema } from '../../src/settings.ts';
import { readSettings } from '../../src/settings-file.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const { settings } = readSettings('content');
const tokens = parseTokens(deskStyle(css, settings));

function colour(name: string, theme: (typeof THEMES)[number]): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`no token --${name}`);
  return token[theme];
}

const contrast = (name: string, ground: string, theme: (typeof THEMES)[number]): number =>
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

describe.each(THEMES)('tokens in %s', (theme) => {
  it.each(Object.entries(onPaper))('--%s on paper', (name, [light, dark]) => {
    expect(contrast(name, 'paper', theme)).toBeGreaterThanOrEqual((theme === 'light' ? light : dark) - 0.06);
  });
});

/** Tokens with some in other colours, in both themes. */
const withColours = (colours: Record<string, string>): Tokens =>
  new Map([...tokens, ...Object.entries(colours).map(([name, hex]) => [name, { light: hex, dark: hex }] as const)]);

describe('the rules of colours', () => {
  it('hold for the tokens of the site, and for those of a desk without settings', () => {
    expect(contrastFaults(tokens)).toEqual([]);
    expect(contrastFaults(parseTokens(css))).toEqual([]);
  });

  it('hold for the series that stand in one chart, and for the first four that a desk without settings shows', () => {
    const together = [
      ['s-rut', 's-spx', 's-ndx', 's-m7'],
      ['s-growth', 's-value', 's-rut'],
      ['s-cut', 's-ust2'],
    ];
    expect(differenceFaults(tokens, together)).toEqual([]);
    expect(differenceFaults(parseTokens(css), [['s-1', 's-2', 's-3', 's-4']])).toEqual([]);
  });

  it.each([
    ['ink-3', '#909aa4', 'paper', 'text needs 4.5'],
    ['s-rut', '#ff8a4a', 'band', "a series' label needs 4.5"],
    ['focus', '#e3e8ec', 'paper', 'a mark needs 3'],
  ])('--%s in %s does not stand out from %s: what would is told, and does', (name, hex, ground, needs) => {
    const faults = contrastFaults(withColours({ [name]: hex })).filter((fault) => fault.theme === 'light' && fault.against === ground);
    expect(faults.map(({ token }) => token)).toEqual([name]);
    expect(faults[0].message).toContain(needs);
    const nearest = /does: "(#[0-9a-f]{6})"/.exec(faults[0].message)?.[1] ?? '';
    expect(contrastFaults(withColours({ [name]: nearest })).filter(({ theme }) => theme === 'light')).toEqual([]);
  });

  it('series that look alike to some eye are told with that eye, and with a lightness in which they do not', () => {
    const alike = withColours({ 's-cut': '#bd430b', 's-rut': '#8a6200' });
    const [fault] = differenceFaults(alike, [['s-rut', 's-cut']]);
    expect(fault.message).toContain('to an eye with deuteranopia, by CIEDE2000; series need 11');
    const nearest = /does: "(#[0-9a-f]{6})"/.exec(fault.message)?.[1] ?? '';
    expect(
      differenceFaults(withColours({ 's-cut': nearest, 's-rut': '#8a6200' }), [['s-rut', 's-cut']]).filter(
        ({ theme }) => theme === 'light',
      ),
    ).toEqual([]);
  });
});

describe('the style of a desk', () => {
  const styleOf = (written: object): string => deskStyle(css, settingsOf(settingsSchema.parse(written)));

  it('is that of the style sheet where it sets nothing', () => expect(styleOf({})).toBe(css));

  it('has its colours, one theme of them or both, and those of its series only', () => {
    const own = parseTokens(
      styleOf({ colours: { paper: { light: '#FFFEFA' } }, series: { yield: { light: '#1d62b5', dark: '#6fb0ff', hero: true } } }),
    );
    expect(own.get('paper')).toEqual({ light: '#fffefa', dark: '#10161d' });
    expect([...own.keys()].filter((name) => name.startsWith('s-'))).toEqual(['s-yield']);
    expect(own.get('accent')).toEqual(own.get('s-yield'));
  });

  it('a name is a string of CSS, whatever stands in it', () => {
    const print = readFileSync('src/styles/print.css', 'utf8');
    expect(deskStyle(print, settingsOf(settingsSchema.parse({ name: '"; } * {' })))).toContain('content: "\\22 \\3b  \\7d  \\2a  \\7b ";');
  });

  it('a desk may set every colour of the style sheet but those of series and the shadow', () => {
    const names = [...parseTokens(css).keys()].filter((name) => !name.startsWith('s-') && name !== 'chart-bg' && name !== 'accent');
    expect(names).toEqual([...COLOUR_TOKENS]);
    expect([...parseTokens(css).keys()].filter((name) => name.startsWith('s-'))).toHaveLength(GENERAL_SERIES);
  });
});

it('no colour stands outside the tokens', () => {
  const files = ['base', 'frame', 'article', 'prose', 'figure', 'apparatus', 'home', 'print', 'fonts', 'card', 'crosshair'];
  for (const file of files)
    expect(readFileSync(`src/styles/${file}.css`, 'utf8').match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi), file).toBe(null);
});
