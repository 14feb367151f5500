/** What `npm run refresh` does beyond the snapshot: the refresh report, the dry run, tables that are carried over, JSON. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDesk } from '../../src/reports/check.ts';
import { compileAll, openDesk, writeRecordText } from '../../src/reports/desk.ts';
import { formatRecord } from '../../src/reports/record.ts';
import { refreshReportSchema } from '../../src/reports/refresh-report.ts';
import { copyDesk, runHere, temporaryFolder } from '../support/command.ts';

const nextClose = '2024-07-17,2239.66,5588.27\n';

/** The small desk, and a folder with its indices a session further. */
function deskWithNews(): ReturnType<typeof copyDesk> & { from: string; args: string[] } {
  const desk = copyDesk();
  const from = temporaryFolder();
  cpSync('test/cases/desk/tables', from, { recursive: true });
  const path = join(from, 'us-equity-indices.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replace('2187.02', '2187.20') + nextClose);
  return { ...desk, from, args: ['--from', from, '--id', '2024-07-18', '--accept-revisions', ...desk.options] };
}

describe('the refresh report', () => {
  it('is printed short, and written whole as Markdown and JSON', async () => {
    const { data, args } = deskWithNews();
    const { status, stdout } = await runHere('refresh', args);
    expect(status).toBe(0);
    expect(stdout).toContain('The snapshot 2024-07-18 is in place.\n1 new row in 1 table, 1 value revised; ');
    expect(stdout).toContain("note  f2 'closed up 3.5%' +3.505% -> +3.496%");
    expect(stdout).toContain(`The whole report: ${join(data, 'refreshes/2024-07-18.md')}`);
    expect(readFileSync(join(data, 'refreshes/2024-07-18.md'), 'utf8')).toContain(
      '| Russell 2000 (`rut`) | 2024-07-15 | 2,187.02 | 2,187.20 |',
    );
    const report = refreshReportSchema.parse(JSON.parse(readFileSync(join(data, 'refreshes/2024-07-18.json'), 'utf8')));
    expect(report.rows).toMatchObject([{ resource: 'us-equity-indices', rows: 1, first: '2024-07-17', last: '2024-07-17' }]);
  });

  it('is shown by --dry-run, which changes nothing', async () => {
    const { data, args } = deskWithNews();
    const files = readdirSync(data, { recursive: true }).sort();
    const { status, stdout } = await runHere('refresh', [...args, '--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toContain('The snapshot 2024-07-18 would be made; nothing was changed.\n1 new row in 1 table, 1 value revised; ');
    expect(readdirSync(data, { recursive: true }).sort()).toEqual(files);
  });

  it('is all that --json prints, with the way each table came', async () => {
    const { args } = deskWithNews();
    const { stdout, stderr } = await runHere('refresh', [...args, '--json', '--only', 'us-equity-indices']);
    const answer = JSON.parse(stdout);
    expect(stderr).toBe('');
    expect(answer).toMatchObject({ ok: true, outcome: 'promoted', id: '2024-07-18', report: { revised: [{ series: 'rut' }] } });
    expect(answer.tables).toEqual([
      { resource: 'us-equity-indices', way: 'dropped', rows: 19, last: '2024-07-17' },
      { resource: 'treasury-yields', way: 'carried over', rows: 18, last: '2024-07-16' },
    ]);
  });

  it('is written by the next run where the first was cut off after its snapshot came into place', async () => {
    const { data, args, from, options } = deskWithNews();
    expect((await runHere('refresh', args)).status).toBe(0);
    const before = readFileSync(join(data, 'refreshes/2024-07-18.md'), 'utf8');
    rmSync(join(data, 'refreshes'), { recursive: true });
    const { status, stdout } = await runHere('refresh', ['--from', from, '--id', '2024-07-19', ...options]);
    expect([status, stdout]).toEqual([0, 'Nothing is new since the snapshot 2024-07-18.\n']);
    expect(readFileSync(join(data, 'refreshes/2024-07-18.md'), 'utf8')).toBe(before);
  });
});

describe('a living report', () => {
  it('on which a statement stopped being true fails the refresh, which is in place all the same, and then check', async () => {
    const { content, data, args, report } = deskWithNews();
    const text = readFileSync(report, 'utf8').replace(/asOf: .*\nsnapshot: .*/, 'asOf: latest\nsnapshot: latest');
    writeFileSync(report, text.replace('On Tuesday it', 'It').replace('On July 11', 'On July 11, 2024'));
    const [{ slug, record }] = compileAll(openDesk({ content, data }));
    if (!record) throw new Error('no record');
    writeRecordText({ content, data }, slug, formatRecord(record));

    const { status, stdout, stderr } = await runHere('refresh', args);
    expect(status).toBe(1);
    expect(stderr).toContain(
      `${report}:15  error living-stopped  'closed up 3.5%' stopped being true on the snapshot 2024-07-18. 'up' does not hold. The data say −1.061% (return(rut, 1d) on 2024-07-17): it fell. Write 'fell 1.1%'.`,
    );
    expect(stdout).toContain('The snapshot 2024-07-18 is in place.');
    expect(readFileSync(join(data, 'refreshes/2024-07-18.md'), 'utf8')).toContain(
      '## Living reports\n\n**4 statements stopped being true.**',
    );

    const stopped = stderr.split('\n').filter((line) => line.includes(' error living-stopped ')).length;
    const { findings } = checkDesk({ content, data });
    expect(findings.filter(({ rule }) => rule === 'fact-fails')).toHaveLength(stopped);
  });
});

describe('tables', () => {
  it('that are carried over keep the day they were retrieved', async () => {
    const { data, args } = deskWithNews();
    expect((await runHere('refresh', [...args, '--retrieved', '2024-07-20', '--only', 'us-equity-indices'])).status).toBe(0);
    const of = (id: string) =>
      JSON.parse(readFileSync(join(data, 'snapshots', id, 'datapackage.json'), 'utf8')).resources.map(
        (resource: { provenance: { retrievedAt: string } }) => resource.provenance.retrievedAt,
      );
    expect(of('2024-07-18')).toEqual(['2024-07-20', of('2024-07-17')[1]]);
  });

  it('that are not known are told with what was meant', async () => {
    const { args } = deskWithNews();
    const { status, stderr } = await runHere('refresh', [...args, '--only', 'us-equity-indexes']);
    expect(status).toBe(1);
    expect(stderr).toContain("error unknown-resource  there is no resource 'us-equity-indexes'. Did you mean 'us-equity-indices'?");
  });
});

it('says nothing with --quiet where nothing is wrong', async () => {
  const { args } = deskWithNews();
  const { status, stdout, stderr } = await runHere('refresh', [...args, '--quiet', '--only', 'treasury-yields']);
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});

it('promotes a snapshot on which the content can’t be shown, and tells what can’t', async () => {
  const { data, from } = deskWithNews();
  const { status, stdout, stderr } = await runHere('refresh', ['--from', from, '--id', '2024-07-18', '--accept-revisions', '--data', data]);
  expect(status).toBe(0);
  expect(stdout).toContain('The snapshot 2024-07-18 is in place.');
  expect(stderr).toMatch(/home\.yaml {2}warning metric-no-value/);
  expect(stderr.match(/warning unmarked/g)).toHaveLength(readdirSync('content/reports').length);
  expect(existsSync(join(data, 'metrics/home.json'))).toBe(false);
});
