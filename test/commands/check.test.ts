import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyDesk, runCommand, runHere } from '../support/command.ts';

/** Replaces in a file, and insists that there was something to replace. */
function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('npm run check', () => {
  it('passes on a desk in order, and tells what each report has', () => {
    const { options } = copyDesk();
    const { status, stdout, stderr } = runCommand('check', options);
    expect(stderr).toBe('');
    expect(stdout).toBe('2024-07-17-a-small-desk: 4 verified, 2 computed, 1 reported, 1 opinion\n');
    expect(status).toBe(0);
  });

  it('fails on one digit changed in a Fact, with line, column, what the data say and what to write', async () => {
    const { options, report } = copyDesk();
    edit(report, 'closed up 3.5%', 'closed up 3.6%');
    const { status, stderr } = await runHere('check', options);
    expect(status).toBe(1);
    expect(stderr).toContain(
      `${report}:15:51  error fact-fails  '3.6%' does not hold. The data say +3.505% (return(rut, 1d) on 2024-07-16). Write 'up 3.5%'.`,
    );
  });

  it('places a fault in words that run over a line', async () => {
    const { options, report } = copyDesk();
    edit(report, '2.9\npercentage', '3.9\npercentage');
    expect((await runHere('check', options)).stderr).toContain(`${report}:16:55  error fact-fails  '3.9 percentage points' does not hold`);
  });

  it('fails on one digit changed in a table, with its name', async () => {
    const { options, data } = copyDesk();
    const table = join(data, 'snapshots/2024-07-17/us-equity-indices.csv');
    edit(table, '2263.67', '2263.68');
    const { status, stderr } = await runHere('check', options);
    expect(status).toBe(1);
    expect(stderr).toContain(`${table}  error snapshot-changed  the file is not the one that was promoted`);
  });

  it('fails on an unknown front-matter key, with the nearest known one', async () => {
    const { options, report } = copyDesk();
    edit(report, 'topics:', 'topcis:');
    expect((await runHere('check', options)).stderr).toContain(
      `${report}:8:1  error unknown-key  unknown key 'topcis'. Did you mean 'topics'?`,
    );
  });

  it('fails where the record is not what the content and the data give', async () => {
    const { options, record } = copyDesk();
    edit(record, '"display":"11.5%"', '"display":"11.6%"');
    const { status, stderr } = await runHere('check', options);
    expect(status).toBe(1);
    expect(stderr).toContain(
      `${record}:6  error record-drift  the record is not what the content and the data give. Run 'npm run metrics -- 2024-07-17-a-small-desk' and look at the difference.`,
    );
  });

  it('fails where a record is missing, or has no report', async () => {
    const { options, record } = copyDesk();
    writeFileSync(record.replace('a-small-desk', 'a-small-dask'), readFileSync(record));
    rmSync(record);
    const { stderr } = await runHere('check', options);
    expect(stderr).toContain('error record-missing  the report has no record.');
    expect(stderr).toContain(
      "error record-orphan  there is no report '2024-07-17-a-small-dask'. It may be '2024-07-17-a-small-desk' by now: rename the record too, or delete it ('git rm ",
    );
  });

  it('warns of a table of the newest snapshot that ends before the others, and passes', async () => {
    const { options, data } = copyDesk();
    const [older, newest] = ['2024-07-17', '2024-07-24'].map((id) => join(data, 'snapshots', id));
    cpSync(older, newest, { recursive: true });
    const manifest = join(newest, 'datapackage.json');
    edit(manifest, '"lastSession": "2024-07-16"', '"lastSession": "2024-07-23"');
    await runHere('metrics', options);
    const { status, stdout, stderr } = await runHere('check', options);
    expect(stderr).toContain(
      `${manifest}  warning late  treasury-yields: the last row is of 2024-07-16, 5 sessions behind us-equity-indices (2024-07-23).`,
    );
    expect(stdout).toBe('2024-07-17-a-small-desk: 4 verified, 2 computed, 1 reported, 1 opinion\n');
    expect(status).toBe(0);
    cpSync(older, join(data, 'snapshots/2024-07-25'), { recursive: true });
    await runHere('metrics', options);
    expect((await runHere('check', options)).stderr).toBe('');
  });

  it('fails on a person’s file with a fault', async () => {
    const { options, content } = copyDesk();
    edit(join(content, 'people/dan-wantrobski.yaml'), 'kind: person', 'kind: human');
    expect((await runHere('check', options)).stderr).toMatch(/dan-wantrobski\.yaml:2:1 {2}error wrong-value {2}'kind' is not right/);
  });

  it('prints one JSON object and nothing else with --json', async () => {
    const { options, report } = copyDesk();
    edit(report, 'closed up 3.5%', 'closed up 3.6%');
    const { status, stdout, stderr } = await runHere('check', [...options, '--json']);
    expect(status).toBe(1);
    expect(stderr).toBe('');
    const { ok, findings, reports } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(findings[0]).toEqual({
      rule: 'fact-fails',
      severity: 'error',
      path: report,
      line: 15,
      column: 51,
      message: "'3.6%' does not hold. The data say +3.505% (return(rut, 1d) on 2024-07-16). Write 'up 3.5%'.",
      assertion: 'f2',
      advised: 'closed up 3.5%',
    });
    expect(reports).toEqual({ '2024-07-17-a-small-desk': { verified: 5, fails: 1, unchecked: 1, sourced: 1 } });
  });

  it('says of a report that could not be read as a whole how many errors it has, in the order of its text', async () => {
    const { options, report } = copyDesk();
    edit(report, 'four sessions</Reported>', 'four sessions</Reported>, <Fact m="rtu" />');
    edit(report, 'closed up 3.5%', 'closed up 3.6%');
    edit(report, 'topics:', 'topcis:');
    for (const name of ['check', 'metrics']) {
      const { stdout, stderr } = await runHere(name, options);
      expect(stdout).toBe("2024-07-17-a-small-desk: can't be read yet, 3 errors\n");
      expect([...stderr.matchAll(/mdx:(\d+):/g)].map(([, line]) => line)).toEqual(['8', '15', '24']);
    }
  });

  it('is limited to the reports that are named, with the cards that they name, and without late data', async () => {
    const { options, content, data } = copyDesk();
    const [slug, other] = ['2024-07-17-a-small-desk', '2024-07-17-another'];
    const [older, newest] = ['2024-07-17', '2024-07-24'].map((id) => join(data, 'snapshots', id));
    cpSync(older, newest, { recursive: true });
    edit(join(newest, 'datapackage.json'), '"lastSession": "2024-07-16"', '"lastSession": "2024-07-23"');
    cpSync(join(content, 'reports', slug), join(content, 'reports', other), { recursive: true });
    edit(join(content, 'reports', other, 'index.mdx'), 'closed up 3.5%', 'closed up 3.6%');
    const only = (name: string) => runHere('check', [...options, name]);
    expect(await only(slug)).toEqual({ status: 0, stderr: '', stdout: `${slug}: 4 verified, 2 computed, 1 reported, 1 opinion\n` });
    expect((await only(other)).stderr).toMatch(/^\S+another\/index\.mdx:15:51 {2}error fact-fails .*\n\n1 error\n$/);
    expect((await only('2024-07-17-anothr')).stderr).toContain(
      "there is no report '2024-07-17-anothr'. Did you mean '2024-07-17-another'?",
    );
    edit(join(content, 'people/dan-wantrobski.yaml'), 'kind: person', 'kind: human');
    expect((await only(slug)).stderr).toContain('error wrong-value');
  });

  it('has --help, and refuses an unknown option with status 2', () => {
    expect(runCommand('check', ['--help']).stdout).toContain('--content <folder>');
    expect(runCommand('check', ['--jsn']).status).toBe(2);
  });
});

describe('npm run metrics', () => {
  it('writes the same bytes as the committed record, in every time zone', () => {
    const expected = readFileSync('test/cases/desk/data/metrics/2024-07-17-a-small-desk.json', 'utf8');
    for (const TZ of ['UTC', 'America/New_York', 'Pacific/Auckland']) {
      const { options, record } = copyDesk();
      rmSync(record);
      const { status, stdout } = runCommand('metrics', options, { TZ, LC_ALL: 'de_DE.UTF-8' });
      expect([status, stdout.split('\n')[0]]).toEqual([0, '2024-07-17-a-small-desk: record written']);
      expect(readFileSync(record, 'utf8')).toBe(expected);
    }
  });

  it('writes nothing where nothing changed', async () => {
    const { options } = copyDesk();
    expect((await runHere('metrics', options)).stdout).not.toContain('record written');
  });

  it('prints what changed', async () => {
    const { options, report } = copyDesk();
    edit(report, 'topics: [Tests]', 'topics: [Tests]\ndraft: true');
    edit(report, 'm="rut" />', 'm="spx" />');
    expect((await runHere('metrics', options)).stdout).toContain('f3 5,667.2 [5,667.200, verified] (was 2,263.7 [2,263.670, verified])');
  });

  it('writes the record of a draft in which a Fact fails, and exits with 1', async () => {
    const { options, report, record } = copyDesk();
    edit(report, 'topics: [Tests]', 'topics: [Tests]\ndraft: true');
    edit(report, 'closed up 3.5%', 'closed up 3.6%');
    const { status, stderr } = await runHere('metrics', options);
    expect(status).toBe(1);
    expect(stderr).toContain('error fact-fails');
    const failing = JSON.parse(readFileSync(record, 'utf8')).assertions.find((entry: { status: string }) => entry.status === 'fails');
    expect(failing).toMatchObject({
      id: 'f2',
      text: 'closed up 3.6%',
      checks: [
        { what: 'value', said: '3.6%', found: '+3.505%', ok: false },
        { what: 'direction', said: 'up', ok: true },
      ],
    });
  });

  it('leaves the record as it is where a metric can’t be computed', async () => {
    const { options, report, record } = copyDesk();
    const before = readFileSync(record, 'utf8');
    edit(report, 'm="rut" />', 'm="rtu" />');
    expect((await runHere('metrics', options)).status).toBe(1);
    expect(readFileSync(record, 'utf8')).toBe(before);
  });

  it('lists quotations that were found on the card of their source, and leaves the rest of it alone', async () => {
    const { options, content, report } = copyDesk();
    const card = join(content, 'sources/note.yaml');
    const [text, hash] = ['We cannot confirm that.', 'sha256:121f994336ae25df8f8b85cd96d5696d043585ec7e56d7f2c5bbcde86fe62a6d'];
    const head = '# Ours\ntitle: A note\npublisher: null # not told\nquotes: []\ndate: "2024-07-17"\n';
    writeFileSync(card, head);
    mkdirSync(join(content, 'sources/text'));
    writeFileSync(join(content, 'sources/text/note.txt'), `He said: “${text}”`);
    expect((await runHere('check', options)).stderr).toContain("its card does not list them yet. Run 'npm run metrics'");
    const { status, stdout } = await runHere('metrics', options);
    expect([status, stdout.split('\n').slice(0, 2)]).toEqual([0, [`${card}: quotations listed`, `  ${hash} '${text}'`]]);
    expect(readFileSync(card, 'utf8')).toBe(head.replace('quotes: []', `quotes:\n  - ${hash}`));
    expect((await runHere('check', options)).stderr).toBe('');
    edit(report, text, 'We can confirm that.');
    expect((await runHere('metrics', options)).status).toBe(1);
    expect(readFileSync(card, 'utf8')).toBe(head.replace('quotes: []', `quotes:\n  - ${hash}`));
  });

  it('takes slugs, and names the nearest for one that is not there', async () => {
    const { options } = copyDesk();
    const { status, stderr } = await runHere('metrics', [...options, '2024-07-17-a-smal-desk']);
    expect(status).toBe(1);
    expect(stderr).toContain("there is no report '2024-07-17-a-smal-desk'. Did you mean '2024-07-17-a-small-desk'?");
  });
});
