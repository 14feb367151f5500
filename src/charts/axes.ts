/** Ticks: values on horizontal lines, months and years on the time axis, months on an axis of sessions. */
import * as Plot from '@observablehq/plot';
import { tickStep } from 'd3-array';
import { addMonths, type Day, partsOf, startOf } from '../data/day.ts';
import { printedDecimal } from '../metrics/format.ts';
import type { Unit } from '../metrics/units.ts';
import { halo, ink } from './theme.ts';

/** As a chart names them. */
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Plot's time scales want dates; these are at midnight UTC. */
export const dateOf = (day: Day): Date => new Date(day * 86_400_000);

/** 'Jul 11': a day in a chart. */
export function dayLabel(day: Day): string {
  const parts = partsOf(day);
  return `${MONTHS[parts.month - 1]}\u00A0${parts.day}`;
}

interface TimeTick {
  day: Day;
  label: string;
  /** On a second line: at the first tick and each January. */
  year: string;
}

/** Month starts inside [from, to], as many as fit: every month, or every second, third, sixth, twelfth … Of a few weeks, days. */
export function timeTicks(from: Day, to: Day, most: number): TimeTick[] {
  const first = startOf('month', from) === from ? from : addMonths(startOf('month', from), 1);
  const all: Day[] = [];
  for (let day = first; day <= to; day = addMonths(day, 1)) all.push(day);
  if (all.length < 2) return weekTicks(from, to, most);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => all.length / months <= most) ?? 120;
  const kept = all.filter((day) => (12 * partsOf(day).year + partsOf(day).month - 1) % step === 0);
  return kept.map((day, index) => {
    const { year, month } = partsOf(day);
    const yearly = step >= 12;
    return { day, label: yearly ? String(year) : MONTHS[month - 1], year: !yearly && (index === 0 || month === 1) ? String(year) : '' };
  });
}

/** The first day, and one every week, second or fourth week after it: a day is wider than a month. */
function weekTicks(from: Day, to: Day, most: number): TimeTick[] {
  const weeks = [1, 2, 4].find((step) => (to - from) / (7 * step) <= most - 2) ?? 4;
  const days: Day[] = [];
  for (let day = from; day <= to; day += 7 * weeks) days.push(day);
  return days.map((day, index) => ({ day, label: dayLabel(day), year: index === 0 ? String(partsOf(day).year) : '' }));
}

/** As many ticks as a width has room for. */
export const mostTicks = (width: number): number => Math.max(3, Math.floor(width / (width < 400 ? 44 : 66)));

/** A domain from one round value below to the highest value, and the round values in it (3 to 7). */
export function niceDomain(low: number, high: number, count = 5): { low: number; high: number; values: number[] } {
  // What never moves lies in the middle of something.
  if (low === high) return niceDomain(low - (Math.abs(low) / 4 || 1), high + (Math.abs(high) / 4 || 1), count);
  const step = tickStep(low, high, count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Whole multiples, freed of the noise of binary fractions.
  const values = Array.from({ length: last - first + 1 }, (_unused, k) => Number(((first + k) * step).toPrecision(12)));
  return { low: values[0], high, values };
}

/** How values of a unit stand on an axis: the unit on the top label only. */
export function axisLabel(unit: Unit, values: readonly number[]): (value: number, isTop: boolean) => string {
  const step = values.length > 1 ? values[1] - values[0] : 1;
  const decimals = (shown: number): number => Math.max(0, Math.ceil(-Math.log10(Math.abs(shown)) - 1e-9));
  const plain = (value: number, factor: number): string => printedDecimal(value * factor, decimals(step * factor));
  const signed = (value: number, factor: number): string => (value > 0 ? '+' : '') + plain(value, factor);
  switch (unit) {
    case 'percent':
      return (value, isTop) => `${plain(value, 1)}${isTop ? '%' : ''}`;
    case 'ratio':
      return (value, isTop) => `${signed(value, 100)}${isTop ? '%' : ''}`;
    case 'percentage points':
      return (value, isTop) => `${signed(value, 100)}${isTop ? '\u00A0pp' : ''}`;
    case 'basis points':
      return (value, isTop) => `${plain(value, 1)}${isTop ? '\u00A0bp' : ''}`;
    case 'contracts':
      return (value, isTop) => (value === 0 ? '0' : `${plain(value, 1e-6)}${isTop ? '\u00A0m contracts' : ''}`);
    default:
      return (value) => plain(value, 1);
  }
}

interface ValueAxis {
  values: readonly number[];
  /** Drawn in ink: zero, or 100. */
  baseline?: number;
  label(value: number, isTop: boolean): string;
  fontSize: number;
  marginLeft: number;
}

/** Horizontal lines with their labels on them at the left, inside; the baseline in ink. No axis title, no rotated text. */
export function valueAxis({ values, baseline, label, fontSize, marginLeft }: ValueAxis): Plot.Markish[] {
  const top = Math.max(...values);
  return [
    Plot.ruleY(
      values.filter((value) => value !== baseline),
      { stroke: ink.grid, insetLeft: -marginLeft },
    ),
    Plot.ruleY(baseline === undefined ? [] : [baseline], { stroke: ink.text, insetLeft: -marginLeft }),
    Plot.text(values, {
      y: (value: number) => value,
      text: (value: number) => label(value, value === top),
      frameAnchor: 'left',
      textAnchor: 'start',
      lineAnchor: 'bottom',
      dx: -marginLeft,
      dy: -4,
      fontSize,
      fill: ink.axis,
      fontVariant: 'tabular-nums',
      ...halo,
    }),
  ];
}

/** Labels of a value axis along the top, each over its line. */
export function labelsOnTop(values: readonly number[], label: ValueAxis['label'], fontSize: number): Plot.Markish {
  const last = Math.max(...values);
  return Plot.text(values, {
    x: (value: number) => value,
    frameAnchor: 'top',
    lineAnchor: 'bottom',
    dy: -8,
    text: (value: number) => label(value, value === last),
    fontSize,
    fill: ink.axis,
    fontVariant: 'tabular-nums',
  });
}

/** Month names under short ticks, the year on a second line. */
export function timeAxis(from: Day, to: Day, width: number, fontSize: number): Plot.Markish {
  const times = timeTicks(from, to, mostTicks(width));
  const labels = new Map(times.map((tick) => [tick.day, tick.year ? `${tick.label}\n${tick.year}` : tick.label]));
  return Plot.axisX(
    times.map((tick) => dateOf(tick.day)),
    {
      tickFormat: (date: Date) => labels.get(date.getTime() / 86_400_000) ?? '',
      ...tickStyle(fontSize),
    },
  );
}

/** Under bars that stand a session apart: the first bar's date, then the first session of a month, as many as there is room for. */
export function sessionAxis(days: readonly Day[], bandWidth: number, fontSize: number): Plot.Markish {
  const starts = days.flatMap((day, k) => (k > 0 && partsOf(day).month !== partsOf(days[k - 1]).month ? [k] : []));
  const step = [1, 2, 3, 6].find((months) => (21 * months * bandWidth) / 48 >= 1) ?? 12;
  const labels = new Map([[0, `${dayLabel(days[0]).replace('\u00A0', ' ')}\n${partsOf(days[0]).year}`]]);
  for (const k of starts) {
    const { year, month } = partsOf(days[k]);
    if (k * bandWidth > 48 && (month - 1) % step === 0) labels.set(k, month === 1 ? `${MONTHS[0]}\n${year}` : MONTHS[month - 1]);
  }
  return Plot.axisX([...labels.keys()], { tickFormat: (index: number) => labels.get(index) ?? '', ...tickStyle(fontSize) });
}

export const tickStyle = (fontSize: number): Plot.AxisXOptions => ({
  tickSize: 5,
  tickPadding: 5,
  stroke: ink.tick,
  fill: ink.axis,
  fontSize,
  lineHeight: 1.2,
  fontVariant: 'lining-nums',
});
