/** The values of a figure, from the CSV that its frame offers. */

/** The values of one session; NaN where a line has none. */
export interface Session {
  day: string;
  values: number[];
}

/** Rows that begin with a day. All else is passed over: the header, what a line says of owners and terms. */
export function sessionsOf(csv: string): Session[] {
  return csv.split(/\r?\n/).flatMap((row) => {
    const [day, ...cells] = row.split(',').map((cell) => cell.replaceAll('"', '').trim());
    return /^\d{4}-\d\d-\d\d$/.test(day) ? [{ day, values: cells.map((cell) => (cell === '' ? Number.NaN : Number(cell))) }] : [];
  });
}

/** @throws where it can't be had */
export async function loadSessions(address: string): Promise<Session[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return sessionsOf(await response.text());
}
