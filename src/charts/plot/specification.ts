/**
 * A Plot specification: marks, transforms and scales in Plot's own words, as YAML in a file beside the report. Data, not code: it is read
 * and checked, never run. What it may draw are the series of its figure.
 */
import { z } from 'zod';
import { UNITS } from '../../metrics/units.ts';
import { didYouMean } from '../../nearest.ts';

/** A column of the data; or a number or a day (YYYY-MM-DD) that is the same for all. */
const channel = z.union([z.string().min(1), z.number()], { error: "write the name of a column, a number or a day such as '2024-07-11'" });

/** The name of a token or of a series of the figure; for what differs from one to another a column of categories. */
const colour = z.string({ error: 'write the name of a colour, of a series of the figure, or of a column' }).min(1);

const reducer = z.enum([
  'count',
  'sum',
  'proportion',
  'mean',
  'median',
  'min',
  'max',
  'first',
  'last',
  'deviation',
  'distinct',
  'p10',
  'p25',
  'p75',
  'p90',
]);

const outputs = { x: reducer.optional(), y: reducer.optional(), r: reducer.optional(), fillOpacity: reducer.optional() };

const bin = z.strictObject({
  ...outputs,
  /** About how many bins; `interval` says how wide they are instead. */
  thresholds: z.int().min(2).max(200).optional(),
  interval: z.union([z.number().positive(), z.enum(['week', 'month', 'quarter', 'year'])]).optional(),
  cumulative: z.boolean().optional(),
});
const group = z.strictObject(outputs);
const window = z.strictObject({
  k: z.int().min(2).max(1000),
  reduce: z.enum(['mean', 'median', 'sum', 'min', 'max', 'deviation', 'difference']).optional(),
  anchor: z.enum(['start', 'middle', 'end']).optional(),
  strict: z.boolean().optional(),
});
const stack = z.strictObject({
  offset: z.enum(['normalize', 'center']).optional(),
  order: z.enum(['value', 'sum', 'appearance']).optional(),
  reverse: z.boolean().optional(),
});
const basis = z.enum(['first', 'last', 'mean', 'median', 'max', 'sum', 'extent', 'deviation']);
const mapped = z.enum(['cumsum', 'rank', 'quantile']);

/** Whatever the order in the file: values are mapped, then averaged, then counted in bins and groups, then stacked; at last one of each is taken. */
const transform = z.strictObject({
  mapX: mapped.optional(),
  mapY: mapped.optional(),
  normalizeX: basis.optional(),
  normalizeY: basis.optional(),
  windowX: window.optional(),
  windowY: window.optional(),
  bin: bin.optional(),
  binX: bin.optional(),
  binY: bin.optional(),
  group: group.optional(),
  groupX: group.optional(),
  groupY: group.optional(),
  groupZ: group.optional(),
  stackX: stack.optional(),
  stackY: stack.optional(),
  select: z.enum(['first', 'last', 'minX', 'maxX', 'minY', 'maxY']).optional(),
});

export type Transform = z.infer<typeof transform>;

const DASHES = 'write lengths with spaces between, such as 2 3';

const common = {
  /** What has a row a mark: the sessions, with a column a series; the points, one a series and session; the last point of each series; or nothing. */
  data: z.enum(['sessions', 'points', 'last']).optional(),
  fx: channel.optional(),
  fy: channel.optional(),
  z: z.string().optional(),
  fill: colour.optional(),
  stroke: colour.optional(),
  fillOpacity: channel.optional(),
  strokeOpacity: z.number().min(0).max(1).optional(),
  opacity: z.number().min(0).max(1).optional(),
  strokeWidth: z.number().min(0.5).max(12).optional(),
  strokeDasharray: z
    .string({ error: DASHES })
    .regex(/^\d+(?: \d+)*$/, DASHES)
    .optional(),
  dx: z.number().optional(),
  dy: z.number().optional(),
  transform: transform.optional(),
};

const inset = {
  insetLeft: z.number().optional(),
  insetRight: z.number().optional(),
  insetTop: z.number().optional(),
  insetBottom: z.number().optional(),
};
const curve = z.enum(['linear', 'step', 'step-after', 'step-before', 'monotone-x']);
const x = { x: channel.optional() };
const y = { y: channel.optional() };
const xs = { ...x, x1: channel.optional(), x2: channel.optional() };
const ys = { ...y, y1: channel.optional(), y2: channel.optional() };

/** The marks with what each takes besides what all take. */
const MARKS = {
  areaY: { ...x, ...ys, curve: curve.optional() },
  barX: { ...xs, ...y, ...inset },
  barY: { ...x, ...ys, ...inset },
  cell: { ...x, ...y, ...inset },
  dot: { ...x, ...y, r: channel.optional(), symbol: z.enum(['circle', 'square', 'triangle', 'diamond', 'cross']).optional() },
  lineY: { ...x, ...y, curve: curve.optional() },
  linearRegressionY: { ...x, ...y, ci: z.number().min(0).max(0.999).optional() },
  link: { x1: channel.optional(), x2: channel.optional(), y1: channel.optional(), y2: channel.optional() },
  rect: { ...xs, ...ys, ...inset },
  rectX: { ...xs, ...ys, ...inset },
  rectY: { ...xs, ...ys, ...inset },
  ruleX: { ...x, ...ys },
  ruleY: { ...xs, ...y },
  text: {
    ...x,
    ...y,
    /** A column whose values are printed. */
    text: z.string().min(1).optional(),
    /** Or words: what they claim is checked as all text is. */
    words: z.string().min(1).optional(),
    textAnchor: z.enum(['start', 'middle', 'end']).optional(),
    lineAnchor: z.enum(['top', 'middle', 'bottom']).optional(),
    frameAnchor: z.enum(['middle', 'top', 'right', 'bottom', 'left', 'top-left', 'top-right', 'bottom-left', 'bottom-right']).optional(),
    bold: z.boolean().optional(),
  },
  tickX: { ...x, ...y },
  tickY: { ...x, ...y },
} as const;

export type MarkName = keyof typeof MARKS;
export const markNames = Object.keys(MARKS) as MarkName[];

const objects = markNames.map((name) => z.strictObject({ mark: z.literal(name), ...common, ...MARKS[name] }));
const mark = z.discriminatedUnion('mark', objects as unknown as [(typeof objects)[number], ...(typeof objects)[number][]], {
  error: ({ input }) => {
    const written = String((input as { mark?: unknown } | null)?.mark ?? '');
    return `unknown mark '${written}'.${didYouMean(written, markNames)} Known: ${markNames.join(', ')}`;
  },
});

/** A mark as it is written, with the keys of all marks: which of them its own kind of mark has, the schema has checked. */
export interface MarkSpec {
  mark: MarkName;
  data?: 'sessions' | 'points' | 'last';
  transform?: Transform;
  words?: string;
  text?: string;
  bold?: boolean;
  [key: string]: unknown;
}

const domain = z.array(z.union([z.number(), z.string()])).min(2);
const position = z.strictObject({
  type: z.enum(['linear', 'log', 'sqrt', 'symlog', 'band', 'point']).optional(),
  /** From where to where; of categories all of them, in their order. */
  domain: domain.optional(),
  /** About how many, or which. */
  ticks: z.union([z.int().min(2).max(20), z.array(z.number()).min(1)]).optional(),
  /** Words beside the axis; null for none. */
  label: z.string().min(1).nullable().optional(),
  /** Of its ticks, where it can't be seen from what is drawn. */
  unit: z.enum(UNITS).optional(),
  grid: z.boolean().optional(),
  zero: z.boolean().optional(),
  reverse: z.boolean().optional(),
  padding: z.number().min(0).max(1).optional(),
  inset: z.number().min(0).max(40).optional(),
});
const facet = z.strictObject({ domain: domain.optional(), padding: z.number().min(0).max(1).optional(), reverse: z.boolean().optional() });
const colourScale = z.strictObject({
  /** Categories; or numbers on either side of the thresholds in `domain`. */
  type: z.enum(['ordinal', 'threshold']).optional(),
  domain: z
    .array(z.union([z.number(), z.string()]))
    .min(1)
    .optional(),
  range: z.array(colour).min(1).optional(),
  legend: z.boolean().optional(),
});
const range = z.strictObject({ domain: z.array(z.number()).length(2).optional(), range: z.array(z.number().min(0)).length(2).optional() });
const margins = z.strictObject({
  top: z.number().min(0).max(300).optional(),
  right: z.number().min(0).max(300).optional(),
  bottom: z.number().min(0).max(300).optional(),
  left: z.number().min(0).max(300).optional(),
});

const drawing = {
  height: z.number().min(100).max(1200).optional(),
  margins: margins.optional(),
  x: position.optional(),
  y: position.optional(),
  fx: facet.optional(),
  fy: facet.optional(),
  color: colourScale.optional(),
  r: range.optional(),
  opacity: range.optional(),
};
const marks = z.array(mark).min(1).max(20);

export const plotSchema = z.strictObject({
  ...drawing,
  marks,
  /** What is otherwise in the narrow drawings, that of a phone and that of the home page. */
  small: z.strictObject({ ...drawing, marks: marks.optional() }).optional(),
});

export type Position = z.infer<typeof position>;
export type ColourScale = z.infer<typeof colourScale>;
export type Specification = Omit<z.infer<typeof plotSchema>, 'marks' | 'small'> & {
  marks: MarkSpec[];
  small?: Partial<Omit<Specification, 'small'>>;
};

export type Sized = Omit<Specification, 'small'>;

/** The specification of one size: what `small` says goes before the rest. */
export function atSize({ small, ...specification }: Specification, isSmall: boolean): Sized {
  return isSmall && small ? { ...specification, ...small } : specification;
}
