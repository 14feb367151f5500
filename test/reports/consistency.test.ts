import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/report.ts';

const fact = (m: string, words: string, at?: string): string => `<Fact m="${m}"${at ? ` at="${at}"` : ''}>${words}</Fact>`;
const lines = (...paragraphs: string[]): string => `\n${paragraphs.join('\n\n')}`;

describe('statements of one report must go together', () => {
  it('one value is written in one way', () => {
    expect(findingsOf(lines(`It ${fact('return(rut, 5d)', 'rose 11.5%')}.`, `It ${fact('return(rut,5d)', 'gained 11.54%')}.`))).toEqual([
      "13:29 written-differently: 'gained 11.54%' here and 'rose 11.5%' on line 11 are one value (+11.540%) written in two ways. Write it in one.",
    ]);
    expect(findingsOf(lines(`It ${fact('return(rut, 5d)', 'rose 11.5%')}.`, `It ${fact('return(rut, 5d)', 'nearly 12%')}.`))).toEqual([]);
    expect(findingsOf(lines(`It ${fact('return(rut, 5d)', 'rose 11.5%')}.`, `It ${fact('return(rut, 5d)', 'is up 11.5%')}.`))).toEqual([]);
    expect(
      findingsOf(lines(`It ${fact('return(rut, 1d)', 'rose 3.5%')}.`, `It ${fact('return(rut, 1d)', 'rose 1.80%', '2024-07-15')}.`)),
    ).toEqual([]);
  });

  it('one value has one rank', () => {
    const [widest, since2005] = ['its highest close since January 2022', 'the second-highest close since January 4, 2022'];
    expect(findingsOf(lines(fact('rut', widest), fact('rut', since2005)))).toEqual([
      `13:15 ranked-differently: '${since2005}' here and '${widest}' on line 11 rank one value (2,263.670) in two ways. Say one of them, or both in one Fact.`,
    ]);
    expect(findingsOf(lines(fact('rut', widest), fact('rut', 'the highest close since January 2022')))).toEqual([]);
  });

  it('a difference is that of its parts as they are printed, or the reader is told', () => {
    const parts = [fact('return(iwo, ytd)', '14.9%'), fact('return(iwn, ytd)', '8.7%')];
    expect(findingsOf(lines(...parts, fact('return(iwo, ytd) - return(iwn, ytd)', '6.1 percentage points')))).toEqual([
      "15:47 parts-disagree: '6.1 percentage points' is right, and is not the difference of its parts as they are printed: '14.9%' on line 11 and '8.7%' on line 13 give 6.2. Print one more decimal, or say that the parts are rounded.",
    ]);
    expect(findingsOf(lines(...parts, fact('return(iwo, ytd) - return(iwn, ytd)', 'more than 6 percentage points')))).toEqual([]);
    expect(
      findingsOf(
        lines(fact('return(rut, 5d)', '11.5%'), fact('return(spx, 5d)', '1.6%'), fact('return(rut, 5d) - return(spx, 5d)', '9.9 points')),
      ),
    ).toEqual([]);
  });

  it('a verb outside a Fact does not say the opposite of the number inside', () => {
    expect(findingsOf(`\nIt fell ${fact('return(rut, 1d)', '3.5%')}.`)).toEqual([
      "11:35 verb-contradicts: 'fell' stands before '3.5%', and the data say +3.505%. Put the verb inside the Fact, where it is checked.",
    ]);
    expect(findingsOf(`\nIt fell <Fact m="return(rut, 1d)" />.`)).toHaveLength(1);
    expect(findingsOf(`\nIt lost ${fact('return(spx, 1d)', '−0.9%', '2024-07-11')}.`)).toEqual([
      expect.stringContaining("'lost −0.9%' says the minus twice"),
    ]);
    expect(
      findingsOf(
        `\nIt gained ${fact('return(rut, 1d)', '3.5%')}, and fell below ${fact('high(rut, from 2022-01-20 to 2024-07-10)', '2,133.10')} before.`,
      ),
    ).toEqual([]);
  });

  it('a claim that hangs on its window says so', () => {
    expect(findingsOf(`\nIt was ${fact('return(rut, from 2024-06-28 to 2024-07-16)', 'up more than 10%')}.`)).toEqual([
      expect.stringMatching(
        /^11:\d+ window-dependent: 'up more than 10%' depends on the chosen window: with both ends moved by up to five sessions it holds in \d+ of 66\./,
      ),
    ]);
    expect(findingsOf(`\nIt was ${fact('return(rut, from 2023-11-01 to 2023-12-08)', '12.6%')}.`)).toEqual([]);
  });
});
