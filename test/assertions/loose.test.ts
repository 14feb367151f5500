import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/report.ts';

/** The words that stand loose in a paragraph, with their columns. */
function loose(paragraph: string, head?: string): string[] {
  return findingsOf(paragraph, head === undefined ? {} : { head })
    .filter((finding) => finding.includes('loose-statement'))
    .map((finding) => /^\d+:(\d+) loose-statement: '(.*)' (?:is|says|changes)/.exec(finding)?.slice(1).join(' ') ?? finding);
}

describe('beside a Fact may stand what its metric says', () => {
  const rose = '<Fact m="return(rut, 5d)">rose 11.5%</Fact>';
  const fell = '<Fact m="change(ust2y, 1w)" at="2024-07-12" />';
  it.each([
    [`It ${rose} in five sessions.`, []],
    [`In five sessions it ${rose}.`, []],
    [`It ${rose} in six sessions.`, ['51 six sessions']],
    [`It ${rose} since July 9.`, []],
    [`It ${rose} since July 8.`, ['48 since July 8']],
    [`Yields moved by ${fell} in one week, and it ${rose} in five sessions.`, []],
    // The one before it counts, where there is one.
    [`Yields moved by ${fell} in five sessions, and it ${rose}.`, ['67 five sessions']],
    [`It ${rose}. That took five sessions.`, ['59 five sessions']],
    ['It stands <Fact m="distance(rut, 200)">15.6% above</Fact> its mean of 200 sessions.', []],
  ])('%s', (paragraph, expected) => expect(loose(`\n${paragraph}`)).toEqual(expected));
});

describe('what looks like a statement and is bound to nothing stands loose', () => {
  it.each([
    ['The index gained 3.5% on the day.', ['18 3.5%']],
    ['It fell 19 basis points, to 4.43%.', ['9 19 basis points', '29 4.43%']],
    ['It closed at 2,263.67.', ['14 2,263.67']],
    ['It traded 2.1 million contracts.', ['11 2.1 million contracts']],
    ['It went on for five sessions.', ['16 five sessions']],
    ['It went on for six months.', ['16 six']],
    ['The five-session gap is wide.', ['5 five-session']],
    ['It lay between 1.8% and 3.6%.', ['8 between 1.8% and 3.6%']],
    ['It was the best week of all.', ['12 best']],
    ['It was its highest close.', ['12 highest']],
    ['It was the third-best day of July.', ['18 best']],
    ['It was the most since 2021.', ['12 most', '17 since 2021']],
    ['It was a record high.', ['10 record']],
    ['It stands at an all-time high.', ['17 all-time']],
    ['It has gained since January.', ['15 since January']],
    ['It rose for a fifth straight day.', ['21 straight']],
    ['It rose five days in a row.', ['9 five days', '19 in a row']],
    ['It ended its winning streak.', ['14 winning streak']],
    ['Volume more than tripled.', ['8 more than tripled']],
    ['Volume rose tenfold.', ['13 tenfold']],
    ['The index (2039) fell.', ['12 2039']],
    ['It has never closed higher.', ['8 never closed higher']],
    ['They will cut by half a point.', ['18 half a point']],
    ['They will cut by a quarter point.', ['18 a quarter point']],
    ['They cut a full point.', ['10 a full point']],
    ['The target is 4-1/2 percent.', ['15 4-1/2 percent']],
    ['It stands at a record.', ['11 at a record']],
    ['The move is unprecedented.', ['13 unprecedented']],
    ['The Fed has never cut so much.', ['13 never cut so much']],
    ['Rates have seldom come down so fast.', ['12 seldom come down so fast']],
    ['It rose steeper than at any time since the war.', ['9 steeper than at any time']],
    ['It rose on every day in January.', ['12 every day in']],
    ['It rose day after day.', ['9 day after day']],
    ['No earlier easing in our data began with such a rise.', ['1 No earlier easing in our data began with such']],
    ['It did not <Fact m="return(rut, 1d)">rise 3.5%</Fact>.', ['8 not']],
    ['All but <Fact m="return(rut, 1d)">3.5%</Fact> is gone.', ['1 All but']],
    ['Volume doubled, and half of it was calls.', ['8 doubled', '21 half']],
    ['He called it “a turn” and left.', ['14 “a turn”']],
    ['He called it "a turn" and left.', ['14 "a turn"']],
    ['It gained nearly <Fact m="return(rut, 1d)">3.5%</Fact>.', ['11 nearly']],
    ['It gained more than <Fact m="return(rut, 1d)" />.', ['11 more than']],
    ['## Five days in a row', ['4 Five days', '14 in a row']],
    ['- a list: 5 of 7', ['11 5', '16 7']],
    ['> It gained 3%.', ['13 3%']],
    ['| a | b |\n|---|---|\n| 3% | c |', ['3 3%']],
    ['It *gained* 3% [on the day](#a).', ['13 3%']],
    ['Text.<Note title="Why 5?">It gained 3%.</Note>', ['23 5', '37 3%']],
  ])('%s', (paragraph, expected) => expect(loose(`\n${paragraph}`)).toEqual(expected));

  it('in the title, the standfirst and every text of a figure', () => {
    expect(
      findingsOf('', { title: 'Up 3% at once', description: '>-\n  The best week\n  since May.' }).map(
        (finding) => finding.split(': ').slice(0, 1)[0],
      ),
    ).toEqual(['2:11 loose-statement', '4:7 loose-statement', '5:3 loose-statement']);
    const figure =
      '\n<Figure kind="relative-bars" series="return(rut, 1d) - return(spx, 1d)" sessions="9" title="Up 3%" subtitle="Best of 7" note="Of 8" description="Up 4%" />';
    const column = (words: string): number => figure.indexOf(words);
    expect(loose(figure)).toEqual([
      `${column('3%')} 3%`,
      `${column('Best')} Best`,
      `${column('7"')} 7`,
      `${column('8"')} 8`,
      `${column('4%')} 4%`,
    ]);
  });
});

describe('no false alarm', () => {
  it.each([
    'The S&P 500 and the Russell 2000 beat the Nasdaq-100 and the Magnificent 7.',
    'On July 16, 2024 and on Jan. 4, in March 2020, on 12 July and on 2024-07-16.',
    'The years 2022 to 2024, and 2019–2021.',
    'The two-year Treasury yield, the 10-year note and the ten-year yield.',
    'It stands above its 200-day average and its 52-week high.',
    'Some say so. About that, others differ; over time, both may be right.',
    'One of them is right, two are not, and the seven companies agree.',
    'In the first half of the year, and in the second half.',
    'A third way, a second thought.',
    'A rate cut, three cuts and the cuts priced by nine banks; a point of view, and yields in percentage points.',
    'Every day counts. Each session has its close, and the record is public; they seldom agree.',
    'It is never as simple as that. No other bank said so.',
    'Since then it has been quiet, since nobody trades.',
    'A straight answer, and running text. A streak ended.',
    'Small caps fell, rose and fell again.',
    'Most small companies need outside funding. They did their record keeping.',
    'See Figure 3. The code `return(rut, 5d)` is not prose.',
    '{/* 3% of 7 best weeks */}',
    'It gained <Fact m="return(rut, 1d)">3.5%</Fact>, above <Fact m="high(rut, from 2022-01-20 to 2024-07-10)">2,133.10</Fact>.',
    'He said <Reported by="somebody" source="page" why="no data">more than 20%</Reported>.',
    'In <Fact m="return(rut, 5d)">five sessions it gained 11.5%</Fact>, over <Fact m="return(spx, 5d)">five sessions it gained 1.6%</Fact>.',
  ])('%s', (paragraph) => expect(findingsOf(`\n${paragraph}`)).toEqual([]));

  it('a figure may repeat what its series say: their window, their first day, their numbers, the length of its highlight', () => {
    const figure = (title: string): string =>
      `\n<Figure kind="indexed-lines" series="rut, spx" from="2023-12-29" highlight="2024-07-09 to 2024-07-16: Last five sessions" title="${title}" subtitle="December 29, 2023 = 100" />`;
    expect(findingsOf(figure('Ahead in the last five sessions'))).toEqual([]);
    expect(findingsOf(figure('Behind since December 2023'))).toEqual([]);
    expect(loose(figure('Ahead in the last six sessions'))).toEqual([expect.stringMatching(/ six sessions$/)]);
    const gap = (subtitle: string): string =>
      `\n<Figure kind="distribution" series="return(rut, 5d) - return(spx, 5d)" from="1999-01-04" title="A gap" subtitle="${subtitle}" />`;
    expect(findingsOf(gap('Return over five sessions, every session since January 1999'))).toEqual([]);
    expect(loose(gap('Return over ten sessions'))).toEqual([expect.stringMatching(/ ten sessions$/)]);
  });
});

describe('what is let pass', () => {
  it('by a comment with a reason on its line', () => {
    expect(findingsOf('\nIt gained 3%. {/* loose: an example */}')).toEqual([]);
    expect(loose('\nIt gained 3%. {/* loose: an example */}\n\nIt gained 4%.')).toEqual(['11 4%']);
  });

  it('never without a reason', () => {
    expect(findingsOf('\nIt gained 3%. {/* loose: */}')).toEqual([
      '11:15 waiver: a statement is let pass for a reason. Write {/* loose: the reason */}.',
    ]);
  });

  it('by its words in the front matter', () => {
    const head = 'allow:\n  - { text: "Route 66", reason: the name of a road }\n';
    expect(findingsOf('\nAlong Route 66.', { head })).toEqual([]);
    expect(loose('\nAlong Route 67.', head)).toContain('13 67');
  });

  it('what lets nothing pass is told', () => {
    expect(findingsOf('\nIt gained. {/* loose: an example */}')).toEqual([
      '11:12 waiver-unused: nothing on this line is let pass by this comment. Take it away.',
    ]);
    const head = 'allow:\n  - { text: "Route 66", reason: the name of a road }\n';
    expect(findingsOf('\nAlong the road.', { head })).toEqual([
      "10:5 waiver-unused: 'Route 66' is allowed, and does not stand in the report. Take it away.",
    ]);
  });

  it('a warning too, but never a Fact that fails', () => {
    expect(findingsOf('\nIt gained <Fact m="return(rut, ytd)">more than 5%</Fact>. {/* loose: five is what was promised */}')).toEqual([]);
    expect(findingsOf('\nIt gained <Fact m="return(rut, ytd)">13%</Fact>. {/* loose: no */}')).toHaveLength(2);
  });
});
