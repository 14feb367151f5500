import { afterEvents, studied } from '../event-measure.ts';
import { countOf, over, row } from '../formula.ts';

/** Of fewer, a percentage says more than they do: one case of nine is eleven points of it. */
const FEWEST = 10;

/** Share of the separate cases of a trigger in which x was above zero n sessions later. NaN under ten cases: these are told as k of n. */
export const measure = afterEvents({
  name: 'afterHitRate',
  example: 'afterHitRate(return(rut, 20d) - return(spx, 20d), return(rut, 5d) - return(spx, 5d) >= 3%, 20)',
  summary: 'share of the separate cases of a trigger in which x was above zero n sessions later; none under ten cases',
  unit: () => 'ratio',
  words: 'share above zero',
  meaning: 'The share above zero',
  tell: ({ count, hitRate }) => (count < FEWEST ? Number.NaN : hitRate),
  shape: (...values) => over(countOf(row('positive', values[0]), ...values.slice(1)), countOf(...values)),
  refusal(args) {
    const { x, cases, n } = studied(args);
    const known = cases.filter((start) => start + n < x.length && !Number.isNaN(x[start + n]));
    const hits = known.filter((start) => x[start + n] > 0);
    return known.length < FEWEST
      ? `afterHitRate is a share, and there ${known.length === 1 ? 'is one case' : `are ${known.length} cases`}: under ${FEWEST} none is given in percent. Write '${hits.length} of ${known.length}', with afterHits for the one number and afterCases for the other`
      : null;
  },
});
