import { describe, expect, it } from 'vitest';
import { isListed, withLastChange } from '../../src/reports/sitemap.ts';

const site = 'https://desk.example/base';

describe('the list of pages', () => {
  it.each([
    ['/', true],
    ['/reports/2024-07-17-small-caps-take-the-lead/', true],
    ['/data/research/', true],
    ['/search/', false],
    ['/embed/2024-07-17-small-caps-take-the-lead/fig1/', false],
  ])('%s: %s', (path, listed) => expect(isListed(site + path)).toBe(listed));

  it('has the day of the last change of a report for it and its figures, and none for other pages', () => {
    const dated = withLastChange({ content: 'content', data: 'data' });
    const day = (path: string): string | undefined => dated<{ url: string; lastmod?: string }>({ url: site + path }).lastmod;
    expect(day('/reports/2024-07-17-small-caps-take-the-lead/')).toBe('2024-07-17');
    expect(day('/reports/2024-07-17-small-caps-take-the-lead/figures/fig1/')).toBe('2024-07-17');
    expect(day('/reports/')).toBe(undefined);
    expect(day('/claims/')).toBe(undefined);
  });
});
