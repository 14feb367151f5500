import { describe, expect, it } from 'vitest';
import { lapsedWhen, lapseInWords, lapsesAmong, sincePublished, stoppedHolding } from '../../src/reports/lapses.ts';
import { claimsOf, type Report } from '../../src/reports/library.ts';
import { markReports } from '../../src/reports/marks.ts';
import { type Lapse, marksRecord } from '../../src/reports/marks-record.ts';
import { statusOf } from '../../src/reports/status.ts';
import { desk, revised, written } from '../support/marks.ts';
import { all } from '../support/metrics.ts';

const CLOSE = '<Fact m="rut">its highest close since January 4, 2022</Fact>';
const LEVEL = '<Fact m="rut">its highest level since January 4, 2022</Fact>';
const DAY = '<Fact m="return(rut, 1d)" at="2024-07-11">its best day since November 14, 2023</Fact>';

/** A report as pages have it, with its marks on a snapshot. */
function reportWith(body: string, snapshot = all): Report {
  const { file, record } = written(body);
  const [marks] = marksRecord(markReports(desk, [{ file, record }], snapshot)).reports;
  return { slug: file.slug, record, marks } as unknown as Report;
}

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
const lapse: Lapse = {
  words: 'highest close since January 4, 2022',
  cause: 'superseded',
  on: '2024-10-16',
  days: 91,
  by: { at: '2024-10-16', value: 2286.68, unit: 'points', display: '2,286.7', exact: '2,286.680' },
};

describe('a lapse is told', () => {
  it.each([
    [0, 'on the day of publication'],
    [1, '1 day after publication'],
    [91, '91 days after publication'],
    [-1, '1 day before publication'],
  ])('%i days after publication', (days, words) => expect(sincePublished(days)).toBe(words));

  it('with its words, its day and what beat it', () => {
    expect(plain(lapseInWords(lapse))).toBe(
      '“highest close since January 4, 2022”: beaten on Oct 16, 2024, with 2,286.7, 91 days after publication.',
    );
    expect(plain(lapsedWhen(lapse))).toBe('Oct 16, 2024, 91 days after publication');
  });

  it('as a revision where the data were changed', () => {
    expect(plain(lapseInWords({ ...lapse, cause: 'revision', on: '2026-08-22' }))).toBe(
      '“highest close since January 4, 2022”: the data were revised, as of the snapshot of Aug 22, 2026, and give 2,286.7.',
    );
  });
});

describe('in a paragraph', () => {
  it('the same metric, day and words stand once, other words by themselves', () => {
    const report = reportWith(`It closed at ${CLOSE}, yes, ${CLOSE}. That is ${LEVEL}. On July 11 it had ${DAY}.`);
    expect(lapsesAmong(report, ['f1', 'f2', 'f3', 'f4']).map(({ words, on }) => [words, on])).toEqual([
      ['highest close since January 4, 2022', '2024-10-16'],
      ['highest level since January 4, 2022', '2024-10-16'],
      ['best day since November 14, 2023', '2024-11-06'],
    ]);
    expect(lapsesAmong(report, ['f4'])).toHaveLength(1);
  });

  it('there is none without marks, as in the preview', () => {
    expect(lapsesAmong({ ...reportWith(`It closed at ${CLOSE}.`), marks: null }, ['f1'])).toEqual([]);
  });
});

describe('what stopped holding', () => {
  it('is listed that which did last first, once for what fell together', () => {
    const stopped = stoppedHolding(claimsOf([reportWith(`It closed at ${CLOSE}. That is ${LEVEL}. On July 11 it had ${DAY}.`)]));
    expect(stopped.map(({ assertion, lapse: { on } }) => [assertion.id, on])).toEqual([
      ['f3', '2024-11-06'],
      ['f1', '2024-10-16'],
    ]);
  });

  it('has a status of its own, but for what others said wrongly from the start', () => {
    const held = claimsOf([reportWith(`It closed at ${CLOSE}.`)]);
    expect(held.map(({ assertion }) => [statusOf(assertion).id, statusOf(assertion, 'lapsed').id])).toEqual([
      ['verified', 'no-longer-holds'],
    ]);
    // The other report's figure was wrong; by revised data it is right. That is no success to take from it, and no lapse.
    const wrong = '<Reported by="news-wire" source="note-2024-07-17" m="rut" expect="contradicted">2,000</Reported>';
    const report = reportWith(`A note has it at ${wrong}.`, revised(all, { rut: { '2024-07-16': 2000 } }));
    expect(report.marks?.statements.map((one) => one.lapse?.cause)).toEqual(['revision']);
    expect(stoppedHolding(claimsOf([report]))).toEqual([]);
  });
});
