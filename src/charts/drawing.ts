/** The drawing of a figure at a size: made once, however many pages and files show it. */
import { createHash } from 'node:crypto';
import { sha256 } from '../data/hash.ts';
import { type Settings, settings } from '../settings.ts';
import type { FigureData } from './figure-data.ts';
import type { Annotations, ChartKind } from './kind.ts';
import { type Memory, RecentMemory } from './memory.ts';
import type { Size } from './theme.ts';

/** By the hash of what a drawing is made from: kind, points and their names, annotations, size, and the desk's settings. */
export type DrawingMemory = Memory<string>;

/** Some hundred drawings. */
const MOST_CHARACTERS = 8_000_000;

const drawings = new RecentMemory<string>(MOST_CHARACTERS);

/** Puts a memory that outlives the process behind that of the process; undefined takes it away. */
export function keepDrawingsIn(memory: DrawingMemory | undefined): void {
  drawings.behind = memory;
}

/** An SVG that nothing in a page names yet: see `named`. */
export function drawing(kind: ChartKind, data: FigureData, annotations: Annotations, size: Size): string {
  return drawings.keep(keyOf(kind, data, annotations, size), () =>
    kind.draw(data, { ...annotations, titleId: '', descriptionId: '' }, size),
  );
}

const UNNAMED = 'aria-labelledby="" aria-describedby=""';

/** The drawing with the ids of what names it and of what describes it in its page. */
export function named(svg: string, titleId: string, descriptionId: string): string {
  return svg.replace(UNNAMED, () => `aria-labelledby="${titleId}" aria-describedby="${descriptionId}"`);
}

function keyOf(kind: ChartKind, data: FigureData, annotations: Annotations, size: Size): string {
  const { plot, ...rest } = annotations;
  return sha256(JSON.stringify([kind.name, size, hashOfPoints(data), rest, plot?.hash, hashOfSettings(settings())]));
}

const pointHashes = new WeakMap<FigureData, string>();

/** Unlike a figure's digest it has the names of the lines in it, which are drawn too. */
function hashOfPoints(data: FigureData): string {
  const known = pointHashes.get(data);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(JSON.stringify([data.from, data.to]));
  for (const { days, values, ...names } of data.lines)
    hash
      .update(JSON.stringify([names, days.length]))
      .update(days)
      .update(values);
  const made = hash.digest('hex');
  pointHashes.set(data, made);
  return made;
}

const settingsHashes = new WeakMap<Settings, string>();

function hashOfSettings(desk: Settings): string {
  const known = settingsHashes.get(desk) ?? sha256(JSON.stringify(desk));
  settingsHashes.set(desk, known);
  return known;
}
