/**
 * The drawing of a specification. It is drawn twice: first without axes, so that Plot says which domains the marks have, then with axes
 * of ours on just these domains.
 */
import * as Plot from '@observablehq/plot';
import type { Day } from '../../data/day.ts';
import { sessionAxis, timeAxis } from '../axes.ts';
import { type Followed, readingsOf } from '../crosshair.ts';
import type { FigureData } from '../figure-data.ts';
import type { DrawingSpec } from '../kind.ts';
import { spread } from '../labels.ts';
import { lastOf } from '../lines.ts';
import { type Margins, type Options, render, scalesOf } from '../render.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, ink, SIZES, type Size } from '../theme.ts';
import { axisWords, categoryTicks, legend, numberTicks, type Ticks, xAxis, yAxis } from './axes.ts';
import { daysOf } from './columns.ts';
import { type Dimension, dimensionOf } from './dimension.ts';
import { markOf, textsOf } from './marks.ts';
import { coloursOf, facetsOf, scaleOf, shownDomain, yCategories } from './scales.ts';
import { atSize, type MarkSpec, type Position, type Sized, type Specification } from './specification.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 300, H: 320, M: 360, L: 420 };

const NO_MARGINS: Margins = { marginTop: 0, marginRight: 0, marginBottom: 0, marginLeft: 0 };

/** @throws Error where Plot throws or warns: the compiler has drawn it before, and told of it */
export function drawPlot(specification: Specification, data: FigureData, spec: DrawingSpec, size: Size): string {
  const isSmall = size === 'S' || size === 'H';
  const sized = atSize(specification, isSmall);
  const font = fontSize(size);
  const x = dimensionOf(sized.marks, 'x', data, sized.x);
  const y = dimensionOf(sized.marks, 'y', data, sized.y);
  const height = sized.height ?? HEIGHTS[size];
  const colours = coloursOf(sized, data);
  const bySession = x.type === 'session';
  const marks = sized.marks.map((mark) => markOf(mark, data, size, bySession));
  const bare: Options = {
    width: SIZES[size],
    height,
    ...NO_MARGINS,
    x: scaleOf(sized, 'x', x, data),
    y: scaleOf(sized, 'y', y, data),
    ...facetsOf(sized, data),
    ...(colours.scale ? { color: colours.scale } : {}),
    ...(sized.r ? { r: sized.r } : {}),
    ...(sized.opacity ? { opacity: sized.opacity } : {}),
    marks,
  };
  const scales = scalesOf(bare);

  const yDomain = shownDomain(y, scales('y'), sized.y, isSmall ? 4 : 5);
  const xDomain = shownDomain(x, scales('x'), sized.x, isSmall ? 4 : 7);
  const yTicks = yDomain ? numberTicks(y, yDomain, sized.y ?? {}, isSmall ? 4 : 5) : yCategories(y, scales('y'));
  const words = { x: wordsOf(x, y, sized.x), y: wordsOf(y, x, sized.y) };
  const fx = [...(scales('fx')?.domain ?? [])] as string[];
  const fy = [...(scales('fy')?.domain ?? [])] as string[];
  const entries = legend(colours.legend, SIZES[size], font);
  const margins = marginsOf(sized, data, size, {
    top: entries.height + (words.y ? font + 8 : 0) + (fx.length > 0 ? font + 10 : 0) + 22,
    bottom: (x.type === 'day' || x.type === 'session' ? 44 : 30) + (words.x ? font + 8 : 0),
    // The label with the unit stands over its line, and may be longer than the room beside the marks.
    left: yDomain ? yTicks.labels.slice(0, -1) : yTicks.labels,
  });
  const width = SIZES[size] - margins.marginLeft - margins.marginRight;
  const facetWidth = scales('fx')?.bandwidth === undefined ? width : (width / fx.length) * 0.9;
  const options: Omit<Options, 'width'> = {
    ...bare,
    ...margins,
    x: { ...bare.x, ...(xDomain ? { domain: xDomain } : {}) },
    y: { ...bare.y, ...(yDomain ? { domain: yDomain } : {}) },
    marks: [
      ...yAxis(yTicks, sized.y ?? {}, yDomain === null, margins.marginLeft, font, fx.length > 0),
      ...footOf(x, scales('x'), xDomain, sized.x ?? {}, data, { width: facetWidth, font, isSmall, isFaceted: fx.length > 0 }),
      ...sized.marks.flatMap((mark, k) =>
        isEndLabel(mark) && yDomain && fx.length + fy.length === 0
          ? endLabels(mark, data, size, bySession, sized, {
              low: yDomain[0],
              high: yDomain[1],
              top: margins.marginTop,
              bottom: height - margins.marginBottom,
            })
          : [marks[k]],
      ),
      ...(words.y ? [axisWords(words.y, 'y', margins.marginTop - entries.height, margins.marginLeft, font)] : []),
      ...(words.x ? [axisWords(words.x, 'x', margins.marginBottom, margins.marginLeft, font)] : []),
      ...facetNames(fx, fy, font),
      ...entries.marksAt(margins.marginTop, margins.marginLeft),
    ],
  };
  return render(options, spec, size, fx.length + fy.length > 0 ? undefined : followed(x, y, scales('x'), data));
}

/** The author's margins; else room for the labels at the left, and for names behind last points. */
function marginsOf(
  { marks, margins = {} }: Sized,
  data: FigureData,
  size: Size,
  room: { top: number; bottom: number; left: readonly string[] },
): Margins {
  const font = fontSize(size);
  const widest = (widths: readonly number[]): number => Math.ceil(Math.max(0, ...widths));
  const behind = marks
    .filter(isEndLabel)
    .flatMap((mark) => textsOf(mark, data, size).map((text) => textWidth(text, font, mark.bold ? 700 : 500) + 16));
  return {
    marginTop: margins.top ?? room.top,
    marginRight: margins.right ?? Math.max(16, widest(behind)),
    marginBottom: margins.bottom ?? room.bottom,
    marginLeft: margins.left ?? widest(room.left.map((label) => textWidth(label, font))) + 10,
  };
}

/** The names of series behind their last points. */
const isEndLabel = ({ mark, data, y, textAnchor }: MarkSpec): boolean =>
  mark === 'text' && data === 'last' && y === 'value' && textAnchor !== 'end' && textAnchor !== 'middle';

/** Spread apart where they would touch. */
function endLabels(
  mark: MarkSpec,
  data: FigureData,
  size: Size,
  bySession: boolean,
  { y = {} }: Sized,
  { low, high, top, bottom }: { low: number; high: number; top: number; bottom: number },
): Plot.Markish[] {
  const isPlain = !y.reverse && (y.type ?? 'linear') === 'linear';
  const wanted = data.lines.map((line) => top + ((high - lastOf(line)) / (high - low)) * (bottom - top));
  const centres = isPlain ? spread(wanted, 1.25 * fontSize(size), top, bottom) : wanted;
  return centres.map((centre, line) => markOf(mark, data, size, bySession, { line, dy: Math.round(centre - wanted[line]) }));
}

/** Over columns of facets, and at the right in rows of them. A mark of no facets must not be there: Plot would draw nothing else. */
function facetNames(fx: readonly string[], fy: readonly string[], font: number): Plot.Markish[] {
  const text = (one: string): string => one;
  const style = { text, fontSize: font, fontWeight: 600, fill: ink.text, ...halo };
  return [
    ...(fx.length > 0
      ? [Plot.text(fx, { fx: text, frameAnchor: 'top', lineAnchor: 'bottom', dy: -12, facetAnchor: 'top', ...style })]
      : []),
    ...(fy.length > 0
      ? [Plot.text(fy, { fy: text, frameAnchor: 'top-right', lineAnchor: 'top', textAnchor: 'end', dy: 2, facetAnchor: 'right', ...style })]
      : []),
  ];
}

/** The words beside an axis: the author's, or the name of its series where both axes have one. */
function wordsOf(dimension: Dimension, other: Dimension, position: Position | undefined): string | null {
  if (position?.label !== undefined) return position.label;
  return dimension.line && other.line ? dimension.line.title : null;
}

interface Foot {
  /** Of one facet, in pixels. */
  width: number;
  font: number;
  isSmall: boolean;
  isFaceted: boolean;
}

/** What stands under the marks: numbers, categories, sessions or days. */
function footOf(
  dimension: Dimension,
  scale: Plot.Scale | undefined,
  domain: readonly [number, number] | null,
  position: Position,
  data: FigureData,
  foot: Foot,
): Plot.Markish[] {
  const { width, font } = foot;
  if (!scale) return [];
  if (domain) return xAxis(fittingTicks(dimension, domain, position, foot), position, false, font);
  if (dimension.type === 'category') return xAxis(categoryTicks([...(scale.domain ?? [])] as string[], width, font), position, true, font);
  const days = daysOf(data);
  if (dimension.type === 'session') return [sessionAxis(days, width / days.length, font)];
  const [from, to] = daysIn(scale);
  return [timeAxis(from, to, width, font)];
}

/** Ticks of numbers without those whose labels would stand further over an edge than there is room. */
function fittingTicks(dimension: Dimension, domain: readonly [number, number], position: Position, foot: Foot): Ticks {
  const { width, font, isSmall, isFaceted } = foot;
  const most = Math.max(2, Math.min(isSmall ? 4 : 7, Math.floor(width / 55)));
  const all = numberTicks(dimension, domain, position, most);
  if (position.type !== undefined && position.type !== 'linear') return all;
  const room = isFaceted ? 4 : 16;
  const [low, high] = domain;
  const fits = (value: number, label: string): boolean => {
    const share = (value - low) / (high - low);
    const centre = (position.reverse ? 1 - share : share) * width;
    const half = textWidth(label, font) / 2;
    return centre - half >= -room && centre + half <= width + room;
  };
  const kept = all.values.map(Number).filter((value, k) => fits(value, all.labels[k]));
  // The unit stands on the last one that is left.
  return kept.length === 0 ? all : numberTicks(dimension, domain, { ...position, ticks: kept }, most);
}

/** The first and the last day of a scale of time. */
function daysIn({ domain }: Plot.Scale): [Day, Day] {
  const [from, to] = [...(domain ?? [])].map((date) => Math.floor(Number(date) / 86_400_000));
  return [from, to];
}

/** A crosshair follows days along the foot, over values. */
function followed(x: Dimension, y: Dimension, scale: Plot.Scale | undefined, data: FigureData): Followed | undefined {
  if ((x.type !== 'day' && x.type !== 'session') || x.isBinned || y.type !== 'number' || !scale) return undefined;
  const days = daysOf(data);
  const [from, to] = x.type === 'day' ? daysIn(scale) : [days[0], days[days.length - 1]];
  return { from, to, readings: readingsOf(data.lines) };
}
