import { describe, expect, it } from 'vitest';
import { figureData } from '../../../src/charts/figure-data.ts';
import { kind } from '../../../src/charts/kinds/distribution.ts';
import { dayOf } from '../../../src/data/day.ts';
import { calendar, july2024 } from '../../support/metrics.ts';

const at = dayOf('2024-07-16');
const data = (metric: string) => figureData([metric], dayOf('1999-01-04'), at, { snapshot: july2024, calendar, asOf: at });
const labels = (metric: string): string[] => {
  const svg = kind.draw(data(metric), { titleId: 't', descriptionId: 'd' }, 'M');
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text.replace(/<[^>]+>/g, ' ').trim());
};

describe('a distribution', () => {
  it('of whole numbers has a bar for each, those that never came too', () => {
    const { lines } = data('streak(rut)');
    const [{ values }] = lines;
    const bars = kind.draw(data('streak(rut)'), { titleId: 't', descriptionId: 'd' }, 'M').match(/<rect/g);
    expect(bars).toHaveLength(Math.max(...values) - Math.min(...values) + 1);
  });

  it('says its values with all their decimals', () => {
    expect(labels('ust10y')).toContainEqual(expect.stringMatching(/^Half of all lie between +2\.\d\d% and 4\.\d\d%$/));
  });

  it('marks a value that one decimal would leave at nothing with one that says something', () => {
    const early = figureData(['return(rut, 1d) - return(spx, 1d)'], dayOf('1999-01-04'), dayOf('2024-07-10'), {
      snapshot: july2024,
      calendar,
      asOf: at,
    });
    expect(kind.describe(early, {})).toContain('The last one is +0.08\u00A0pp');
  });
});
