import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { formatFinding } from '../../src/finding.ts';
import { checkDesk } from '../../src/reports/check.ts';
import { COLOUR_TOKENS, settingsSchema } from '../../src/settings.ts';
import { runCommand, temporaryFolder } from '../support/command.ts';

const page = readFileSync('docs/another-desk.md', 'utf8');

it('docs/another-desk.md goes from an empty folder to a desk that passes the check, as it stands', () => {
  const folder = temporaryFolder();
  const placed = (text: string): string => text.replaceAll('desk/', `${folder}/desk/`);
  for (const [, kind, path, block] of page.matchAll(/```(sh|yaml|mdx)(?: (\S+))?\n([\s\S]*?)```/g)) {
    if (kind !== 'sh') {
      mkdirSync(dirname(placed(path)), { recursive: true });
      writeFileSync(placed(path), block);
      continue;
    }
    for (const line of block.trim().split('\n')) {
      const [, name, args = ''] = /^npm run ([a-z]+) -- (.+)$/.exec(line) ?? [];
      const { status, stderr } = name
        ? runCommand(name, placed(args).split(' '))
        : spawnSync('sh', ['-c', placed(line)], { encoding: 'utf8' });
      expect([line, status, stderr]).toEqual([line, 0, expect.not.stringContaining('error')]);
    }
  }

  // The message that it shows is the one that comes of it.
  const path = join(folder, 'desk/content/settings.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('light: "#5b3a8c"', 'light: "#b9a0e8"'));
  const { findings } = checkDesk({ content: join(folder, 'desk/content'), data: join(folder, 'desk/data') });
  const told = findings.map((finding) => formatFinding(finding).replace(`${folder}/`, ''));
  expect(page).toContain(told.find((line) => line.includes('ten on paper')) ?? 'no finding');
});

it('it has every setting in its table, and every token', () => {
  const table = page.slice(page.indexOf('| setting |'));
  for (const name of Object.keys(settingsSchema.shape)) expect(table).toContain(`\n| \`${name}\` |`);
  for (const token of COLOUR_TOKENS) expect(table).toContain(`\`${token}\``);
});
