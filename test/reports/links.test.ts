import { expect, it } from 'vitest';
import { formatFinding } from '../../src/finding.ts';
import { checkLinks } from '../../src/reports/links.ts';

const HEAD = '---\ntitle: A\n---\n\n';
const glossary = new Map([['basis-point', { term: 'Basis point', definition: 'A hundredth of a percentage point.', see: [] }]]);

/** What is told of the links of a report. */
const told = (body: string, terms = glossary): string[] =>
  checkLinks({ reports: [{ slug: '2024-07-17-a', path: 'r.mdx', text: HEAD + body }], glossary: terms }).map(formatFinding);

it.each([
  'Yields fell 12 [basis points](/glossary/#basis-point).',
  'See [the glossary](/glossary/), [how it is done](/method/#returns), [the method](/method/).',
  '## A heading\n\nSee [above](#a-heading), [another](/reports/2024-07-17-a/), [elsewhere](https://example.org/#nowhere).',
  'It <Fact m="return(rut, 1d)">rose 3.5%</Fact>: [here](#f1), [why](#w-f1).',
])('a link that leads somewhere passes: %s', (body) => expect(told(body)).toEqual([]));

it.each([
  ['[bp](/glossary/#basis-pont)', "there is no term 'basis-pont' in content/glossary.yaml. Did you mean 'basis-point'?"],
  ['[bp](/glossary#xyz)', "there is no term 'xyz' in content/glossary.yaml."],
  ['[how](/method/#retruns)', "the method has no section 'retruns'. Did you mean 'returns'?"],
  ['[there](#nowhere)', "nothing in this report has the anchor '#nowhere'."],
  ['[that](/reports/2024-07-17-b/)', "there is no report '2024-07-17-b'. Did you mean '2024-07-17-a'?"],
])('a dead link is told with the nearest there is: %s', (link, message) =>
  expect(told(`See ${link}.`)).toEqual([`r.mdx:5:5  error dead-link  ${message}`]),
);

it('a desk without a glossary has no terms to link to', () =>
  expect(told('[bp](/glossary/#basis-point)', new Map())).toEqual([
    "r.mdx:5:1  error dead-link  there is no term 'basis-point' in content/glossary.yaml.",
  ]));
