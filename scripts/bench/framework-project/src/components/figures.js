/** The four figures of a report, as wide as the page. */
import * as Plot from '@observablehq/plot';

const HEIGHT = 400;
const day = ({ date }) => new Date(date);

/** Two indices that start at 100. */
export function indexed(sessions, { title, subtitle, width }) {
  const [first] = sessions;
  return drawn({ title, subtitle, width, label: 'Index' }, [
    line(sessions, (d) => (d.rut / first.rut) * 100, 'Russell 2000', 'var(--theme-foreground-focus)'),
    line(sessions, (d) => (d.spx / first.spx) * 100, 'S&P 500', 'var(--theme-foreground-muted)'),
  ]);
}

/** An index within the range that it kept until some sessions before the end. */
export function inRange(sessions, { title, subtitle, width, until }) {
  const closes = sessions.filter(({ date }) => date <= until).map(({ rut }) => rut);
  const [low, high] = [Math.min(...closes), Math.max(...closes)];
  return drawn({ title, subtitle, width, label: 'Close' }, [
    Plot.rectY([0], { y1: low, y2: high, fill: 'currentColor', fillOpacity: 0.08 }),
    Plot.ruleY([low, high], { strokeDasharray: '4,3' }),
    Plot.text([high, low], { y: (d) => d, text: (d) => d.toFixed(1), frameAnchor: 'left', dy: -6, textAnchor: 'start' }),
    line(sessions, (d) => d.rut, 'Russell 2000', 'var(--theme-foreground-focus)'),
  ]);
}

/** How far an index is from its average. */
export function distance(sessions, { title, subtitle, width }) {
  return drawn({ title, subtitle, width, label: 'Percent', percent: true }, [
    Plot.ruleY([0]),
    line(sessions, (d) => d.distance, 'Distance', 'var(--theme-foreground-focus)'),
  ]);
}

/** Two yields. */
export function yields(sessions, { title, subtitle, width }) {
  return drawn({ title, subtitle, width, label: 'Percent' }, [
    line(sessions, (d) => d.ust2y, 'Two years', 'var(--theme-foreground-focus)'),
    line(sessions, (d) => d.ust10y, 'Ten years', 'var(--theme-foreground-muted)'),
  ]);
}

const line = (sessions, y, name, stroke) => [
  Plot.lineY(sessions, { x: day, y, stroke }),
  Plot.text(sessions.slice(-1), { x: day, y, text: () => name, fill: stroke, textAnchor: 'start', dx: 6 }),
];

const drawn = ({ title, subtitle, width, label, percent = false }, marks) =>
  Plot.plot({
    title,
    subtitle,
    width,
    height: HEIGHT,
    marginRight: 90,
    x: { type: 'utc', label: null },
    y: { grid: true, label, percent },
    marks,
  });
