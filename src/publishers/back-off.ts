/** How long to wait before asking again, in milliseconds. */

const firstWait = 1000;

/**
 * What the server asked for with `Retry-After` (seconds or a date), else 1, 2, 4, 8 … seconds.
 * @param attempt how many times was asked, 1 after the first
 * @param retryAfter the header's text, if any
 * @param now milliseconds since 1970
 */
export function backOff(attempt: number, retryAfter: string | null, now: number): number {
  const doubled = firstWait * 2 ** (attempt - 1);
  if (retryAfter === null) return doubled;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? doubled : Math.max(0, until - now);
}
