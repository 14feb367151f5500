/**
 * What makes the site one desk's and not another's: `content/settings.yaml`. All of it may be left out.
 * The settings of the desk that was opened last are in force: what words mean, how lines are drawn and what pages say depends on
 * them in places that no argument reaches. Only the edges (`openDesk`, the configuration of Astro) put settings in force.
 */
import { z } from 'zod';
import { webAddress } from './web-address.ts';

/** The tokens of src/styles/tokens.css that a desk may set. Those of series follow from `series`. */
export const COLOUR_TOKENS = [
  ...(['paper', 'well', 'raised', 'band', 'hl'] as const),
  ...(['ink', 'ink-2', 'ink-3', 'num', 'rule', 'rule-2', 'grid', 'axis', 'focus', 'bar-muted', 'line-muted'] as const),
  ...(['ok', 'rep', 'bad', 'op'] as const),
] as const;
export type ColourToken = (typeof COLOUR_TOKENS)[number];

/** How many series have a colour where a desk gives none: the tokens --s-1 to --s-8. */
export const GENERAL_SERIES = 8;

const text = z.string().trim().min(1, 'write something here');
const HOW = 'write six hex digits in quotes, such as "#1d62b5"';
const colour = z
  .string(HOW)
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, HOW);

const pair = z.strictObject({
  light: colour.optional().describe('On light paper.'),
  dark: colour.optional().describe('On dark paper.'),
});

const seriesSchema = z.strictObject({
  of: z
    .array(text)
    .min(1, 'name at least one series')
    .optional()
    .describe('Ids of series and named metrics that have this colour; else the one it is named after.'),
  light: colour.describe('On light paper.'),
  dark: colour.describe('On dark paper.'),
  weight: z.number().min(1).max(4).default(2).describe('Of the line, in pixels.'),
  hero: z.boolean().default(false).describe('The one that stands out: its labels are bold, and what marks the site is in its colour.'),
});

export const settingsSchema = z.strictObject({
  name: text.optional().describe('Of the site.'),
  description: text.optional().describe('One sentence: what is published.'),
  address: webAddress.optional().describe("Where the site is published, with its path. The environment's SITE and BASE win."),
  authors: z
    .strictObject({
      byline: text.optional().describe('In a byline.'),
      inFull: text.optional().describe('In a reference, and to a machine.'),
    })
    .default({})
    .describe('How the desk is called.'),
  licence: z
    .strictObject({
      name: text.describe('As it is known: CC BY 4.0.'),
      address: webAddress.describe('Where it can be read.'),
      summary: text.optional().describe('What it lets a reader do, after a colon.'),
    })
    .optional()
    .describe("Of the reports; the data in them stay their owners'."),
  subject: text.optional().describe("What the reports are about, after 'research on' in the footer."),
  scope: text.optional().describe("The same at more length, after 'reports on' on the page about the site."),
  about: z.array(text).default([]).describe('More of what the site is, a paragraph each.'),
  colours: z
    .strictObject(Object.fromEntries(COLOUR_TOKENS.map((token) => [token, pair.optional().describe(`The token --${token}.`)])) as Shape)
    .default({})
    .describe('Colours in place of those of the style sheet, by token.'),
  series: z
    .record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and '-'"), seriesSchema)
    .superRefine((groups, context) => {
      const seen = new Map<string, string>();
      for (const [name, { of = [name], hero }] of Object.entries(groups)) {
        for (const [index, id] of of.entries()) {
          const other = seen.get(id);
          const message = `'${id}' has the colour of '${other}' already: a series has one colour`;
          if (other !== undefined) context.addIssue({ code: 'custom', path: [name, 'of', index], message });
          seen.set(id, name);
        }
        const first = Object.entries(groups).find(([, group]) => group.hero)?.[0];
        if (hero && first !== name)
          context.addIssue({ code: 'custom', path: [name, 'hero'], message: `'${first}' is the hero, and there is one` });
      }
    })
    .optional()
    .describe("Colours of series, by the names of their tokens: 'rut' is --s-rut."),
  naive: text.optional().describe("What calls are held beside, where one has `instead`: 'Always large caps'."),
  allow: z.array(text).default([]).describe("Names that hold a number or a word with a meaning, and claim nothing: 'S&P 500'."),
  unbroken: z.array(text).default([]).describe("Words that a number after them stays with on one line: 'Russell' of 'Russell 2000'."),
});

type Shape = Record<ColourToken, z.ZodOptional<typeof pair>>;

export type WrittenSettings = z.infer<typeof settingsSchema>;

/** The series that share a colour. */
export interface SeriesColour {
  /** Of the token, without '--s-'. */
  name: string;
  of: readonly string[];
  weight: number;
  hero: boolean;
}

export interface Settings {
  name: string;
  description: string;
  /** Origin and path of the site. */
  address: URL;
  authors: { byline: string; inFull: string };
  licence: { name: string; address: string; summary?: string };
  subject?: string;
  scope?: string;
  about: readonly string[];
  /** Colours in place of those of the style sheet, by token. */
  colours: ReadonlyMap<string, { light?: string; dark?: string }>;
  /** False where the desk named no colours of series, and those of the style sheet are dealt out. */
  ownSeries: boolean;
  series: readonly SeriesColour[];
  /** The naive alternative of calls. */
  naive: string;
  allow: readonly string[];
  unbroken: readonly string[];
}

/** What is written, and for the rest what fits any desk. @param ids series of the desk, for colours where it names none */
export function settingsOf(written: WrittenSettings, ids: readonly string[] = []): Settings {
  const { name = 'Market reports', authors, licence, series, colours, address, description, ...rest } = written;
  return {
    ...rest,
    name,
    description: description ?? 'Reports whose every number is bound to a pinned data snapshot and shown with its working.',
    address: new URL(address ?? 'https://reports.example/'),
    authors: { byline: authors.byline ?? 'The desk', inFull: authors.inFull ?? `${name} desk` },
    licence: licence ?? { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
    naive: written.naive ?? 'The naive alternative',
    colours: new Map(Object.entries({ ...colours, ...seriesColours(series ?? {}) })),
    ownSeries: series !== undefined,
    series: series
      ? Object.entries(series).map(([key, { of = [key], weight, hero }]) => ({ name: key, of, weight, hero }))
      : generalSeries(ids),
  };
}

const seriesColours = (series: NonNullable<WrittenSettings['series']>): Record<string, { light: string; dark: string }> =>
  Object.fromEntries(Object.entries(series).map(([name, { light, dark }]) => [`s-${name}`, { light, dark }]));

/** The colours of the style sheet for the first series there are. */
function generalSeries(ids: readonly string[]): SeriesColour[] {
  return Array.from({ length: GENERAL_SERIES }, (_one, index) => ({
    name: String(index + 1),
    of: ids.slice(index, index + 1),
    weight: index === 0 ? 2.5 : 2,
    hero: index === 0,
  }));
}

/** The tokens of what marks the site: the hero's, and that of the first other series. */
export function accents({ series }: Pick<Settings, 'series'>): { hero: string; other: string } {
  const hero = series.find((one) => one.hero) ?? series[0];
  const other = series.find((one) => one !== hero);
  return { hero: hero ? `--s-${hero.name}` : '--ink', other: other ? `--s-${other.name}` : '--ink-2' };
}

let inForce: Settings = settingsOf(settingsSchema.parse({}));

/** The settings in force. */
export const settings = (): Settings => inForce;

export function putInForce(those: Settings): void {
  inForce = those;
}
