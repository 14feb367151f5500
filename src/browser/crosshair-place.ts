/** Where the sessions of a drawing lie. */
import type { Crosshair } from '../charts/crosshair.ts';
import type { Session } from './figure-values.ts';

/** A session and its place from a panel's left edge, in the drawing's pixels. */
export interface Placed extends Session {
  x: number;
}

/** The sessions that are drawn, in their order. */
export function placed(sessions: readonly Session[], { days: [first, last], x: [left, right], even, readings }: Crosshair): Placed[] {
  const drawn = sessions.filter(
    ({ day, values }) => day >= first && day <= last && (!even || !Number.isNaN(values[readings[0]?.index ?? 0] ?? Number.NaN)),
  );
  const [start, end] = even ? [0, drawn.length - 1] : [Date.parse(first), Date.parse(last)];
  return drawn.map((session, k) => {
    const share = end > start ? ((even ? k : Date.parse(session.day)) - start) / (end - start) : 0;
    return { ...session, x: left + share * (right - left) };
  });
}

/** Index of the session that is nearest to a place. */
export function nearest(sessions: readonly Placed[], x: number): number {
  let best = 0;
  for (const [k, session] of sessions.entries()) if (Math.abs(session.x - x) < Math.abs(sessions[best].x - x)) best = k;
  return best;
}
