/** Ticks: values on horizontal lines, months and years on the time axis. */
import * as Plot from '@observablehq/plot';
import { ticks } from 'd3-array';
import { addMonths, type Day, isoOf, partsOf, startOf } from '../data/day.ts';
import { halo, ink } from './theme.ts';

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Plot's time scales want dates; these are at midnight UTC. */
export const dateOf = (day: Day): Date => new Date(`${isoOf(day)}T00:00:00Z`);

export interface TimeTick {
  day: Day;
  label: string;
  /** On a second line: at the first tick and each January. */
  year: string;
}

/** Month starts inside [from, to], as many as fit: every month, or every second, third, sixth, twelfth … */
export function timeTicks(from: Day, to: Day, most: number): TimeTick[] {
  const first = startOf('month', from) === from ? from : addMonths(startOf('month', from), 1);
  const all: Day[] = [];
  for (let day = first; day <= to; day = addMonths(day, 1)) all.push(day);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => all.length / months <= most) ?? 120;
  const kept = all.filter((day) => (12 * partsOf(day).year + partsOf(day).month - 1) % step === 0);
  return kept.map((day, index) => {
    const { year, month } = partsOf(day);
    const yearly = step >= 12;
    return { day, label: yearly ? String(year) : MONTHS[month - 1], year: !yearly && (index === 0 || month === 1) ? String(year) : '' };
  });
}

/** A domain from one round value below to one round value above, and the round values in it (3 to 7). */
export function niceDomain(low: number, high: number): { low: number; high: number; values: number[] } {
  const inside = ticks(low, high, 5);
  const step = inside.length > 1 ? inside[1] - inside[0] : 1;
  const bottom = Math.floor(low / step + 1e-9) * step;
  const values = ticks(bottom, high, 5).filter((value) => value >= bottom && value <= high);
  return { low: bottom, high, values };
}

interface ValueAxis {
  values: readonly number[];
  /** Drawn in ink: zero, or 100. */
  baseline: number;
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
    Plot.ruleY([baseline], { stroke: ink.text, insetLeft: -marginLeft }),
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

/** Month names under short ticks, the year on a second line. */
export function timeAxis(times: readonly TimeTick[], fontSize: number): Plot.Markish {
  const labels = new Map(times.map((tick) => [tick.day, tick.year ? `${tick.label}\n${tick.year}` : tick.label]));
  return Plot.axisX(
    times.map((tick) => dateOf(tick.day)),
    {
      tickFormat: (date: Date) => labels.get(date.getTime() / 86_400_000) ?? '',
      tickSize: 5,
      tickPadding: 5,
      stroke: ink.tick,
      fill: ink.axis,
      fontSize,
      lineHeight: 1.2,
      fontVariant: 'lining-nums',
    },
  );
}
