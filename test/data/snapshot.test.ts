import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/data/day.ts';
import { listSnapshots, readSnapshot } from '../../src/data/snapshot.ts';

describe('the snapshots of the project', () => {
  it.each([
    ['2024-07-17', '2024-07-16', 6424],
    ['2026-08-21', '2026-08-21', 6951],
  ])('%s holds rows up to %s', (id, last, rows) => {
    const snapshot = readSnapshot('data', id);
    const rut = snapshot.series.get('rut');
    expect(rut?.days).toHaveLength(rows);
    expect(isoOf(rut?.days.at(-1) ?? 0)).toBe(last);
    for (const { days } of snapshot.series.values()) expect(isoOf(days[days.length - 1]) <= last).toBe(true);
  });

  it('the earlier is the later with the later rows cut off', () => {
    const [early, late] = ['2024-07-17', '2026-08-21'].map((id) => readSnapshot('data', id));
    for (const [id, series] of early.series) {
      const length = series.values.length;
      expect(late.series.get(id)?.values.slice(0, length), id).toEqual(series.values);
    }
  });

  it('name owner, terms and what may be passed on', () => {
    const terms = readSnapshot('data', '2026-08-21').manifest.resources.map(({ name, provenance }) => [name, provenance.redistribution]);
    expect(Object.fromEntries(terms)).toEqual({
      'us-equity-indices': 'extract',
      'cboe-option-volume': 'extract',
      volatility: 'public',
      'fed-funds-futures': 'extract',
      'fed-decisions': 'public',
      'nasdaq-composite': 'extract',
      'magnificent-seven': 'extract',
      'russell-2000-etfs': 'extract',
      'treasury-yields': 'public',
    });
  });
});

describe('a snapshot that was touched is refused, and the file named', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'mtm-snapshot-'));
    cpSync('data/snapshots/2024-07-17', join(data, 'snapshots/2024-07-17'), { recursive: true });
  });
  afterEach(() => rmSync(data, { recursive: true }));
  const file = (name: string): string => join(data, 'snapshots/2024-07-17', name);

  it('one digit in a table', () => {
    const text = readFileSync(file('us-equity-indices.csv'), 'utf8');
    writeFileSync(file('us-equity-indices.csv'), text.replace('2263.67', '2263.68'));
    expect(() => readSnapshot(data, '2024-07-17')).toThrow(/us-equity-indices\.csv {2}error snapshot-changed/);
  });

  it('one byte more', () => {
    appendFileSync(file('volatility.csv'), '\n');
    expect(() => readSnapshot(data, '2024-07-17')).toThrow(/volatility\.csv {2}error snapshot-changed/);
  });

  it('a table that is missing', () => {
    unlinkSync(file('volatility.csv'));
    expect(() => readSnapshot(data, '2024-07-17')).toThrow(/volatility\.csv {2}error snapshot-changed .* is missing/);
  });

  it('a manifest with an unknown key', () => {
    writeFileSync(
      file('datapackage.json'),
      readFileSync(file('datapackage.json'), 'utf8').replace('"name": "marked-to-market"', '"nmae": "marked-to-market"'),
    );
    expect(() => readSnapshot(data, '2024-07-17')).toThrow(/datapackage\.json {2}error manifest/);
  });

  it('a manifest that is cut off', () => {
    writeFileSync(file('datapackage.json'), readFileSync(file('datapackage.json'), 'utf8').slice(0, 500));
    expect(() => readSnapshot(data, '2024-07-17')).toThrow(/datapackage\.json {2}error manifest {2}the manifest is not JSON/);
  });

  it('and one that is not there is named, with those that are', () => {
    expect(listSnapshots(data)).toEqual(['2024-07-17']);
    expect(() => readSnapshot(data, '2024-07-18')).toThrow(
      "there is no snapshot '2024-07-18'. Did you mean '2024-07-17'? There are: 2024-07-17.",
    );
  });
});
