import { describe, expect, it } from 'vitest';
import { asked } from '../../src/preview/asked.ts';

const ask = (query: Record<string, string>) => asked(new URLSearchParams(query));

describe('what a request of the page asks', () => {
  it('nothing: the series of the newest snapshot to choose from', () => {
    const { question, snapshots, desk, answer, findings } = ask({});
    expect(question.snapshot).toBe(snapshots[0]);
    expect(desk?.snapshot.series.has('rut')).toBe(true);
    expect([answer, findings]).toEqual([null, []]);
  });

  it('a metric, with its facts where they are wanted', () => {
    const query = { m: 'rut', at: '2024-07-14', snapshot: '2024-07-17' };
    expect(ask(query)).toMatchObject({ answer: { at: '2024-07-12', asked: '2024-07-14' }, facts: null, findings: [] });
    expect(ask({ ...query, facts: 'yes' }).facts?.facts).toHaveLength(10);
  });

  it('a phrase that is held against it', () => {
    const query = { m: 'rut', at: '2024-07-16', snapshot: '2024-07-17', say: 'a three-year high' };
    expect(ask(query).answer?.said).toMatchObject([{ holds: false, fact: '<Fact m="rut">the highest since January 2022</Fact>' }]);
  });

  it.each([
    ['a metric that is wrong', { m: 'return(rtu, 5d)' }, { rule: 'unknown-series', column: 8 }],
    ['no date', { m: 'rut', at: 'July' }, { rule: 'at', message: "'July' is not a date. Write YYYY-MM-DD." }],
    ['a snapshot that is not there', { m: 'rut', snapshot: '2024-07-18' }, { rule: 'snapshot-missing' }],
  ])('%s is told, never a fault of the page', (_what, query, finding) => {
    expect(ask(query)).toMatchObject({ answer: null, findings: [finding] });
  });
});
