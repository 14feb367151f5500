import { describe, expect, it } from 'vitest';
import { card, siteCard } from '../../src/charts/card.ts';
import { figurePicture } from '../../src/charts/picture.ts';
import { wrapped } from '../../src/charts/text-block.ts';
import { textWidth } from '../../src/charts/text-width.ts';
import type { Size } from '../../src/charts/theme.ts';
import { inLight } from '../../src/charts/tokens.ts';
import { dayOf } from '../../src/data/day.ts';
import { openDesk } from '../../src/reports/desk.ts';
import { colourTokens, png } from '../../src/reports/pictures.ts';
import { readRecipes } from '../../src/reports/recipes.ts';
import { expectDrawing } from '../support/drawings.ts';

const desk = openDesk({ content: 'content', data: 'data' });
const tokens = colourTokens();
const recipes = readRecipes({
  snapshot: desk.snapshot('2024-07-17'),
  calendar: desk.calendar,
  named: desk.named,
  asOf: dayOf('2024-07-16'),
});

function drawer(name: string): (size: Size) => string {
  const { kind, figure } = recipes.find((recipe) => recipe.kind.name === name) ?? recipes[0];
  if (!figure) throw new Error(`${kind.name} can't be drawn`);
  return (size) => kind.draw(figure.data, { ...figure.spec.annotations, titleId: 't', descriptionId: 'd' }, size);
}

const TEXTS = {
  site: 'Marked to Market',
  title: 'Small caps have led for five straight sessions',
  subtitle: 'Russell\u00A02000 minus S&P\u00A0500, daily price return, percentage points',
  source: 'Source: US equity indices (Cboe Global Markets). Data as of July\u00A016, 2024, snapshot 2024-07-17.',
  description: 'Bars.',
  origin: 'Figure\u00A03 of “Small caps take the lead”',
  published: 'July\u00A017, 2024',
};
const CARD = { site: TEXTS.site, title: TEXTS.title, line: TEXTS.subtitle, foot: [TEXTS.origin, TEXTS.published], description: 'Bars.' };

/** Anything that a file of its own may not have: what only a page resolves, what runs, what is fetched. */
const FOREIGN =
  /var\(|light-dark|currentColor|<script|<style|<image|<foreignObject|\son[a-z]+=|href|url\(|https?:(?!\/\/www\.w3\.org\/2000\/svg")/i;

describe.each(recipes.map(({ kind }) => kind.name))('%s as a file', (kind) => {
  it('needs nothing from elsewhere', () => {
    for (const size of ['M', 'L'] as const) expect(FOREIGN.exec(figurePicture(drawer(kind)(size), TEXTS, tokens))).toBe(null);
    expect(FOREIGN.exec(card(CARD, drawer(kind), tokens))).toBe(null);
  });
});

it('a picture and a card are drawn as kept', () => {
  expectDrawing('picture', figurePicture(drawer('dots')('M'), TEXTS, tokens));
  expectDrawing('card', card({ ...CARD, finding: 'A finding' }, drawer('dots'), tokens));
  expectDrawing('card-site', siteCard({ name: 'Marked to Market', description: 'Reports.' }, tokens));
});

it('names itself for those who do not see it', () => {
  const picture = figurePicture(drawer('dots')('M'), TEXTS, tokens);
  expect(picture).toContain(`<title>${TEXTS.title}</title><desc>Bars.</desc>`);
});

it('hostile texts stay texts', async () => {
  const hostile = `<script>alert("1")</script> & ' ]]> <!-- \u0000 =cmd|' /C calc'!A0`;
  const texts = { ...TEXTS, title: hostile, subtitle: hostile, source: hostile, description: hostile, origin: hostile, site: hostile };
  const picture = figurePicture(drawer('dots')('M'), texts, tokens);
  for (const tag of ['<script', '<!--', '\u0000']) expect(picture).not.toContain(tag);
  expect(picture).toContain('<title>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ');
  // The renderer refuses what is not XML.
  expect((await png(picture)).length).toBeGreaterThan(1000);
});

it('a word that is wider than its line is cut, and nothing is wider than its room', () => {
  const style = { size: 20, weight: 600 } as const;
  const text = `Small caps ${'x'.repeat(200)} take the\u00A0lead`;
  const lines = wrapped(text, 300, style);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  for (const line of lines) expect(textWidth(line, 20, 600)).toBeLessThanOrEqual(300);
  expect(wrapped('take the\u00A0lead', textWidth('take the', 20, 600) + 1, style)).toEqual(['take', 'the\u00A0lead']);
});

it('a token that is not there is an error, not a black line', () => {
  expect(() => inLight('<rect fill="var(--nothing)"/>', tokens)).toThrow('no token --nothing');
});

describe('PNG', () => {
  const text = (family: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="4" y="24" font-family="${family}" font-size="20">Łukasz −3 ×</text></svg>`;

  it('is the same bytes each time, and has no font of the machine', async () => {
    const plex = await png(text('IBM Plex Sans'), 2);
    expect(Buffer.from(await png(text('IBM Plex Sans'), 2)).equals(plex)).toBe(true);
    const view = new DataView(plex.buffer, plex.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([400, 80]);
    // Something is drawn, and a family of the machine's own draws nothing else.
    expect(plex.length).toBeGreaterThan((await png('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"/>', 2)).length + 500);
    for (const family of ['DejaVu Sans', 'Liberation Sans', 'Arial', 'serif'])
      expect(Buffer.from(await png(text(family), 2)).equals(plex), family).toBe(true);
  });
});
