import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureData } from '../../src/charts/figure-data.ts';
import type { ChartKind, Option } from '../../src/charts/kind.ts';
import { kinds } from '../../src/charts/kinds/index.ts';
import { COMMON } from '../../src/charts/options.ts';
import { SIZES, type Size } from '../../src/charts/theme.ts';
import { dayOf } from '../../src/data/day.ts';
import { kind as lastBars } from '../charts/kinds/last-bars.ts';
import { calendar, july2024 } from '../support/metrics.ts';
import { compile } from '../support/report.ts';

const optionTable = (options: Readonly<Record<string, Option>>): string => {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = Object.entries(options).map(
    ([name, { what, example, needed }]) => `| \`${name}\` | ${needed ? 'yes' : ''} | ${cell(what)} | \`${cell(example)}\` |\n`,
  );
  return `| attribute | needed | what it says | example |\n|---|---|---|---|\n${rows.join('')}`;
};

const entry = ({ name, purpose, wants, limits, options, example, files = {}, reading }: ChartKind): string => `## ${name}

${purpose}

**Data.** ${wants}

${optionTable(options)}
\`\`\`mdx
${example}
\`\`\`
${Object.entries(files)
  .map(([file, text]) => `\n\`${file}\`, beside the report:\n\n\`\`\`yaml\n${text}\`\`\`\n`)
  .join('')}
**Limits.** ${limits.join(' ')}

**How it is read.** ${reading}
`;

describe('the list of kinds', () => {
  it('is made from what the kinds say of themselves', async () => {
    const page = `# All kinds of charts

Made from \`src/charts/kinds/\` by a test; the [guide](../figures.md) says which to take.

## Every figure

${optionTable(COMMON)}
${[...kinds.values()].map(entry).join('\n')}`;
    await expect(page).toMatchFileSnapshot('../../docs/figures/kinds.md');
  });
});

describe('the guide to figures', () => {
  const guide = readFileSync('docs/figures.md', 'utf8');

  it('says of every kind when to take it', () =>
    expect([...guide.matchAll(/kinds\.md#([a-z-]+)/g)].map(([, name]) => name).sort()).toEqual([...kinds.keys()].sort()));

  /** Each figure, with the specification that stands before it. */
  const examples = [...guide.matchAll(/(?:```yaml\n([^`]*)```\n\n)?```mdx\n([^`]*)```/g)].map(([, yaml = '', mdx]) => [mdx, yaml] as const);

  it.each(examples)('%s can be written like that', (mdx, yaml) => {
    const name = /plot="([^"]+)"/.exec(mdx)?.[1] ?? '';
    const { findings, figures, record } = compile(`\n${mdx}`, { files: { [name]: yaml } });
    expect(findings).toEqual([]);
    expect(figures.size + (record?.studies?.length ?? 0)).toBe(1);
  });

  it('has a specification for each of its plots', () => expect(examples.filter(([, yaml]) => yaml !== '')).toHaveLength(3));
});

describe('the smallest kind', () => {
  it('is the one that is shown to contributors', () => {
    const code = readFileSync('test/charts/kinds/last-bars.ts', 'utf8')
      .replaceAll("'../../../src/charts/", "'../")
      .replaceAll("'../../../src/", "'../../");
    expect(readFileSync('docs/figures/README.md', 'utf8')).toContain(code);
  });

  it('draws at every size', () => {
    const at = dayOf('2024-07-16');
    const data = figureData(['ust2y', 'ust10y'], { last: 1 }, at, { snapshot: july2024, calendar, asOf: at });
    for (const size of Object.keys(SIZES) as Size[])
      expect(lastBars.draw(data, { titleId: 't', descriptionId: 'd' }, size)).toMatch(/4\.43%[\s\S]*4\.17%/);
    expect(lastBars.describe(data, {})).toBe('Bars of July\u00A016, 2024: Two-year Treasury yield 4.43%, Ten-year Treasury yield 4.17%.');
  });
});
