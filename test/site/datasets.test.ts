import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/data/hash.ts';
import type { Manifest } from '../../src/data/manifest.ts';
import { copyDesk, runCommand, temporaryFolder } from '../support/command.ts';
import { faultsOf } from '../support/json-schema.ts';
import { useSite } from './site.ts';

const site = useSite();
const SITE = 'https://marked-to-market.example';
const SNAPSHOTS = ['2024-07-17', '2026-08-21'];
const NEWEST = '2026-08-21';

const read = (path: string): string => readFileSync(join('dist', path), 'utf8');
const json = (path: string) => JSON.parse(read(path));
const documentOf = (path: string): Document => parseHTML(read(`${path}index.html`)).document;
const manifestOf = (id: string): Manifest => JSON.parse(readFileSync(`data/snapshots/${id}/datapackage.json`, 'utf8'));
const { resources } = manifestOf(NEWEST);
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());

describe('the table of a dataset', () => {
  it.each(resources.map(({ name, provenance }) => [name, provenance.redistribution] as const))('%s, which is %s', (name, terms) => {
    const tables = filesIn(`dist/data/${name}`).filter((file) => file.endsWith('.csv'));
    expect(tables).toEqual(terms === 'public' ? SNAPSHOTS.map((id) => `${name}-${id}.csv`) : []);
    const buttons = [...documentOf(`data/${name}/`).querySelectorAll('.button')].map((button) => button.querySelector('b')?.textContent);
    expect(buttons).toEqual(terms === 'public' ? ['CSV', 'Metadata, JSON'] : ['Metadata, JSON', 'At the publisher']);
  });

  it('is served as it is in its snapshot: the bytes have the hash that the page, the metadata and the manifest show', async () => {
    for (const { name, provenance } of resources) {
      if (provenance.redistribution !== 'public') continue;
      const { vintages } = json(`data/${name}.json`);
      for (const { snapshot, csv, hash, bytes } of vintages) {
        const served = Buffer.from(await (await fetch(site.url() + csv.replace(`${SITE}/`, ''))).arrayBuffer());
        expect([sha256(served), served.length]).toEqual([hash, bytes]);
        expect(manifestOf(snapshot).resources.find((one) => one.name === name)?.hash).toBe(hash);
      }
      expect(documentOf(`data/${name}/`).querySelector('.page__side .hash')?.textContent).toBe(vintages[0].hash.replace('sha256:', ''));
    }
  });

  it('stands beside a manifest that is the committed one', () => {
    for (const id of SNAPSHOTS)
      expect(read(`data/snapshots/${id}/datapackage.json`)).toBe(readFileSync(`data/snapshots/${id}/datapackage.json`, 'utf8'));
  });
});

describe('the page of a dataset', () => {
  it.each(resources)('$name says what its manifest says', ({ name, title, schema, provenance }) => {
    const page = documentOf(`data/${name}/`);
    const text = (page.querySelector('main')?.textContent ?? '').replaceAll('\u00A0', ' ').replaceAll('’', "'");
    expect(page.querySelector('h1')?.textContent?.replaceAll('\u00A0', ' ').replaceAll('’', "'")).toBe(title);
    for (const part of [...provenance.notes, provenance.publisherName, provenance.attribution]) expect(text).toContain(part);
    const columns = [...page.querySelectorAll('.data__schema tbody th')].map((cell) => cell.textContent?.trim());
    expect(columns).toEqual(schema.fields.map((field) => field.name));
  });

  it('shows the first and last rows as the file has them', () => {
    const lines = readFileSync(`data/snapshots/${NEWEST}/treasury-yields.csv`, 'utf8').trimEnd().split('\n');
    const rows = [...documentOf('data/treasury-yields/').querySelectorAll('.data__rows tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent).join(','),
    );
    expect(rows).toEqual([...lines.slice(1, 4), '6,682 rows', ...lines.slice(-3)]);
  });

  it('counts what each vintage added, and leads to the metrics and reports that use it', () => {
    const page = documentOf('data/us-equity-indices/');
    const rows = [...page.querySelectorAll('section[aria-labelledby="vintages"] tbody tr')].map((row) =>
      [...row.children].slice(0, 5).map((cell) => cell.textContent?.trim()),
    );
    expect(rows).toEqual([
      ['2026-08-21NewestPinned by 2 reports', '6,951', '527', '0', 'None'],
      ['2024-07-17Pinned by 2 reports', '6,424', '6,424', '0', 'None'],
    ]);
    const hrefs = [...page.querySelectorAll('section[aria-labelledby="used"] a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toContain('/reports/2024-07-17-small-caps-take-the-lead/');
    expect(hrefs).toContain('/metrics/return-rut-5d/2024-07-16/');
  });

  it('explains a missing day once', () => {
    expect(read('data/cboe-option-volume/index.html').match(/June\u00A027, 2023/g)).toHaveLength(1);
  });
});

describe('the page of a series', () => {
  it('is there for every series and every named metric', () => {
    const ids = resources.flatMap(({ schema }) => schema.fields.slice(1).map((field) => field.name));
    const built = readdirSync('dist/series', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    expect(built.sort()).toEqual([...ids, 'm7'].sort());
  });

  it('leads each statement to its sentence, with its status', () => {
    const rows = [...documentOf('series/m7/').querySelectorAll('.claims tr')].slice(1);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      const [, slug, id] = /^\/reports\/([^/]+)\/#(.+)$/.exec(row.querySelector('.claims__statement a')?.getAttribute('href') ?? '') ?? [];
      expect(read(`reports/${slug}/index.html`)).toContain(`id="${id}"`);
      expect(row.querySelector('.status')?.textContent).not.toBe('');
    }
  });

  it('is found from the list of datasets, without script', async () => {
    const page = await site.open('', { javaScriptEnabled: false });
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Datasets' }).click();
    await page.getByRole('rowheader').getByRole('link', { name: 'Treasury yields' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Treasury yields');
    await page.getByRole('rowheader', { name: 'ust2y' }).getByRole('link').click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Two-year Treasury yield');
    await page.getByText('Description and data table').click();
    expect(await page.getByText('A line of Two-year Treasury yield over time.').isVisible()).toBe(true);
    await page.close();
  });

  it.each(['data/', 'data/us-equity-indices/', 'series/', 'series/rut/'])('nothing is wider than a screen of 320 on /%s', async (path) => {
    const page = await site.open(path, { viewport: { width: 320, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.close();
  });
});

describe('what machines read', () => {
  const index = json('data/index.json');

  it('fits the published schemas', () => {
    expect(faultsOf(index, json('schema/datasets.json'))).toEqual([]);
    for (const { name } of resources) expect(faultsOf(json(`data/${name}.json`), json('schema/dataset.json')), name).toEqual([]);
    expect(json('schema/dataset.json').$id).toBe(`${SITE}/schema/dataset.json`);
    expect([index.$schema, json('data/volatility.json').$schema]).toEqual([`${SITE}/schema/datasets.json`, `${SITE}/schema/dataset.json`]);
  });

  it('lists every dataset and series, with addresses that are there', () => {
    expect(index.datasets.map((one: { resource: string }) => one.resource)).toEqual(resources.map(({ name }) => name));
    const own = [...index.datasets, ...index.series, ...index.snapshots].flatMap(({ page, metadata, csv, manifest }) =>
      [page, metadata, csv, manifest].filter((address): address is string => typeof address === 'string'),
    );
    // Pages and metadata of nine datasets, three tables, pages of 27 series, two manifests.
    expect(own).toHaveLength(2 * 9 + 3 + 27 + 2);
    for (const address of own) {
      expect(address.startsWith(`${SITE}/`), address).toBe(true);
      const path = address.replace(SITE, 'dist');
      expect(existsSync(path.endsWith('/') ? `${path}index.html` : path), address).toBe(true);
    }
  });
});

describe('a desk with private tables', () => {
  /** Yields that no other number of the site can be taken for. */
  const yields = Array.from({ length: 18 }, (_unused, k) => [`3.${7001 + 13 * k}`, `2.${8003 + 17 * k}`]);

  it('shows none of their values, but where a report states one', () => {
    const { data, options } = copyDesk();
    const folder = join(data, 'snapshots/2024-07-17');
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
    const [header, ...rows] = readFileSync(join(folder, 'treasury-yields.csv'), 'utf8').trimEnd().split('\n');
    const table = `${[header, ...rows.map((row, k) => [row.slice(0, 10), ...yields[k]].join(','))].join('\n')}\n`;
    writeFileSync(join(folder, 'treasury-yields.csv'), table);
    for (const resource of manifest.resources) {
      resource.provenance.redistribution = 'private';
      if (resource.name === 'treasury-yields') Object.assign(resource, { hash: sha256(table), bytes: Buffer.byteLength(table) });
    }
    writeFileSync(join(folder, 'datapackage.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    expect(runCommand('metrics', options).status).toBe(0);
    const out = join(temporaryFolder(), 'site');
    const { status, stderr } = runCommand('build', [...options, '--out', out, '--json']);
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);

    const texts = filesIn(out).map((name) => [name, readFileSync(join(out, name), 'latin1')] as const);
    expect(texts.map(([name]) => name)).toContain('data/treasury-yields/index.html');
    const leaks = (values: readonly string[], among: typeof texts): string[] =>
      among.flatMap(([name, text]) => values.filter((value) => text.includes(value)).map((value) => `${name}: ${value}`));

    // No report states a yield: not one of them is anywhere.
    expect(leaks(yields.flat(), texts)).toEqual([]);
    // Closes of the indices are in what the report states, and on no page of the data.
    const closes = readFileSync(join(folder, 'us-equity-indices.csv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .flatMap((row) => row.split(',').slice(1))
      .flatMap((cell) => [cell, Number(cell).toLocaleString('en-US'), Number(cell).toLocaleString('en-US', { minimumFractionDigits: 1 })]);
    const ofData = texts.filter(([name]) => /^(data|schema)\//.test(name) || /^series\/index/.test(name));
    expect(ofData.length).toBeGreaterThan(6);
    expect(leaks(closes, ofData)).toEqual([]);
    // A working would show the close from which a return is counted.
    const apart = texts.filter(([name]) => /^(reports|metrics)\/.*\.(html|json)$/.test(name));
    expect(apart.length).toBeGreaterThan(3);
    expect(leaks(['2,029.47', '2029.47'], apart)).toEqual([]);
    // Of a series what reports state is listed; above that there is no level, and no line to read one off.
    const [, series] = texts.find(([name]) => name === 'series/rut/index.html') ?? ['', ''];
    expect(leaks(closes, [['series/rut', series.slice(0, series.indexOf('Statements that rest on it'))]])).toEqual([]);
    expect(series).not.toContain('class="plot');
    expect(texts.filter(([name]) => name.startsWith('data/') && name.endsWith('.csv'))).toEqual([]);
  });
});
