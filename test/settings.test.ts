import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nameMatcher } from '../src/assertions/names.ts';
import { parsePhrase } from '../src/assertions/phrase.ts';
import { lineStyle } from '../src/charts/theme.ts';
import { parseCheckedYaml } from '../src/checked-yaml.ts';
import { formatFinding } from '../src/finding.ts';
import { checkDesk } from '../src/reports/check.ts';
import { openDesk } from '../src/reports/desk.ts';
import { colourTokens } from '../src/reports/pictures.ts';
import { typeset } from '../src/reports/typeset.ts';
import { accents, putInForce, settings, settingsOf, settingsSchema } from '../src/settings.ts';
import { placeOfSite, readSettings } from '../src/settings-file.ts';
import { temporaryFolder } from './support/command.ts';

const general = settings();
afterEach(() => putInForce(general));

/** What is said of a settings file, a message a line. */
function faults(text: string): string[] {
  try {
    parseCheckedYaml(text, 'settings.yaml', settingsSchema);
    return [];
  } catch (fault) {
    return (fault as Error).message.split('\n');
  }
}

describe('settings.yaml', () => {
  it('keeps what has no fault where one key has: it is no other site for a slip', () => {
    const content = temporaryFolder();
    writeFileSync(join(content, 'settings.yaml'), 'name: A\nsubjet: b\nallow: [Route 66]\n');
    const { settings: kept, written, findings } = readSettings(content);
    expect([kept.name, kept.allow, written, findings.length]).toEqual(['A', ['Route 66'], null, 1]);
  });

  it.each([
    ['', []],
    ['nmae: A', [/^settings\.yaml:1:1 {2}error unknown-key {2}unknown key 'nmae'\. Did you mean 'name'\?/]],
    ['address: here', [/^settings\.yaml:1:1 .*'address' is not right: write an address that begins with https/]],
    ['colours:\n  papr: { light: "#ffffff" }', [/^settings\.yaml:2:3 .*unknown key 'papr'\. Did you mean 'paper'\?/]],
    [
      'colours:\n  paper: { light: white }',
      [/^settings\.yaml:2:12 .*'colours\.paper\.light' is not right: write six hex digits in quotes/],
    ],
    // Without quotes a colour is a comment.
    [
      'series:\n  a:\n    light: #123456\n    dark: "#123456"',
      [/^settings\.yaml:3:5 .*'series\.a\.light' is not right: write six hex digits in quotes/],
    ],
    ['series:\n  a: { light: "#123456", dark: "#123456", weights: 2 }', [/unknown key 'weights'\. Did you mean 'weight'\?/]],
    ['name: A\ntaglin: B\nlicense: C', [/unknown key 'taglin'/, /unknown key 'license'\. Did you mean 'licence'\?/]],
    [
      'series:\n  a: { light: "#123456", dark: "#123456", hero: true }\n  b: { of: [a], light: "#123456", dark: "#123456", hero: true }',
      [/^settings\.yaml:3:13 .*'a' has the colour of 'a' already/, /^settings\.yaml:3:52 .*'a' is the hero, and there is one/],
    ],
  ] as const)('%j', (text, expected) => {
    const told = faults(text);
    expect(told).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(told[index]).toMatch(pattern);
  });

  it('that is not there leaves what fits any desk', () => {
    expect(settingsOf(settingsSchema.parse({}), ['a', 'b'])).toMatchObject({
      name: 'Market reports',
      authors: { byline: 'The desk', inFull: 'Market reports desk' },
      licence: { name: 'CC BY 4.0' },
      about: [],
      allow: [],
    });
  });

  it('a desk in full is called after the site', () => {
    const { authors } = settingsOf(settingsSchema.parse({ name: 'Yield Notes', authors: { byline: 'The notes desk' } }));
    expect(authors).toEqual({ byline: 'The notes desk', inFull: 'Yield Notes desk' });
  });

  it.each([
    [{}, { site: 'https://notes.example', base: '/yields' }],
    [{ SITE: 'https://desk.example' }, { site: 'https://desk.example', base: '/yields' }],
    [{ BASE: '/desk' }, { site: 'https://notes.example', base: '/desk' }],
    [
      { SITE: '', BASE: '' },
      { site: 'https://notes.example', base: '/yields' },
    ],
  ])('the environment %j wins over its address', (environment, expected) =>
    expect(placeOfSite(settingsOf(settingsSchema.parse({ address: 'https://notes.example/yields/' })), environment)).toEqual(expected),
  );
});

describe('settings in force', () => {
  it('are those of the desk that is open: names, colours of series, what does not break', () => {
    openDesk({ content: 'content', data: 'data' });
    expect(parsePhrase('S&P 500', nameMatcher())).toEqual([]);
    expect(lineStyle({ series: ['iwm'] })).toEqual({ colour: 'var(--s-rut)', weight: 2.75, hero: true });
    expect(typeset('Russell 2000, July 16')).toBe('Russell\u00A02000, July\u00A016');
    openDesk({ content: 'test/cases/treasury/content', data: 'test/cases/treasury/data' });
    expect(parsePhrase('S&P 500', nameMatcher())).not.toEqual([]);
    expect(lineStyle({ series: ['iwm'] })).toEqual({ colour: 'var(--line-muted)', weight: 1.75, hero: false });
    expect(lineStyle({ series: ['ust2y'] })).toMatchObject({ colour: 'var(--s-two)', hero: true });
    expect(typeset('Russell 2000, July 16')).toBe('Russell 2000, July\u00A016');
    expect(colourTokens().get('accent')).toEqual({ light: '#0b6b53', dark: '#52c9a5' });
  });

  it('without the file the series of the newest snapshot have the colours of the style sheet, in their order', () => {
    const content = join(temporaryFolder(), 'content');
    cpSync('test/cases/treasury/content', content, { recursive: true });
    rmSync(join(content, 'settings.yaml'));
    const { findings, desk } = checkDesk({ content, data: 'test/cases/treasury/data' });
    expect(findings.map(formatFinding)).toEqual([]);
    expect(desk.settings.settings.series.slice(0, 5).map(({ name, of }) => [name, ...of])).toEqual([
      ['1', 'fed_lower'],
      ['2', 'fed_upper'],
      ['3', 'ust2y'],
      ['4', 'ust10y'],
      ['5'],
    ]);
    expect(lineStyle({ series: ['ust2y'] }).colour).toBe('var(--s-3)');
    expect(colourTokens().get('s-3')).toBeDefined();
    expect(accents(settings())).toEqual({ hero: '--s-1', other: '--s-2' });
  });
});

describe('check', () => {
  /** The findings of the Treasury desk with other settings. */
  function told(change: (text: string) => string): string[] {
    const content = join(temporaryFolder(), 'content');
    cpSync('test/cases/treasury/content', content, { recursive: true });
    const path = join(content, 'settings.yaml');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const { findings } = checkDesk({ content, data: 'test/cases/treasury/data' });
    return findings.map((finding) => formatFinding(finding).replace(content, 'content'));
  }

  it('names a series that is not there, with the nearest that is', () =>
    expect(told((text) => text.replace('of: [ust2y]', 'of: [ust2]'))).toEqual([
      "content/settings.yaml:32:15  error unknown-series  there is no series 'ust2'. Did you mean 'ust2y'?",
    ]));

  it('tells colours that do not stand out, where they are written, and what would', () => {
    const findings = told((text) => text.replace('ink-3: { light: "#665f51"', 'ink-3: { light: "#8a8372"'));
    expect(findings).toHaveLength(4);
    expect(findings[0]).toMatch(
      /^content\/settings\.yaml:\d+:12 {2}error colours {2}ink-3 on paper \(light, "#8a8372" on "#fffdf8"\) has a contrast of 3\.\d\d, and text needs 4\.5\. The nearest lightness that does: "#[0-9a-f]{6}"\.$/,
    );
  });

  it('tells series of one chart that look alike', () => {
    const findings = told((text) => text.replace('of: [ust10y], light: "#5b3a8c"', 'of: [ust10y], light: "#0b6b60"'));
    expect(findings.filter((line) => line.includes('ten and two stand in one chart (light'))).toHaveLength(1);
  });

  it('a file with a fault is told, and the rest goes by the general settings', () =>
    expect(told((text) => `${text}colour: {}\n`)[0]).toMatch(/unknown key 'colour'\. Did you mean 'colours'\?/));
});

it('a desk without a snapshot is told to make one', () => {
  const data = join(temporaryFolder(), 'data');
  cpSync('data/calendar', join(data, 'calendar'), { recursive: true });
  expect(checkDesk({ content: 'content', data }).findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['snapshot-missing', "there is no snapshot yet. Make one: 'npm run refresh -- --from <folder>'."],
  ]);
  rmSync(join(data, 'calendar'), { recursive: true });
  expect(() => checkDesk({ content: 'content', data })).toThrow('there is no calendar. Copy it from data/calendar/nyse.json');
});

it('the settings of the desk are read from its content folder', () => {
  expect(readSettings('test/cases/treasury/content').settings.name).toBe('Yield Notes');
  expect(readSettings('content').settings.name).toBe('Marked to Market');
});
