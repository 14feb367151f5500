/** The pictures that links are shown with elsewhere, 1200 × 630: what it is about in large letters, and a chart that can be read when it is small. */
import { brand, type Drawing, drawingOf, mark, placed, standalone } from './picture.ts';
import { type TextStyle, textBlock, wrapped } from './text-block.ts';
import { fontSize, ink, SIZES, type Size } from './theme.ts';
import type { Tokens } from './tokens.ts';

export const CARD = { width: 1200, height: 630 } as const;

const PADDING = 56;
/** The column of the chart. */
const CHART = { x: 628, width: 516, top: PADDING, bottom: CARD.height - PADDING };
const COLUMN = CHART.x - PADDING - 48;
const BRAND = { height: 30, style: { size: 26, weight: 600, leading: 32, fill: ink.text } } as const;
const LINE: TextStyle = { size: 25, weight: 400, leading: 33, fill: ink.quiet };
const FINDING: TextStyle = { size: 24, weight: 600, leading: 30, fill: ink.text, balance: true };
const FOOT: TextStyle = { size: 23, weight: 400, leading: 30, fill: ink.axis };

export interface CardTexts {
  site: string;
  title: string;
  /** Under the title. */
  line: string;
  /** At the foot: what it belongs to, of when. */
  foot: readonly string[];
  /** Over the chart, where the title is not its finding. */
  finding?: string;
  description: string;
}

/** The size whose letters are largest in the room there is. */
function largest(draw: (size: Size) => string, height: number): { drawing: Drawing; scale: number } {
  const fitted = (['S', 'H'] as const).map((size) => {
    const drawing = drawingOf(draw(size));
    const scale = Math.floor(Math.min(CHART.width / SIZES[size], height / drawing.height) * 100) / 100;
    return { drawing, scale, letters: scale * fontSize(size) };
  });
  return fitted.reduce((a, b) => (b.letters > a.letters ? b : a));
}

/** As large as leaves it four lines. */
function titleStyle(title: string, width: number): TextStyle {
  const styles = [60, 54, 48, 42].map(
    (size) => ({ size, weight: 600, leading: Math.round(size * 1.12), fill: ink.text, balance: true }) as const,
  );
  return styles.find((style) => wrapped(title, width, style).length <= 4) ?? styles[styles.length - 1];
}

/** A report or a figure. @param draw its chart; null where it has none */
export function card(texts: CardTexts, draw: ((size: Size) => string) | null, tokens: Tokens): string {
  const width = draw ? COLUMN : CARD.width - 2 * PADDING;
  const style = titleStyle(texts.title, width);
  const title = textBlock(texts.title, PADDING, 136, width, style);
  const footLines = texts.foot.flatMap((text) => wrapped(text, width, FOOT));
  const footTop = CARD.height - PADDING - footLines.length * FOOT.leading + 6;
  const lineTop = 136 + title.height + 20;
  // What doesn't fit between the title and the foot is left out, whole lines of it.
  const room = Math.max(0, Math.floor((footTop - 24 - lineTop) / LINE.leading));
  const line = textBlock(shortened(texts.line, width, room), PADDING, lineTop, width, LINE);
  const parts = [
    brand(texts.site, PADDING, PADDING, BRAND.height, BRAND.style),
    title.svg,
    line.svg,
    ...footLines.map((text, k) => textBlock(text, PADDING, footTop + k * FOOT.leading, width, FOOT).svg),
    draw ? chart(texts.finding, draw) : '',
  ];
  return standalone(parts.join(''), { ...CARD, title: texts.title, description: texts.description }, tokens);
}

function chart(finding: string | undefined, draw: (size: Size) => string): string {
  const parts: string[] = [];
  let { top } = CHART;
  if (finding) {
    const block = textBlock(finding, CHART.x, top + 16, CHART.width, FINDING);
    parts.push(`<rect x="${CHART.x}" y="${top}" width="${CHART.width}" height="2" fill="${ink.text}"/>`, block.svg);
    top += 16 + block.height + 10;
  }
  const { drawing, scale } = largest(draw, CHART.bottom - top);
  const left = CHART.x + Math.round((CHART.width - drawing.width * scale) / 2);
  const free = CHART.bottom - top - drawing.height * scale;
  return [...parts, placed(drawing, left, top + Math.round(free / 2), scale)].join('');
}

/** The sentences of a text that there is room for; where not even one fits, its beginning. */
function shortened(text: string, width: number, room: number): string {
  const lines = wrapped(text, width, LINE);
  if (lines.length <= room) return text;
  const kept = lines.slice(0, room).join(' ');
  const sentences = /^.*[.!?](?= |$)/.exec(kept)?.[0];
  return sentences ?? (kept === '' ? '' : `${kept.replace(/[\s,;:.]*\S*$/, '')} …`);
}

/** The site itself. */
export function siteCard({ name, description }: { name: string; description: string }, tokens: Tokens): string {
  const title: TextStyle = { size: 88, weight: 600, leading: 98, fill: ink.text };
  const line: TextStyle = { size: 34, weight: 400, leading: 46, fill: ink.quiet };
  const width = CARD.width - 2 * 80;
  const heading = textBlock(name, 80, 276, width, title);
  const parts = [mark(72, 128, 120), heading.svg, textBlock(description, 80, 276 + heading.height + 22, 960, line).svg];
  return standalone(parts.join(''), { ...CARD, title: name, description }, tokens);
}
