import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/data/hash.ts';
import { compileMarks, MARKS, openDesk, writeChangedRecord } from '../../src/reports/desk.ts';
import { formatMarks } from '../../src/reports/marks-record.ts';
import { addReport, offerOf } from '../../src/reports/new/add-report.ts';
import { choose } from '../../src/reports/new/choices.ts';
import { composeReport } from '../../src/reports/new/compose.ts';
import { readTemplate } from '../../src/reports/new/templates.ts';
import { copyDesk, runCommand, temporaryFolder } from '../support/command.ts';

/** Hash of every file of a folder, by its path. */
function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(names.sort().map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}

describe('npm run build', () => {
  it('gives the same bytes twice, in another time zone and locale too, with nothing of drafts and of what is published later', () => {
    const folder = temporaryFolder();
    for (const part of ['content', 'data']) cpSync(part, join(folder, part), { recursive: true });
    const folders = { content: join(folder, 'content'), data: join(folder, 'data') };
    const desk = openDesk(folders);
    const addNew = (title: string, published: string, change = (text: string) => text): void => {
      const offer = offerOf(desk);
      const choices = choose({ title, template: 'note', published, topic: 'A topic of its own' }, offer);
      addReport(folders, composeReport(choices, change(readTemplate('note')), '', desk, offer.reports));
    };
    addNew('A draft', '2026-08-24');
    addNew('A report of a later day', '2026-12-02', (template) => template.replace('draft: true\n', ''));
    const marks = compileMarks(openDesk(folders));
    if (marks) writeChangedRecord(folders, MARKS, formatMarks(marks));

    const out = join(folder, 'site');
    const { status, stdout, stderr } = runCommand(
      'build',
      ['--out', out, '--until', '2026-12-01', '--content', folders.content, '--data', folders.data],
      { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8', SITE: '', BASE: '' },
    );
    expect(stderr).not.toContain('error');
    expect(status).toBe(0);
    expect(stdout).toContain('\n2026-12-02-a-report-of-a-later-day: held back, it is published on 2026-12-02\n');
    expect(hashes(out)).toEqual(hashes('dist'));
    // As it is published, whatever the test runner sets for itself.
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('http-equiv="Content-Security-Policy"');
  });

  it('builds a desk with corrections: newest first, ours apart from those of the data, with what they concern', () => {
    const { options, report } = copyDesk();
    const corrections = `corrections:
  - { date: 2024-07-18, kind: correction, was: rose 12%, now: rose 11.5%, why: A slip of ours., claims: [f1] }
  - { date: 2024-07-20, kind: correction, cause: revision, was: up 3.4%, now: up 3.5%, why: A close was revised., claims: [f2, lead] }
`;
    writeFileSync(report, readFileSync(report, 'utf8').replace('topics: [Tests]\n', `topics: [Tests]\n${corrections}`));
    expect(runCommand('metrics', options).status).toBe(0);
    const out = join(temporaryFolder(), 'site');
    expect(runCommand('build', [...options, '--out', out, '--json'], { BASE: '' }).status).toBe(0);
    const pageOf = (path: string): Document => parseHTML(readFileSync(join(out, path, 'index.html'), 'utf8')).document;
    const hrefsOf = (root: ParentNode): (string | null)[] => [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'));

    const entries = [...pageOf('corrections').querySelectorAll('.corrections > div')];
    expect(entries.map((entry) => [...entry.querySelectorAll('.tag, del, ins')].map((part) => part.textContent))).toEqual([
      ['Data revised', 'up 3.4%', 'up 3.5%'],
      ['Correction', 'rose 12%', 'rose 11.5%'],
    ]);
    const page = '/reports/2024-07-17-a-small-desk/';
    expect(entries.map(hrefsOf)).toEqual([
      [page, `${page}#f2`, `${page}#lead`],
      [page, `${page}#f1`],
    ]);
    expect(hrefsOf(pageOf(page).querySelector('.corrections') as Element)).toEqual(['#f2', '#lead', '#f1']);
    // This desk has no glossary.
    expect(pageOf('glossary').querySelector('.page__main')?.textContent?.trim()).toBe('There are no terms here yet.');
  });

  it('publishes and links the PDF of a report for as long as it is of the same text', () => {
    const slug = '2024-07-17-a-small-desk';
    const { options, report, data } = copyDesk();
    const site = join(temporaryFolder(), 'site');
    const env = { BASE: '/desk', SITE: 'https://desk.example' };
    const build = (): string => {
      expect(runCommand('build', [...options, '--out', site, '--json'], env).status).toBe(0);
      return readFileSync(join(site, 'reports', slug, 'index.html'), 'utf8');
    };
    const print = (): number | null => runCommand('pdf', [...options, '--site', site]).status;
    const printed = (): string[] => readdirSync(join(data, 'pdf'));
    const published = join(site, 'reports', slug, `${slug}.pdf`);

    expect(build()).not.toContain('.pdf');
    expect(print()).toBe(0);
    expect(printed()).toHaveLength(1);
    const [first] = printed();
    const bytes = readFileSync(join(data, 'pdf', first));
    expect(bytes.toString('latin1')).toContain('/URI (https://desk.example/desk/claims/)');

    expect(build()).toMatch(new RegExp(`<a href="/desk/reports/${slug}/${slug}.pdf"[^>]*>PDF</a>, \\d pages, \\d+ KB`));
    expect(readFileSync(published).equals(bytes)).toBe(true);
    // The link is not on paper: a page with it is printed the same.
    expect(print()).toBe(0);
    expect(readFileSync(join(data, 'pdf', first)).equals(bytes)).toBe(true);

    const corrections = 'corrections: [{ date: 2024-07-18, kind: clarification, was: Somebody, now: Someone, why: It was one. }]';
    writeFileSync(
      report,
      readFileSync(report, 'utf8').replace('Somebody counted', 'Someone counted').replace('topics:', `${corrections}\ntopics:`),
    );
    expect(runCommand('metrics', options).status).toBe(0);
    expect(print()).toBe(1); // the site is still of the text before
    expect(build()).not.toContain('.pdf');
    expect(existsSync(published)).toBe(false);

    expect(print()).toBe(0);
    expect(printed()).toHaveLength(1);
    expect(printed()).not.toEqual([first]);
  });

  it('leaves the old site where a check fails, and writes nothing', () => {
    const { options, report } = copyDesk();
    const folder = temporaryFolder();
    const out = join(folder, 'site');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'the old site');
    writeFileSync(report, readFileSync(report, 'utf8').replace('up 3.5%', 'up 3.6%'));
    const { status, stderr } = runCommand('build', [...options, '--out', out]);
    expect(status).toBe(1);
    expect(stderr).toContain(`${report}:15:51  error fact-fails`);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the old site');
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('leaves the old site where a link leads nowhere, and tells which', () => {
    const { options, report, record } = copyDesk();
    const folder = temporaryFolder();
    const out = join(folder, 'site');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'the old site');
    rmSync(record); // it was never published
    writeFileSync(report, readFileSync(report, 'utf8').replace('[the first figure](#fig1)', '[the claims](/claim/)'));
    runCommand('metrics', options);
    const { status, stdout } = runCommand('build', [...options, '--out', out, '--json'], { BASE: '/desk' });
    expect([status, JSON.parse(stdout).findings]).toEqual([
      1,
      expect.arrayContaining([
        {
          rule: 'dead-link',
          severity: 'error',
          path: 'reports/2024-07-17-a-small-desk/index.html',
          message: "'/desk/claim/' leads nowhere. Did you mean '/desk/claims/'?",
        },
      ]),
    ]);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the old site');
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('brings the old site back after a build that was killed while it swapped', () => {
    const { options, report } = copyDesk();
    const folder = temporaryFolder();
    const out = join(folder, 'site');
    mkdirSync(`${out}.old`);
    writeFileSync(join(`${out}.old`, 'index.html'), 'the old site');
    mkdirSync(`${out}.new`);
    writeFileSync(report, readFileSync(report, 'utf8').replace('up 3.5%', 'up 3.6%'));
    expect(runCommand('build', [...options, '--out', out]).status).toBe(1);
    cpSync(report, join(folder, 'unused'));
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });
});
