/** The windows of a call's metric: told from the day it was made for another day, and told without days for other times. */
import type { Calendar } from '../data/calendar.ts';
import type { Day } from '../data/day.ts';
import { indexOnOrBefore } from '../data/series.ts';
import { parseExpression } from '../metrics/expression.ts';
import { printExpression, replaced } from '../metrics/print-expression.ts';
import { shapeOf } from '../metrics/shape.ts';
import { sessions, since, type Window } from '../metrics/windows.ts';

/** Sessions from some before a day to the first at or after another, and the place of that one. */
function sessionsTo(first: Day, due: Day, calendar: Calendar): { days: Int32Array; end: number } {
  const days = Int32Array.from(calendar.sessions(first - 10, due + 10));
  return { days, end: indexOnOrBefore(days, due - 1) + 1 };
}

const withWindows = (metric: string, change: (window: Window) => Window): string =>
  printExpression(replaced(parseExpression(metric), (part) => (part.kind === 'window' ? { ...part, window: change(part.window) } : null)));

/**
 * The metric of a call for another day than that on which it is due: a move whose window reaches, on the day it is due, from the day it was
 * made is told from that day. 'return(rut, 6mo)' of a call made on July 16 and due on January 16 is 'return(rut, since 2024-07-16)', which
 * is the same on that day, and on every other is what became of the call so far. Any other metric as it is.
 */
export function sinceMade(metric: string, made: Day, due: Day, calendar: Calendar): string {
  const { kind, windows } = shapeOf(metric);
  const moving = windows.filter(({ bounds }) => !bounds);
  const { days, end } = sessionsTo(made, due, calendar);
  const start = indexOnOrBefore(days, made);
  const isFromMade = kind === 'move' && moving.length > 0 && moving.every((window) => window.base(days, end) === start);
  return isFromMade ? withWindows(metric, (window) => (window.bounds ? window : since(made))) : metric;
}

/** The metric for any other time: a window with fixed days becomes one of as many sessions up to the day on which the call is due. */
export function atAnyTime(metric: string, due: Day, calendar: Calendar): string {
  return withWindows(metric, (window) => {
    if (!window.bounds) return window;
    const { days, end } = sessionsTo(window.bounds[0], due, calendar);
    return sessions(Math.max(1, window.end(days, end) - window.base(days, end)));
  });
}
