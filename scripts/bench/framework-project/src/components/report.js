/** What a report shows: its numbers by their metrics, and the sessions of its figures. The files are the same for all reports. */
import { FileAttachment } from 'observablehq:stdlib';

/** @param from the first day of the figures, to: their last */
export async function load(slug, { from, to }) {
  const [numbers, closes, yields] = await Promise.all([
    FileAttachment('../data/numbers.json').json(),
    FileAttachment('../data/closes.json').json(),
    FileAttachment('../data/yields.json').json(),
  ]);
  const within = ({ date }) => date >= from && date <= to;
  return { numbers: numbers[slug], closes: closes.filter(within), yields: yields.filter(within) };
}
