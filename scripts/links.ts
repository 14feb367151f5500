/** `npm run links`: asks for each page on other sites that the built site leads to, once. The only command beside refresh that needs a network. */
import { existsSync } from 'node:fs';
import { type Asked, askAll } from '../src/built-site/ask.ts';
import { linksOf } from '../src/built-site/links.ts';
import { error, Fault, type Finding, warning } from '../src/finding.ts';
import { readBuiltSite } from './built-site.ts';
import { command, positive, printFindings, run } from './command.ts';

const program = command('links', 'Ask whether the pages of other sites that the built site leads to are still there.')
  .option('--out <folder>', 'the built site', 'dist')
  .option('--timeout <seconds>', 'how long to wait for one answer', positive, 20)
  .option('--json', 'print one JSON object and nothing else');

await run(program, async () => {
  const { out, timeout, json } = program.opts<{ out: string; timeout: number; json?: boolean }>();
  if (!existsSync(out)) throw new Fault(error('site-missing', { path: out }, "there is no built site. Run 'npm run build' first."));
  const { external } = linksOf(readBuiltSite(out));
  const asked = await askAll([...external.keys()], {
    fetch,
    userAgent: 'marked-to-market link check',
    timeout: timeout * 1000,
    hosts: 6,
  });
  const findings = asked.flatMap((answer) => findingOf(answer, external.get(answer.address) ?? []));
  const ok = findings.every(({ severity }) => severity !== 'error');
  if (!ok) process.exitCode = 1;
  const links = asked.map((answer) => ({ ...answer, pages: external.get(answer.address) ?? [] }));
  if (json) return void process.stdout.write(`${JSON.stringify({ ok, findings, links })}\n`);
  printFindings(findings);
  console.log(`${asked.length} addresses asked, ${asked.filter(({ fate }) => fate === 'alive').length} of them there`);
});

function findingOf({ address, fate, answer }: Asked, [path, ...more]: readonly string[]): Finding[] {
  const others = more.length === 0 ? '' : `, and on ${more.length} more`;
  if (fate === 'dead') return [error('dead-link', { path }, `${address} is not there: ${answer}. It stands on this page${others}.`)];
  if (fate === 'unsure') return [warning('unsure-link', { path }, `${address} can't be told: ${answer}. Open it in a browser.`)];
  return [];
}
