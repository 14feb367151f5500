/**
 * A figure as a file of its own: its drawing with the finding, what is measured, the source and whose it is drawn around it.
 * Needs nothing from elsewhere: colours are literal, fonts are named.
 */
import { accents, settings } from '../settings.ts';
import { escaped, type TextStyle, textBlock } from './text-block.ts';
import { textWidth } from './text-width.ts';
import { ink } from './theme.ts';
import { inLight, type Tokens } from './tokens.ts';

export interface PictureTexts {
  /** The finding. */
  title: string;
  subtitle: string;
  /** Source, notes, day of the data and snapshot. */
  source: string;
  description: string;
  /** What it is a figure of. */
  origin: string;
  /** Day of publication. */
  published: string;
  /** The name of the site. */
  site: string;
}

const FONTS = "'IBM Plex Sans', 'Helvetica Neue', Arial, sans-serif";

const PADDING = 24;
const TITLE: TextStyle = { size: 20, weight: 600, leading: 26, fill: ink.text, balance: true };
const SUBTITLE: TextStyle = { size: 15, weight: 400, leading: 21, fill: ink.quiet };
const SOURCE: TextStyle = { size: 13, weight: 400, leading: 19, fill: ink.axis };
const SITE: TextStyle = { size: 13, weight: 600, leading: 19, fill: ink.text };
const BRAND = 16;

export interface Drawing {
  width: number;
  height: number;
  inside: string;
}

/** @throws Error for what is no drawing */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (height === undefined) throw new Error('not a drawing');
  return { width: Number(width), height: Number(height) };
}

/** What is inside of a drawing as a page has it, without what only a page understands. */
export function drawingOf(svg: string): Drawing {
  const inside = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
  return { ...sizeOf(svg), inside: inside.replace(/ (?:(?:data|aria)-[a-z0-9-]+|class|tabindex)="[^"]*"/g, '') };
}

/** A drawing at a place in another, larger or smaller. */
export function placed({ inside }: Drawing, x: number, y: number, scale = 1): string {
  const larger = scale === 1 ? '' : ` scale(${scale})`;
  return `<g transform="translate(${x},${y})${larger}" text-anchor="middle" fill="currentColor">${inside}</g>`;
}

/** The mark of the site, with its name behind it. */
export function brand(name: string, x: number, y: number, height: number, style: TextStyle): string {
  const { svg } = textBlock(name, x + height * 1.5, y + (height - style.leading) / 2, Number.POSITIVE_INFINITY, style);
  return `${mark(x, y, height)}${svg}`;
}

/** The mark alone. */
export function mark(x: number, y: number, height: number): string {
  const scale = Math.round((height / 26) * 1000) / 1000;
  const { hero, other } = accents(settings());
  const line = (path: string, stroke: string): string => `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="2.6"/>`;
  return `<g transform="translate(${x},${y}) scale(${scale})">${line('M2 6.5h8l6 13h8', `var(${other})`)}${line('M2 19.5h8l6-13h8', `var(${hero})`)}</g>`;
}

/** An SVG that stands by itself. @param inside in tokens */
export function standalone(
  inside: string,
  { width, height, title, description }: { width: number; height: number; title: string; description: string },
  tokens: Tokens,
): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${FONTS}">` +
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>` +
    `<rect width="${width}" height="${height}" fill="${ink.ground}"/>${inside}</svg>`;
  return `${inLight(svg, tokens)}\n`;
}

/** A figure with its texts. @param svg its drawing as a page has it */
export function figurePicture(svg: string, texts: PictureTexts, tokens: Tokens): string {
  const drawing = drawingOf(svg);
  const { width } = drawing;
  const parts: string[] = [];
  let y = PADDING;
  const add = (text: string, style: TextStyle, gap: number): void => {
    const block = textBlock(text, PADDING, y, width, style);
    parts.push(block.svg);
    y += block.height + gap;
  };
  parts.push(rule(y, width));
  y += 12;
  add(texts.title, TITLE, 3);
  add(texts.subtitle, SUBTITLE, 12);
  parts.push(placed(drawing, PADDING, y));
  y += drawing.height + 12;
  add(texts.source, SOURCE, 10);
  // Whose it is: beside what it is a figure of where both fit in a line.
  parts.push(brand(texts.site, PADDING, y, BRAND, SITE));
  const nameWidth = BRAND * 1.5 + textWidth(texts.site, SITE.size, SITE.weight) + 16;
  const published = `${texts.origin}, ${texts.published}`;
  const isBeside = nameWidth + textWidth(published, SOURCE.size) <= width;
  const top = isBeside ? y - 1.5 : y + 22;
  const left = isBeside ? PADDING + Math.ceil(nameWidth) : PADDING;
  const origin = textBlock(published, left, top, isBeside ? Number.POSITIVE_INFINITY : width, SOURCE);
  parts.push(origin.svg);
  const height = Math.ceil(top + origin.height + PADDING - 4);
  return standalone(parts.join(''), { ...texts, width: width + 2 * PADDING, height }, tokens);
}

const rule = (y: number, width: number): string => `<rect x="${PADDING}" y="${y}" width="${width}" height="1" fill="${ink.text}"/>`;
