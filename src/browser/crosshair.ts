/**
 * A crosshair over the figures whose foot is time: one rule, and the values of the session under it. Led by the pointer, by a finger, or,
 * with the chart focused, by the arrow keys; then a live region says the values.
 */
import type { Crosshair } from '../charts/crosshair.ts';
import { styled } from '../metrics/number-style.ts';
import { spoken } from '../metrics/spoken.ts';
import { nearest, type Placed, placed } from './crosshair-place.ts';
import { element, svgElement } from './element.ts';
import { loadSessions, type Session } from './figure-values.ts';

export function startCrosshair(): void {
  for (const figure of document.querySelectorAll('.figure')) {
    const file = figure.querySelector<HTMLAnchorElement>('a[href$=".csv"]');
    const drawings = [...figure.querySelectorAll<SVGSVGElement>('svg[data-crosshair]')];
    if (file && drawings.length > 0) follow(drawings, file.href);
  }
}

/** A drawing with what it says of itself, and its sessions once they are there. */
interface Plot {
  drawing: SVGSVGElement;
  crosshair: Crosshair;
  sessions: Placed[];
}

const DAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
const dayOf = (iso: string): string => DAY.format(Date.parse(iso)).replace(' ', '\u00A0');

/** What a session's values are called and how they are printed. */
function told({ readings }: Crosshair, { values }: Session): { label: string; value: string; colour?: string }[] {
  return readings.map(({ label, index, style, colour }) => {
    const value = values[index] ?? Number.NaN;
    return { label, value: Number.isNaN(value) ? 'n/a' : styled(value, style), colour };
  });
}

const GAP = 12;

function follow(drawings: readonly SVGSVGElement[], address: string): void {
  const stop = element('div', {
    class: 'crosshair__stop',
    tabindex: '0',
    role: 'application',
    'aria-label': 'Values by session: left and right arrow keys',
  });
  const said = element('p', { class: 'unseen', role: 'status' });
  const tip = element('div', { class: 'tip', 'aria-hidden': 'true' });
  const rule = svgElement('path', { class: 'crosshair__rule' });
  const box = element('div', { class: 'crosshair' });
  drawings[0].before(box);
  box.append(...drawings, stop, said);

  let values: Promise<Session[]> | null = null;
  const plots = new Map<SVGSVGElement, Plot>();
  let at: number | null = null;
  let pointed: PointerEvent | null = null;

  /** Null where the values can't be had; they are asked for anew next time. */
  const plotOf = async (drawing: SVGSVGElement): Promise<Plot | null> => {
    values ??= loadSessions(address);
    const sessions = await values.catch(() => null);
    if (!sessions) {
      values = null;
      return null;
    }
    const crosshair: Crosshair = JSON.parse(drawing.dataset.crosshair ?? '');
    const plot = plots.get(drawing) ?? { drawing, crosshair, sessions: placed(sessions, crosshair) };
    plots.set(drawing, plot);
    return plot.sessions.length > 0 ? plot : null;
  };

  const hide = (): void => {
    rule.remove();
    tip.remove();
    said.textContent = '';
    [at, pointed] = [null, null];
  };

  const show = ({ drawing, crosshair, sessions }: Plot, index: number, panelIndex = 0): void => {
    const { day, x } = sessions[index];
    at = index;
    rule.setAttribute('d', crosshair.panels.map(({ left, top, bottom }) => `M${left + x},${top}V${bottom}`).join(''));
    drawing.append(rule);
    const lines = told(crosshair, sessions[index]).map(({ label, value, colour }) => {
      const name = element('span', {}, label);
      if (colour) name.style.color = `var(${colour})`;
      return element('div', {}, name, element('span', {}, value));
    });
    tip.replaceChildren(element('b', {}, dayOf(day)), ...lines);
    box.append(tip);
    // Beside the rule on its right, else on its left, and always inside the drawing.
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    const panel = crosshair.panels[panelIndex];
    const rulePlace = (panel.left + x) * scale;
    const room = drawing.getBoundingClientRect().width - tip.offsetWidth;
    const left = rulePlace + GAP <= room ? rulePlace + GAP : rulePlace - GAP - tip.offsetWidth;
    tip.style.left = `${Math.max(0, Math.min(left, room))}px`;
    tip.style.top = `${panel.top * scale}px`;
  };

  const point = async (event: PointerEvent): Promise<void> => {
    pointed = event;
    const plot = await plotOf(event.currentTarget as SVGSVGElement);
    // Another movement, or leaving, has come in between.
    if (!plot || pointed !== event) return;
    const box = plot.drawing.getBoundingClientRect();
    const scale = box.width / plot.drawing.viewBox.baseVal.width;
    const [x, y] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
    const { panels } = plot.crosshair;
    const panel = Math.max(
      0,
      panels.findLastIndex(({ left, top }) => left <= x && (top <= y || top === panels[0].top)),
    );
    show(plot, nearest(plot.sessions, x - panels[panel].left), panel);
  };

  for (const drawing of drawings) {
    drawing.addEventListener('pointerdown', point);
    drawing.addEventListener('pointermove', point);
    // A finger that is lifted leaves the values to be read.
    drawing.addEventListener('pointerleave', ({ pointerType }) => pointerType !== 'touch' && hide());
    drawing.addEventListener('pointercancel', hide);
  }
  document.addEventListener('pointerdown', ({ target }) => !box.contains(target as Node) && at !== null && hide());
  stop.addEventListener('blur', hide);
  addEventListener('resize', hide);

  stop.addEventListener('keydown', async (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return hide();
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const drawing = drawings.find((one) => one.getClientRects().length > 0);
    const plot = drawing && (await plotOf(drawing));
    if (document.activeElement !== stop) return; // gone on while the values were loading
    if (!plot) {
      said.textContent = 'The values could not be loaded.';
      return;
    }
    const last = plot.sessions.length - 1;
    const next = { ArrowLeft: (at ?? last + 1) - 1, ArrowRight: (at ?? -1) + 1, Home: 0, End: last }[event.key] ?? 0;
    const index = Math.max(0, Math.min(next, last));
    show(plot, index);
    const words = told(plot.crosshair, plot.sessions[index]).map(({ label, value }) => `${label} ${spoken(value)}`);
    said.textContent = `${dayOf(plot.sessions[index].day)}: ${words.join('; ')}`;
  });
}
