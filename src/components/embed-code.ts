/** What another site pastes to show a figure, and the height that its frame needs. */
import { sizeOf } from '../charts/picture.ts';
import { escaped, wrapped } from '../charts/text-block.ts';
import { SIZES, type Size } from '../charts/theme.ts';
import { settings } from '../settings.ts';
import { embedAddress } from './addresses.ts';
import { drawer } from './figure-picture.ts';
import { figureTexts, type Placed } from './figure-texts.ts';

/** The sizes an embed holds, each with the widths of frame it is shown in and the widest it is drawn: as in `src/styles/embed.css`. */
export const EMBED_SIZES = [
  { size: 'S', from: 320, to: 543, widest: 400 },
  { size: 'H', from: 544, to: 631, widest: 599 },
  { size: 'M', from: 632, to: 911, widest: 720 },
  { size: 'L', from: 912, to: 928, widest: 928 },
] as const satisfies readonly { size: Size; from: number; to: number; widest: number }[];

/** Space at either side: none in the narrowest frame, where the drawing needs all there is. */
const MARGIN = 16;
const roomIn = (frame: number): number => Math.max(Math.min(frame, SIZES.S), frame - 2 * MARGIN);

/** Space above, between and below. */
const SPACES = 54;

/** The height that a figure needs in the worst of the widths it is made for, so that nothing scrolls. */
export function embedHeight(placed: Placed): number {
  const texts = figureTexts(placed);
  const draw = drawer(placed.figure);
  const heights = EMBED_SIZES.flatMap(({ size, from, to, widest }) => {
    const { height } = sizeOf(draw(size));
    return [from, Math.min(to, widest + 2 * MARGIN), to].map((frame) => {
      const room = roomIn(frame);
      // A browser breaks a line here and there that fits by the table of widths.
      const lines = (text: string, font: number, weight: 400 | 600): number => wrapped(text, room * 0.97, { size: font, weight }).length;
      return (
        SPACES +
        lines(texts.title, 18, 600) * 24 +
        lines(texts.subtitle, 15, 400) * 21 +
        (height * Math.min(room, widest)) / SIZES[size] +
        lines(`${texts.source} ${settings().name}`, 13, 400) * 20
      );
    });
  });
  return Math.ceil(Math.max(...heights) / 10) * 10;
}

export function embedCode(placed: Placed, site: URL | undefined): string {
  const address = new URL(embedAddress(placed.report.slug, placed.figure.spec.id), site);
  const title = escaped(figureTexts(placed).title);
  return `<iframe src="${escaped(String(address))}" title="${title}" width="100%" height="${embedHeight(placed)}" loading="lazy" style="border: 0"></iframe>`;
}
