import { describe, expect, it } from 'vitest';
import { didYouMeanId } from '../../src/nearest.ts';
import { compile, findingsOf } from '../support/report.ts';

const fact = (m: string, words: string, at?: string): string => `<Fact m="${m}"${at ? ` at="${at}"` : ''}>${words}</Fact>`;
const rules = (paragraph: string): string[] => findingsOf(`\n${paragraph}`).map((finding) => finding.replace(/^.*? (\S+): .*$/, '$1'));

describe('a day beside a Fact is that of its value', () => {
  it.each([
    [`On July 16 it ${fact('return(rut, 1d)', 'rose 3.5%')}.`, []],
    [`On July 15 it ${fact('return(rut, 1d)', 'rose 3.5%')}.`, ['date-beside']],
    [`On Tuesday it ${fact('return(rut, 1d)', 'rose 3.5%')}.`, []],
    [`On Monday it ${fact('return(rut, 1d)', 'rose 3.5%')}.`, ['date-beside']],
    [`It ${fact('return(rut, 1d)', 'rose 3.5%')} on July 15.`, ['date-beside']],
    [`It was ${fact('rut', '2,187.02', '2024-07-15')} on July 15 and ${fact('rut', '2,263.67')} on July 16.`, []],
    [`It was ${fact('rut', '2,187.02', '2024-07-15')} on July 16 and ${fact('rut', '2,263.67')} on July 16.`, ['date-beside']],
    [`On July 16 it ${fact('return(rut, 1d)', 'rose 3.5%')}, the other ${fact('return(spx, 1d)', '0.6%')}.`, []],
    [`On July 9 it began. It ${fact('return(rut, 1d)', 'rose 3.5%')}.`, []],
    [`It ${fact('return(rut, 1d)', 'rose 3.5%')} Monday.`, ['date-beside']],
    [`It ${fact('return(rut, 1d)', 'rose 3.5%')} Tuesday.`, []],
    [`After the report on Friday, it ${fact('return(rut, 1d)', 'rose 3.5%')}.`, []],
    // A day in the clause of the next assertion is of that one.
    [`On July 15 it was ${fact('rut', '2,187.02', '2024-07-15')}, on July 16 ${fact('rut', '2,263.67')}.`, []],
    [`On July 15 it was ${fact('rut', '2,187.02', '2024-07-15')}, on July 12 ${fact('rut', '2,263.67')}.`, ['date-beside']],
    // A window is of no single day.
    [`On July 9 it stood lower; it ${fact('return(rut, 5d)', 'rose 11.5%')}.`, []],
  ])('%s', (paragraph, expected) => expect(rules(paragraph)).toEqual(expected));

  it('and has its year where that is not the one of publication', () => {
    const earlier = fact('return(rut, 1d)', 'fell 1.4%', '2022-09-26');
    const told = (day: string): string[] => findingsOf(`\nOn ${day} it ${earlier}.`).filter((finding) => finding.includes('date-beside'));
    expect(told('September 26')).toEqual([expect.stringContaining("'on September 26' has no year,")]);
    expect(told('September 26, 2022')).toEqual([]);
  });

  it('and says which day the value is of', () => {
    expect(findingsOf(`\nOn July 15 it ${fact('return(rut, 1d)', 'rose 3.5%')}.`)).toEqual([
      `11:15 date-beside: 'on July 15' stands beside 'rose 3.5%', and the value is of 2024-07-16. Write at="…" with the day that is meant, or move the date.`,
    ]);
  });
});

describe('the name before a Fact is in its metric', () => {
  it.each([
    [`The Russell 2000 ${fact('return(rut, 1d)', 'rose 3.5%')}.`, []],
    [`The S&P 500 ${fact('return(rut, 1d)', 'rose 3.5%')}.`, ['name-beside']],
    [`It ${fact('return(rut, 1d)', 'rose 3.5%')}, against ${fact('return(spx, 1d)', '0.6%')} for the S&P 500.`, []],
    [`The Russell 2000 ${fact('return(rut, 1d)', 'rose 3.5%')} and the S&P 500 ${fact('return(spx, 1d)', '0.6%')}.`, []],
    [`The S&P 500 stood back below <Fact m="rut" />.`, []],
    [`After the S&P 500 fell, it ${fact('return(rut, 1d)', 'rose 3.5%')}.`, []],
    [`Unlike the S&P 500, the Russell 2000 ${fact('return(rut, 1d)', 'rose 3.5%')}.`, []],
  ])('%s', (paragraph, expected) => expect(rules(paragraph)).toEqual(expected));
});

describe('what can’t have been known, and what is not there', () => {
  it('a source reports nothing that came after it', () => {
    const reported = (at: string): string => `\n<Reported by="somebody" source="early" m="return(rut, 1d)" at="${at}">rose</Reported>`;
    expect(findingsOf(reported('2024-07-16'))).toEqual([
      expect.stringMatching(/look-ahead: the source is of 2024-07-10, and the value of 2024-07-16/),
    ]);
    expect(findingsOf(reported('2024-07-10'))).toEqual([]);
  });

  it.each([
    ['erly', "Did you mean 'early'?"],
    ['sep-2024-12-18', 'Known: held, elsewhere, early, page.'],
  ])('a source that has no card: %s', (id, hint) =>
    expect(findingsOf(`\n<Quote by="somebody" source="${id}">So</Quote>`)).toEqual([
      `11:30 unknown-source: there is no '${id}' in content/sources. ${hint} Or write content/sources/${id}.yaml with title, publisher (null where there is none) and date.`,
    ]),
  );

  it('a date alone makes no id near', () => {
    expect(didYouMeanId('sep-2024-12-18', ['fomc-2024-12-18'])).toBe('');
    expect(didYouMeanId('fomc-2024-12-19', ['fomc-2024-12-18'])).toBe(" Did you mean 'fomc-2024-12-18'?");
  });

  it('a figure names its series in their order, and marks a session', () => {
    const figure = (more: string): string =>
      `\n<Figure kind="indexed-lines" series="rut, spx" from="2023-12-29" ${more} title="A" subtitle="B" />`;
    expect(findingsOf(figure('names="Russell 2000, S&P 500"'))).toEqual([]);
    expect(findingsOf(figure('names="S&P 500, Russell 2000"'))).toEqual([
      expect.stringContaining("'S&P 500' is the name of another series than rut"),
    ]);
    const bars =
      '\n<Figure kind="relative-bars" series="return(rut, 1d) - return(spx, 1d)" sessions="9" mark="2024-07-13: a day" title="A" subtitle="B" />';
    expect(findingsOf(bars)).toEqual([expect.stringContaining('2024-07-13 is not a session. The last one before it is 2024-07-12.')]);
  });

  it('the lead of the home page is a figure of the report', () => {
    expect(compile('', { head: 'lead: nowhere\n' }).findings.map(({ message }) => message)).toEqual([
      "there is no figure 'nowhere'. There are: none.",
    ]);
  });
});
