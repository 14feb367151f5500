import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../src/finding.ts';
import { checkLedger, enterCalls, ledgerPath } from '../../src/reports/calls-file.ts';
import { compileReport } from '../../src/reports/compile.ts';
import { openDesk } from '../../src/reports/desk.ts';

const open = openDesk({ content: 'content', data: 'data' });

const CALL =
  '<Call by="mandy-xu" source="note-2024-07-17" made="2024-07-16" m="return(rut, 1mo)" expects="> 0" due="2024-08-16" also="2024-07-23" or="return(iwm, 1mo)" why="No day is named." instead="return(spx, 1mo)">sees more upside</Call>';
const BODY = `She ${CALL}.`;

/** A desk with one report and a ledger of its own. */
function desk() {
  const folders = { content: 'content', data: mkdtempSync(join(tmpdir(), 'calls-')) };
  const reportsOf = (body: string, head = '') => {
    const text = `---\ntitle: A\ndescription: B\npublished: 2024-07-17\nasOf: 2024-07-16\nsnapshot: 2024-07-17\nauthors: [The desk]\ntopics: [Tests]\n${head}---\n${body}\n`;
    const file = { slug: '2024-07-17-a', path: 'r.mdx', text };
    const of = { ...open, folders, content: { ...open.content, reports: [file] } };
    return [of, [compileReport(file, of)]] as const;
  };
  return {
    enter: (body: string, head?: string) => enterCalls(...reportsOf(body, head)).map(({ id, entered }) => `${id} ${entered}`),
    check: (body: string, head?: string) => checkLedger(...reportsOf(body, head), true).map(formatFinding),
    text: () => readFileSync(ledgerPath(folders), 'utf8'),
    write: (text: string) => writeFileSync(ledgerPath(folders), text),
    folders,
  };
}

describe('a call is entered', () => {
  it('once, with all that it is, and stays the same', () => {
    const { enter, check, text } = desk();
    expect(check(BODY)).toEqual([
      "r.mdx:10:5  error call-not-entered  'sees more upside' is not in the ledger of calls. Run 'npm run metrics', which enters it: from then on it is fixed.",
    ]);
    expect(enter(BODY)).toEqual(['c1 2024-07-17']);
    const first = text();
    expect(JSON.parse(first)).toEqual({
      calls: [
        {
          report: '2024-07-17-a',
          id: 'c1',
          entered: '2024-07-17',
          by: 'mandy-xu',
          source: 'note-2024-07-17',
          made: '2024-07-16',
          text: 'sees more upside',
          metric: 'return(rut, 1mo)',
          expects: '> 0',
          due: '2024-08-16',
          also: ['2024-07-23'],
          or: ['return(iwm, 1mo)'],
          why: 'No day is named.',
          instead: 'return(spx, 1mo)',
        },
      ],
    });
    expect(check(BODY)).toEqual([]);
    expect(enter(BODY.replace('2024-08-16', '2024-08-19'))).toEqual([]);
    expect(text()).toBe(first);
  });

  it('on the day of the update with which it came', () => {
    const { enter } = desk();
    enter(BODY);
    expect(enter(`${BODY}\n\nAnd ${CALL.replace('<Call', '<Call id="second"')}`, 'updated: 2024-07-20\n')).toEqual(['second 2024-07-20']);
  });

  it('not while its report is a draft, nor with a fault', () => {
    const { enter, check } = desk();
    expect(enter(BODY, 'draft: true\n')).toEqual([]);
    expect(check(BODY, 'draft: true\n')).toEqual([]);
    expect(enter(BODY.replace('"> 0"', '"> 5"'))).toEqual([]);
    expect(check(BODY.replace('"> 0"', '"> 5"'))).toEqual([]);
  });
});

describe('a call that was entered can’t be changed', () => {
  const { enter, check } = desk();
  enter(BODY);

  it.each([
    ['> 0', '> −2%', 'expects="> 0"', 'expects="> −2%"'],
    ['due="2024-08-16"', 'due="2024-08-19"', 'due="2024-08-16"', 'due="2024-08-19"'],
    ['m="return(rut, 1mo)"', 'm="return(rut, 3mo)"', 'm="return(rut, 1mo)"', 'm="return(rut, 3mo)"'],
    ['made="2024-07-16"', 'made="2024-07-15"', 'made="2024-07-16"', 'made="2024-07-15"'],
    ['by="mandy-xu"', 'by="matt-miskin"', 'by="mandy-xu"', 'by="matt-miskin"'],
    ['also="2024-07-23"', 'also="2024-07-23, 2024-10-16"', 'also="2024-07-23"', 'also="2024-07-23, 2024-10-16"'],
    ['or="return(iwm, 1mo)" ', '', 'or="return(iwm, 1mo)"', 'no or'],
    ['No day is named.', 'It suits us.', 'why="No day is named."', 'why="It suits us."'],
    ['instead="return(spx, 1mo)"', 'instead="return(ixic, 1mo)"', 'instead="return(spx, 1mo)"', 'instead="return(ixic, 1mo)"'],
    ['>sees more upside', '>sees some upside', "the words 'sees more upside'", "the words 'sees some upside'"],
  ])('%s to %s', (from, to, was, now) => {
    expect(BODY).toContain(from);
    const [finding, ...others] = check(BODY.replace(from, to));
    expect(others).toEqual([]);
    const [, name] = /^(\w+)="/.exec(now) ?? [];
    const column = name ? BODY.indexOf(`${name}="`) + name.length + 3 : BODY.indexOf(now.startsWith('the words') ? 'sees' : '<Call') + 1;
    expect(finding).toBe(
      `r.mdx:10:${column}  error call-changed  'c1' was entered on 2024-07-17 with ${was}, and has ${now} here. A call is fixed at entry: restore ${was}, or enter the other forecast as a Call of its own, under another id.`,
    );
  });

  it('by leaving it out, or the whole report', () => {
    expect(check('Nothing.')).toEqual([
      `r.mdx  error call-gone  'sees more upside' was entered as 'c1' on 2024-07-17, and is not in the report any more. A call stays, however it went: restore it, with id="c1".`,
    ]);
  });

  it('by another in its place: its number stays', () => {
    const other = '<Call id="new" by="mandy-xu" source="note-2024-07-17" made="2024-07-16">sees a rise</Call>';
    const [moved, fresh] = check(`She ${CALL.replace('<Call', '<Call id="c2"')} and ${other}.`);
    expect(moved).toBe(
      `r.mdx:10:5  error call-changed  'sees more upside' was entered as 'c1', and is 'c2' here. Write id="c1", and give a call that was put before it an id of its own.`,
    );
    expect(fresh).toContain("error call-not-entered  'sees a rise'");
    expect(check(`She ${other} and ${CALL}.`).map((told) => told.replace(/^\S+ +error (\S+) .*$/, '$1'))).toEqual([
      'call-not-entered',
      'call-changed',
    ]);
    expect(check(`She ${other} and ${CALL.replace('<Call', '<Call id="c1"')}.`)).toHaveLength(1);
  });

  it('nor by publishing it as a draft again', () =>
    expect(check(BODY.replace('> 0', '> −2%'), 'draft: true\n')).toEqual([expect.stringContaining('call-changed')]));
});

it('a ledger that can’t be read is told with its line, and is not written over', () => {
  const { write, check, enter, text, folders } = desk();
  write('{ "calls": [\n { "report": "a" } ] }\n');
  expect(check(BODY)[0]).toContain(`${ledgerPath(folders)}:2:`);
  expect(enter(BODY)).toEqual([]);
  expect(text()).toContain('"a"');
});

it('an entry of a report that is not there is told', () => {
  const { enter, check, write, text } = desk();
  enter(BODY);
  write(text().replace('2024-07-17-a', '2024-07-17-b'));
  expect(check(BODY).at(-1)).toContain(
    "error call-gone  'sees more upside' was entered as 'c1' of 2024-07-17-b, and there is no such report.",
  );
});
