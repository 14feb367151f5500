import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseCheckedYaml } from '../../src/checked-yaml.ts';
import { formatFinding } from '../../src/finding.ts';
import { compileAll, openDesk } from '../../src/reports/desk.ts';
import { correctionSchema } from '../../src/reports/front-matter.ts';

const SLUG = '2024-07-17-small-caps-take-the-lead';
const page = readFileSync('docs/correcting.md', 'utf8');
const [, entry] = /```yaml entry\n([\s\S]*?)```/.exec(page) ?? [];

/** The report with its words changed as the page has it. */
function changed(head = '') {
  const desk = openDesk({ content: 'content', data: 'data' });
  const file = desk.content.reports.find(({ slug }) => slug === SLUG);
  const text = file?.text.replace('lost 8.4%', 'fell 8.4%').replace('\nlead: ', `\n${head}lead: `) ?? '';
  const reports = desk.content.reports.flatMap((one) => (one === file ? [{ ...one, text }] : []));
  return compileAll({ ...desk, content: { ...desk.content, reports } })[0];
}

it('the message of docs/correcting.md is the one that comes', () => {
  const [finding] = changed().findings.filter(({ rule }) => rule === 'wording-changed');
  const [, shown] = /^(\S+mdx:2 {2}error wording-changed .*\}\.) …$/m.exec(page) ?? [];
  expect(shown).toMatch(/wording-changed/);
  expect(formatFinding(finding)).toContain(shown);
});

it('its entry passes the schema, and the change with it', () => {
  parseCheckedYaml(entry, 'docs/correcting.md', z.strictObject({ corrections: z.array(correctionSchema) }));
  const { step, record, findings } = changed(entry);
  expect([step, record?.version, findings.filter(({ severity }) => severity === 'error')]).toEqual(['new', 2, []]);
  expect(page).toContain(`${SLUG}: record written\n  version 2; the one before is kept in data/metrics/versions/${SLUG}/1.json`);
});
