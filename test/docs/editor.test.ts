import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kinds } from '../../src/charts/kinds/index.ts';
import { snippets } from '../../src/reference/snippets.ts';
import { extensionsFile, tasksFile } from '../../src/reference/vscode.ts';
import { foundByWords } from '../../src/reports/found-by-words.ts';
import { listSeries, textsOfSeries } from '../../src/reports/series-list.ts';
import { calendar, july2024 } from '../support/metrics.ts';

const page = readFileSync('docs/editor.md', 'utf8');

it('docs/editor.md names every extension, every task and every snippet', () => {
  const names = [
    ...JSON.parse(extensionsFile()).recommendations,
    ...JSON.parse(tasksFile()).tasks.map(({ label }: { label: string }) => label),
    ...snippets.map(({ prefix }) => prefix),
  ];
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  const [, figure = ''] = /`(figure-[a-z-]+)` for one/.exec(page) ?? [];
  expect([...kinds.keys()].map((kind) => `figure-${kind}`)).toContain(figure);
});

it('what it shows of the list of series is what the data have', () => {
  const [{ first, last, rows, display, example }] = foundByWords(
    listSeries({ snapshot: july2024, calendar, named: new Map(), names: new Map() }),
    ['two-year'],
    textsOfSeries,
  );
  for (const text of [
    `${display}  ${first} to ${last}`,
    `${rows} rows`,
    `${example?.expression} = ${example?.value.replace('\u00A0', ' ')}`,
  ])
    expect(page).toContain(text);
});
