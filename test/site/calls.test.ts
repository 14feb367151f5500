import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { CallEntry } from '../../src/reports/calls-ledger.ts';
import type { MarksRecord } from '../../src/reports/marks-record.ts';
import { faultsOf } from '../support/json-schema.ts';

const documentOf = (path: string): Document => parseHTML(readFileSync(join('dist', path, 'index.html'), 'utf8')).document;
const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll('\u00A0', ' ').replace(/\s+/g, ' ').trim();
const { calls: entries }: { calls: CallEntry[] } = JSON.parse(readFileSync('data/calls.json', 'utf8'));
const marks: MarksRecord = JSON.parse(readFileSync('data/metrics/marks.json', 'utf8'));
const markOf = ({ report, id }: CallEntry) => marks.reports.find((one) => one.report === report)?.calls.find((call) => call.id === id);
const WORDS = { right: 'Came true', wrong: 'Did not come true', open: 'Open', void: 'Void', unscorable: 'Unscorable' };

describe('the track record', () => {
  const page = documentOf('calls');
  const rows = [...page.querySelectorAll('.claims--calls tbody tr')];

  it('has every entry of the ledger with its outcome, and leads to its sentence and its own page', () => {
    expect(rows).toHaveLength(entries.length);
    for (const entry of entries) {
      const row = rows.find((one) => one.querySelector(`a[href="/reports/${entry.report}/#${entry.id}"]`));
      const mark = markOf(entry);
      expect(textOf(row?.querySelector('.claims__status .status')), entry.id).toBe(WORDS[mark?.status ?? 'open']);
      expect(row?.querySelector(`a[href="/calls/${entry.report}/${entry.id}/"]`), entry.id).not.toBe(null);
      if (mark?.base?.share === null) expect(textOf(row)).toContain(`${mark.base.held} of ${mark.base.days} days`);
    }
  });

  it('gives no percentage of what came true below ten scored calls', () => {
    const scored = entries.filter((entry) => ['right', 'wrong'].includes(markOf(entry)?.status ?? ''));
    expect(page.querySelector('.calls__share') !== null).toBe(scored.length >= 10);
  });

  it('counts each call once by house', () => {
    const sums = [...page.querySelectorAll('.calls__houses tbody')].map((body) => Number(textOf(body.querySelector('td'))));
    expect(sums.reduce((sum, one) => sum + one, 0)).toBe(entries.length);
  });

  it('says why a call can’t be scored', () => {
    const why = entries.find(({ metric }) => metric === null)?.why ?? '';
    expect(why).not.toBe('');
    expect(textOf(page.querySelector('.claims--calls'))).toContain(why);
  });
});

describe('the page of a call', () => {
  it.each(entries)('$id of $report has its outcome, every alternative with its own, and what was entered', (entry) => {
    const page = documentOf(`calls/${entry.report}/${entry.id}`);
    const mark = markOf(entry);
    expect(textOf(page.querySelector('.call__outcome b'))).toBe(WORDS[mark?.status ?? 'open']);
    const days = [...page.querySelectorAll('.call__choices td.right')].map(textOf);
    expect(days).toHaveLength(mark?.alternatives.length ?? -1);
    for (const [k, { value }] of (mark?.alternatives ?? []).entries())
      expect(days[k].startsWith(value ? value.exact.replaceAll('\u00A0', ' ') : 'No data')).toBe(true);
    if (entry.why) expect(textOf(page.querySelector('main')).replaceAll('’', "'")).toContain(entry.why);
    expect(page.querySelectorAll('figure')).toHaveLength(mark?.path ? 1 : 0);
  });
});

it('a call in a report says its outcome, in the text and in its working', () => {
  for (const entry of entries) {
    const report = documentOf(`reports/${entry.report}`);
    const mark = markOf(entry);
    if (!mark?.value) continue;
    expect(textOf(report.querySelector(`#${entry.id} .unseen`))).toMatch(/call that (?:came true|did not come true)/);
    expect(textOf(report.querySelector(`#w-${entry.id} [data-row="Outcome"]`))).toContain(mark.value.exact.replaceAll('\u00A0', ' '));
  }
});

it('the calls for machines fit their schema, with every entry and its outcome', () => {
  const file = JSON.parse(readFileSync('dist/calls.json', 'utf8'));
  expect(faultsOf(file, JSON.parse(readFileSync('dist/schema/calls.json', 'utf8')))).toEqual([]);
  expect(file.calls.map(({ report, id }: CallEntry) => `${report} ${id}`).sort()).toEqual(
    entries.map(({ report, id }) => `${report} ${id}`).sort(),
  );
  for (const { page, id, report, outcome } of file.calls) {
    expect(existsSync(join('dist', new URL(page).pathname, 'index.html'))).toBe(true);
    expect(outcome.status).toBe(markOf({ report, id } as CallEntry)?.status);
  }
});
