import { describe, expect, it } from 'vitest';
import type { AssertionRecord } from '../../src/reports/record.ts';
import { compile, findingsOf } from '../support/report.ts';

const first = (body: string): AssertionRecord | undefined => compile(`\n${body}`).record?.assertions[0];
const reported = (attributes: string, words: string): string => `<Reported by="somebody" source="page" ${attributes}>${words}</Reported>`;

describe('a Reported figure', () => {
  it('is unchecked without a metric', () => {
    expect(first(reported('', '12% in a week'))).toMatchObject({ kind: 'reported', status: 'unchecked', ours: null });
  });

  it('holds or is contradicted with one, and keeps our figure beside it; it never fails the build by itself', () => {
    expect(first(reported('m="return(rut, 5d)"', '12%'))).toMatchObject({ status: 'holds', ours: { exact: '+11.540%', display: '11.5%' } });
    const wrong = reported('m="return(rut, ytd)"', '11%');
    expect(first(wrong)).toMatchObject({ status: 'contradicted', ours: { exact: '+11.672%', checks: [{ said: '11%', ok: false }] } });
    expect(compile(`\n${wrong}`).findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(findingsOf(`\n${wrong}`)).toEqual([
      `11:60 contradicted: '11%' is published as contradicted. The data say +11.672%, not '11%' (return(rut, ytd) on 2024-07-16). Write expect="contradicted" where that is the finding, or take another metric.`,
    ]);
    expect(findingsOf(`\n${reported('m="return(rut, ytd)" expect="contradicted"', '11%')}`)).toEqual([]);
  });

  it.each([
    ['19 basis points', 'holds'],
    ['more than 10 basis points', 'holds'],
    ['−19 basis points', 'holds'],
    ['fell 19 basis points', 'holds'],
    ['25 basis points', 'contradicted'],
    ['+19 basis points', 'contradicted'],
    ['rose 19 basis points', 'contradicted'],
  ])('gives the direction only with a sign or a verb: of −19 bp, %j %s', (words, status) =>
    expect(first(reported('m="change(ust2y, 5d)"', words))).toMatchObject({ status }),
  );

  it('fails where another outcome is expected', () => {
    expect(findingsOf(`\n${reported('m="return(rut, ytd)" expect="holds"', '11%')}`)).toEqual([
      "11:68 expectation: expected: holds. Found: contradicted. The data say +11.672%, not '11%' (return(rut, ytd) on 2024-07-16). Take another metric or another 'expect'.",
    ]);
    expect(findingsOf(`\n${reported('m="return(rut, 5d)" expect="contradicted"', '12%')}`)).toEqual([
      "11:67 expectation: expected: contradicted. Found: holds. The data say +11.540% (return(rut, 5d) on 2024-07-16). Take another metric or another 'expect'.",
    ]);
    expect(findingsOf(`\n${reported('expect="holds" why="none"', '12%')}`)).toEqual([
      '11:47 expectation: \'expect\' wants a metric to check the figure with: m="…".',
    ]);
    expect(findingsOf(`\n${reported('m="return(rut, 5d)" expect="true"', '12%')}`)[0]).toContain("'true' is not an expectation");
  });

  it('says why it is not checked, where the author does, who is told where he does not', () => {
    expect(findingsOf(`\n${reported('why="no data of ours"', '2 million')}`)).toEqual([]);
    expect(findingsOf(`\n${reported('', '2 million')}`)).toEqual([
      `11:40 no-why: a reader is told nothing of why this figure is not checked. Give it a metric, m="…", or say why="volume by single fund is not in our data".`,
    ]);
    expect(first(reported('why="volume by fund is not in our data"', '2 million'))).toMatchObject({
      status: 'unchecked',
      why: 'volume by fund is not in our data',
    });
    expect(findingsOf(`\n${reported('m="return(rut, 5d)" why="no data"', '12%')}`)).toEqual([
      "11:64 why: 'why' says why a figure is not checked, and this one has a metric.",
    ]);
  });

  it('whose words can’t be read with the metric is not compared, and the author is told why', () => {
    const body = reported('m="return(rut, 5d)"', 'strong');
    expect(first(body)).toMatchObject({ status: 'unchecked', ours: null });
    expect(compile(`\n${body}`).findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(findingsOf(`\n${body}`)).toEqual([
      `11:59 reported-unclear: not compared with the data, and shown as unchecked: nothing to check in 'strong'. Take a metric that they speak of, leave what is no figure outside of the tag, or say why="…" in place of the metric.`,
    ]);
    expect(findingsOf(`\n${reported('m="return(rut, 5d)" expect="holds"', '12 basis points')}`)).toEqual([
      "11:67 expectation: expected: holds. The words are not compared with the data: '12 basis points' is in 'basis points'. The metric is in percent. Take a metric that they speak of, leave what is no figure outside of the tag, or leave out 'expect'.",
    ]);
  });

  it('is seen from the day of its source', () => {
    // 'Thursday' of a source of July 17 is July 11.
    expect(first(reported('m="return(rut, 1d)" at="2024-07-11"', 'rose on Thursday'))).toMatchObject({ status: 'holds' });
  });
});

describe('a correction', () => {
  const correction = (claims: string): string =>
    `corrections:\n  - { date: 2024-07-18, kind: correction, was: rose, now: fell, why: A slip., claims: [${claims}] }\n`;
  const body = '\n<Fact m="return(rut, 1d)">closed up 3.5%</Fact>';

  it('is an error of ours unless it says that data were revised', () =>
    expect(compile(body, { head: correction('f1') }).frontMatter?.corrections).toMatchObject([{ cause: 'error', claims: ['f1'] }]));

  it('names assertions that are there', () => {
    expect(findingsOf(body, { head: correction('f1') })).toEqual([]);
    expect(findingsOf(body, { head: correction('f1, f11') })).toEqual([
      "10:92 unknown-claim: there is no assertion 'f11' in this report. Did you mean 'f1'?",
    ]);
  });
});

describe('a Call', () => {
  const call = (attributes: string): string => `<Call by="somebody" source="page" ${attributes}>will rise</Call>`;

  it('with a metric, a condition and a day is open', () => {
    expect(first(call('made="2024-07-16" m="return(rut, 6mo)" expects="> 0" due="2025-01-16"'))).toMatchObject({
      kind: 'call',
      status: 'open',
      metric: 'return(rut, 6mo)',
      words: 'Russell 2000, return over 6 months',
      expects: '> 0',
      due: '2025-01-16',
    });
  });

  it('too vague to score is counted as such', () =>
    expect(first(call('made="2024-07-16"'))).toMatchObject({ status: 'unscorable', metric: null }));

  it.each([
    ['made="2024-07-18"', '2024-07-18 is after the report’s publication'],
    ['made="soon"', "'soon' is not a date"],
    ['made="2024-07-16" m="return(rut, 6mo)"', 'expects and due are missing'],
    ['made="2024-07-16" m="return(rut, 6mo)" expects="> 0"', 'due is missing'],
    ['made="2024-07-16" m="return(rut, 6mo)" expects="> 0" due="2024-07-01"', 'the call is due on 2024-07-01, not after it was made'],
    ['made="2024-07-16" m="return(rtu, 6mo)" expects="> 0" due="2025-01-16"', "unknown series 'rtu'. Did you mean 'rut'?"],
    ['made="2024-07-16" m="return(rut, 6mo)" expects="rises" due="2025-01-16"', "'rises' is not a condition"],
    [
      'made="2024-07-16" m="return(rut, 6mo)" expects="> 5" due="2025-01-16"',
      "'> 5' does not fit return(rut, 6mo), which is in percent. Write '> 5%', or the number that is meant.",
    ],
    ['made="2024-07-16" m="return(rut, 6mo) - return(spx, 6mo)" expects="> 5%" due="2025-01-16"', "Write '> 5 pp'"],
    [
      'made="2024-07-16" m="return(rut, 6mo)" expects="> 5%" due="2025-01-16" instead="spx"',
      'the condition is read on this metric too, and it is in points',
    ],
    ['made="2024-07-16" also="2024-10-16"', "'also' is of a call that is scored: write m, expects and due too, or leave it out."],
    ['made="2024-07-16" m="rut" expects="> 0" due="2025-01-16" also="2024-10-16"', 'why="…" says why this day and this metric were taken'],
    [
      'made="2024-07-16" m="rut" expects="> 0" due="2025-01-16" also="2025-01-16" why="It is."',
      '2025-01-16 is the day on which the call is due',
    ],
    [
      'made="2024-07-16" m="rut" expects="> 0" due="2025-01-16" also="2024-07-16" why="It is."',
      '2024-07-16 is not after 2024-07-16, the day it was made',
    ],
    [
      'made="2024-07-16" m="rut" expects="> 0" due="2025-01-16" also="2024-10-16, 2024-10-16" why="It is."',
      '2024-10-16 stands here already',
    ],
    ['made="2024-07-16" m="rut" expects="> 0" due="2025-01-16" also="October" why="It is."', "'October' is not a date"],
    [
      'made="2024-07-16" m="return(rut, 1mo)" expects="> 0" due="2025-01-16" or="spx; return(rut,1mo)" why="It is."',
      "'return(rut,1mo)' stands here already",
    ],
    ['made="2024-07-16" m="rut" expects="> 0" due="2025-01-16" why=" "', 'write the reason, or leave it out'],
  ])('%s', (attributes, message) => expect(findingsOf(`\n${call(attributes)}`).join()).toContain(message.replace('’', "'")));
});

it('a fault in one of several metrics of a Call is told at its place', () => {
  const call =
    '<Call by="somebody" source="page" made="2024-07-16" m="rut" expects="> 0" due="2025-01-16" or="spx; spz" why="So.">will rise</Call>';
  const column = call.indexOf('spz') + 1;
  expect(findingsOf(call)[0]).toContain(`10:${column} call: unknown series 'spz'.`);
});

describe('Facts in titles', () => {
  it('of a report and of a figure have their ids in the order of the text, and are printed with their words', () => {
    const { record, title, figures, frontMatter } = compile(
      '\nIt <Fact m="return(rut, 1d)">rose 3.5%</Fact>.\n\n<Figure kind="relative-bars" series="return(rut, 1d) - return(spx, 1d)" sessions="9" title="Up <Fact m=\'streak(rut)\'>five days in a row</Fact>" subtitle="Daily" />',
      { title: "Up <Fact m='return(rut, 5d)'>11.5%</Fact> at once" },
    );
    expect(record?.assertions.map(({ id, text }) => `${id} ${text}`)).toEqual(['f1 11.5%', 'f2 rose 3.5%', 'f3 five days in a row']);
    expect(title).toEqual(['Up ', { id: 'f1' }, ' at once']);
    expect(frontMatter?.title).toBe('Up 11.5% at once');
    expect([...figures.values()][0].spec.title).toEqual(['Up ', { id: 'f3' }]);
    expect(record?.figures[0].title).toBe('Up five days in a row');
  });

  it('that fail are told with their place', () => {
    expect(findingsOf('', { title: "Up <Fact m='return(rut, 5d)'>11.6%</Fact> at once" })).toEqual([
      "2:37 fact-fails: '11.6%' does not hold. The data say +11.540% (return(rut, 5d) on 2024-07-16). Write 11.5%.",
    ]);
    expect(findingsOf('', { description: ">-\n  So far\n  <Fact m='return(rut, 5d)'>up\n  11.6%</Fact>." })).toEqual([
      expect.stringMatching(/^6:3 fact-fails: '11.6%'/),
    ]);
  });

  it('can’t stand in what a drawing prints, nor inside each other', () => {
    const figure =
      '\n<Figure kind="relative-bars" series="return(rut, 1d) - return(spx, 1d)" sessions="9" names="<Fact m=\'rut\' />" title="A" subtitle="B" />';
    expect(findingsOf(figure)[0]).toContain("nested: <Fact> can't stand inside 'names' of <Figure>");
    expect(findingsOf('\n<Fact m="rut">at <Fact m="rut" /></Fact> x')[0]).toContain("nested: <Fact> can't stand inside <Fact>");
  });
});

describe('the sentence of an assertion', () => {
  const sentence = (body: string): unknown => first(body)?.sentence;

  it('goes from its first word to its last, with what other assertions print', () => {
    expect(
      sentence('Before that. The index <Fact m="return(rut, 1d)">rose 3.5%</Fact>, the other <Fact m="return(spx, 1d)" />. After it.'),
    ).toEqual({
      before: 'The index ',
      after: ', the other 0.6%.',
    });
  });

  it('does not end at an abbreviation or a decimal point', () => {
    expect(sentence('By Jan. 4 the U.S. index <Fact m="return(rut, 1d)">rose 3.5%</Fact> on Jul. 16. Then.')).toEqual({
      before: 'By Jan. 4 the U.S. index ',
      after: ' on Jul. 16.',
    });
  });
});

describe('a title', () => {
  it.each([
    [`"<Fact m="rut" /> on Tuesday"`, "inside of a text in double quotes, a Fact takes single quotes: <Fact m='…'>."],
    [`'<Fact m='rut' /> on Tuesday'`, 'inside of a text in single quotes, a Fact takes double quotes: <Fact m="…">.'],
  ])('%s is told once, with the quotes to write', (title, message) => {
    expect(findingsOf('\nWords.', { title })).toEqual([expect.stringMatching(/^2:\d+ yaml: /)]);
    expect(findingsOf('\nWords.', { title })[0]).toContain(message);
  });
});
