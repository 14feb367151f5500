import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseRecord } from '../../src/reports/desk.ts';
import { runHere, temporaryFolder } from '../support/command.ts';

const page = readFileSync('docs/way-of-the-data.md', 'utf8');
const slug = '2024-07-17-small-caps-take-the-lead';
const sentence = '<Fact m="return(rut, 1d)">closed up 3.5%</Fact>';

it('follows a value that is there: the cells, the sentence and the entry of the record are as shown', () => {
  const [cells] = /(?<=```csv\n)[\s\S]*?(?=```)/.exec(page) ?? [''];
  expect(readFileSync('data/snapshots/2024-07-17/us-equity-indices.csv', 'utf8').endsWith(cells)).toBe(true);
  expect(page).toContain(sentence);
  const [entry] = /(?<=```json\n)[\s\S]*?(?=```)/.exec(page) ?? ['{}'];
  const shown: { id: string } = JSON.parse(entry);
  const record = parseRecord(readFileSync(`data/metrics/${slug}.json`, 'utf8'));
  expect(record?.assertions.find((assertion) => assertion.id === shown.id)).toMatchObject(shown);
});

it('shows the message that one changed digit gives', async () => {
  const content = join(temporaryFolder(), 'content');
  cpSync('content', content, { recursive: true });
  const path = join(content, 'reports', slug, 'index.mdx');
  writeFileSync(path, readFileSync(path, 'utf8').replace(sentence, sentence.replace('3.5%', '3.6%')));
  const { stderr } = await runHere('check', ['--content', content]);
  const line = stderr.split('\n').find((candidate) => candidate.includes('fact-fails')) ?? 'no finding';
  expect(page).toContain(line.replace(content, 'content'));
  expect(readFileSync('README.md', 'utf8')).toContain(line.replace(/^.*index.mdx/, ''));
});
