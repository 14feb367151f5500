import { describe, expect, it } from 'vitest';
import { csv, findings, parse, resource, rulesIn, stretch } from '../../support/tables.ts';

const funds = 'iwm,iwn,iwo';
const halved = csv(funds, '2024-07-11', ['210.51,164.02,274.40', '106.53,165.90,277.20', '108.44,168.41,281.53']);
const recorded = (ratio: number, date = '2024-07-12') => resource('russell-2000-etfs', { events: [{ date, series: 'iwm', ratio }] });

describe('splits', () => {
  it('wants an event for a fund that is halved', () => {
    expect(findings('russell-2000-etfs', halved)).toEqual([
      "x.csv:3:12  error unrecorded-split  iwm is 106.53 on 2024-07-12, after 210.51 on 2024-07-11: 0.51 times. A move of more than 30% wants a recorded event. Record a split under 'events' of russell-2000-etfs, with a ratio of 1 if the move is real, or correct the value.",
    ]);
  });

  it('is content with the event, on the day, with the ratio or with 1', () => {
    expect(findings(recorded(2), halved)).toEqual([]);
    expect(findings(recorded(1), halved)).toEqual([]);
    expect(rulesIn(recorded(3), halved)).toEqual(['unrecorded-split 3']);
    expect(rulesIn(recorded(2, '2024-07-15'), halved)).toEqual(['unrecorded-split 3']);
  });

  it('is content with prices that are adjusted for the event', () => {
    const adjusted = csv(funds, '2024-07-11', ['105.26,164.02,274.40', '106.53,165.90,277.20', '108.44,168.41,281.53']);
    expect(findings(recorded(2), adjusted)).toEqual([]);
  });

  it('takes a ten-for-one split for what it is', () => {
    const tenth = csv(funds, '2024-07-11', ['210.51,164.02,274.40', '21.31,165.90,277.20']);
    expect(rulesIn('russell-2000-etfs', tenth)).toEqual(['unit 3']);
    expect(findings(recorded(10), tenth)).toEqual([]);
  });

  it.each([
    [130, []],
    [130.01, ['unrecorded-split 3']],
    [70, []],
    [69.99, ['unrecorded-split 3']],
  ])('lets a share move by 30 percent and no further: 100 to %d', (to, expected) => {
    expect(rulesIn('russell-2000-etfs', csv(funds, '2024-07-11', ['100,100,100', `${to},100,100`]))).toEqual(expected);
  });

  it('lets the real extremes of the seven pass: Meta on its earnings, and Nvidia over its split', () => {
    const year = stretch('magnificent-seven', '2023-12-29', '2024-07-31');
    expect(findings('magnificent-seven', year).filter((finding) => finding.includes(' error '))).toEqual([]);
  });

  it('wants an event for a past that is adjusted', () => {
    const before = parse(csv(funds, '2024-07-10', ['206.18,161.51,269.30', '210.51,164.02,274.40']));
    const after = csv(funds, '2024-07-10', ['103.09,161.51,269.30', '105.26,164.02,274.40', '106.53,165.90,277.20']);
    expect(findings('russell-2000-etfs', after, { previous: before })).toEqual([
      "x.csv:3:12  error unrecorded-split  iwm is 105.26 on 2024-07-11 and was 210.51 in the snapshot before, and so is the series: 0.50 times. A past that changes its level wants a recorded event. Record a split under 'events' of russell-2000-etfs, with a ratio of 1 if the move is real, or correct the value.",
    ]);
    expect(rulesIn(recorded(2), after, { previous: before })).toEqual(['revised 2', 'revised 3']);
  });
});
