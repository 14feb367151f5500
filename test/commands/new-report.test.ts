import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDesk } from '../../src/reports/check.ts';
import { copyDesk, runHere } from '../support/command.ts';

it('npm run new writes a draft and its record, and says where, and what comes next; check then finds nothing', async () => {
  const { content, data, options } = copyDesk();
  const args = [...options, '--published', '2024-07-18', '--series', 'ust2y'];
  const { status, stdout, stderr } = await runHere('new-report', ['Yields and a title', ...args]);
  const path = join(content, 'reports/2024-07-18-yields-and-a-title/index.mdx');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`Written, as a draft: ${path}
In the preview: http://localhost:4321/reports/2024-07-18-yields-and-a-title/

  npm run dev -- ${options.join(' ')}          see it while you write
  npm run facts -- ust2y ${options.join(' ')}  what else the data say
  npm run check -- ${options.join(' ')}        before you publish: take away draft: true
`);
  expect(readFileSync(path, 'utf8')).toMatch(/^---\ntitle: Yields and a title\n/);
  expect(existsSync(join(data, 'metrics/2024-07-18-yields-and-a-title.json'))).toBe(true);
  expect(checkDesk({ content, data }).findings).toEqual([]);

  // Again: nothing is written over, and nothing is left beside.
  const again = await runHere('new-report', ['Yields and a title', ...args, '--json']);
  expect([again.status, JSON.parse(again.stdout).findings.map(({ rule }: { rule: string }) => rule)]).toEqual([1, ['duplicate-slug']]);
  expect(readdirSync(join(content, 'reports'))).toEqual(['2024-07-17-a-small-desk', '2024-07-18-yields-and-a-title']);
});
