import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { Fault, formatFinding } from '../../src/finding.ts';
import { answerLines, markedLines } from '../../src/reports/answer-lines.ts';
import { readContent } from '../../src/reports/content.ts';
import { factsLines } from '../../src/reports/facts-lines.ts';
import { answerOf } from '../../src/reports/metric-answer.ts';
import { remarkableFacts } from '../../src/reports/remarkable-facts.ts';
import { calendar, july2024 } from '../support/metrics.ts';

const { named, names } = readContent('content');
const desk = { snapshot: july2024, calendar, named, names };
const WRONG = 'return(rtu, 5d)';

/** What a command of the page prints. */
function printed(command: string): string[] {
  const [, name, words] = /^npm run (eval|facts) -- (?:"(?=.*")|)([^"]+?)"? --at/.exec(command) ?? [];
  const option = (key: string): string => new RegExp(`--${key} (\\S+)`).exec(command)?.[1] ?? '';
  expect(option('snapshot')).toBe(july2024.id);
  const at = dayOf(option('at'));
  const says = [...command.matchAll(/--say "([^"]+)"/g)].map(([, phrase]) => phrase);
  if (name === 'eval') return answerLines(answerOf(words, at, desk, says));
  return factsLines(remarkableFacts(words, [], at, Number(option('most') || 10), desk));
}

function refused(): string[] {
  try {
    answerOf(WRONG, null, desk);
  } catch (fault) {
    if (fault instanceof Fault) return fault.findings.flatMap((finding) => [formatFinding(finding), ...markedLines(finding)]);
    throw fault;
  }
  return [];
}

it('docs/asking.md shows what its commands print', async () => {
  const page = readFileSync('docs/asking.md', 'utf8');
  let shown = 0;
  const checked = page
    .replace(/(```sh(?: fails)?\n(npm run .*)\n```\n\n```text\n)[\s\S]*?```/g, (_all, head, command) => {
      shown++;
      return `${head}${printed(command).join('\n')}\n\`\`\``;
    })
    .replace(/(```text wrong\n)[\s\S]*?```/, (_all, head) => `${head}${refused().join('\n')}\n\`\`\``);
  expect(shown).toBe(4);
  await expect(checked).toMatchFileSnapshot('../../docs/asking.md');
});
