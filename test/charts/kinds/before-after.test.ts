import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../../src/finding.ts';
import { compile } from '../../support/report.ts';

const figure = (attributes: string): ReturnType<typeof compile> =>
  compile(`<Figure kind="before-after" title="A" subtitle="B" from="2024-06-03" ${attributes} />`);
const seriesOf = (attributes: string): string[] => figure(attributes).record?.figures[0].series ?? [];
const told = (attributes: string): string[] => figure(attributes).findings.map(formatFinding);

describe('before and after', () => {
  it('writes the value of the day into the metric that is drawn, so that anybody can compute it', () => {
    expect(seriesOf('series="rut, spx" mark="2024-07-16: Here"')).toEqual(['100 * rut / 2263.67', '100 * spx / 5667.2']);
    expect(seriesOf('series="rut / spx" mark="2024-07-10: Here"')[0]).toMatch(/^100 \* \(rut \/ spx\) \/ 0\.3\d+$/);
  });

  it('leaves rates as they are', () => expect(seriesOf('series="ust2y, ust10y" mark="2024-07-10: Here"')).toEqual(['ust2y', 'ust10y']));

  it.each([
    ['series="rut, ust2y" mark="2024-07-10: Here"', /rut is in points and ust2y in percent: one scale can't hold both/],
    ['series="rut" mark="2024-05-10: Here"', /2024-05-10 is not among the days that are drawn, 2024-06-03 to 2024-07-16/],
    ['series="rut"', /needs the attribute 'mark'/],
  ])('%s is refused', (attributes, message) => expect(told(attributes).join('\n')).toMatch(message));
});
