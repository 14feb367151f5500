import { describe, expect, it } from 'vitest';
import { openAskDesk } from '../../src/reports/ask-desk.ts';
import { settings } from '../../src/settings.ts';

const opened = (desk: string) => openAskDesk({ content: `${desk}/content`, data: `${desk}/data` }, null);

describe('what questions are asked of', () => {
  it('goes by the settings of its desk: its names claim nothing', () => {
    opened('.');
    expect([settings().name, settings().allow.includes('S&P 500')]).toEqual(['Marked to Market', true]);
    opened('test/cases/treasury');
    expect(settings().name).not.toBe('Marked to Market');
  });

  it('goes by the days of its data: those of the bond market where there are no others', () => {
    expect([opened('.').calendar.of, opened('test/cases/treasury').calendar.of]).toEqual([
      'the New York Stock Exchange',
      'the US bond market',
    ]);
  });
});
