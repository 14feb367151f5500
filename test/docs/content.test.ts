import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseCheckedYaml } from '../../src/checked-yaml.ts';
import { correctionSchema, glossarySchema } from '../../src/reports/front-matter.ts';

const page = readFileSync('docs/content.md', 'utf8');
const example = (name: string): string => new RegExp(`\`\`\`yaml ${name}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

it('the examples of docs/content.md pass the schemas', () => {
  expect(Object.keys(parseCheckedYaml(example('glossary'), 'docs/content.md', glossarySchema).value)).toEqual(['basis-point', 'yield']);
  const head = parseCheckedYaml(example('front matter'), 'docs/content.md', z.strictObject({ corrections: z.array(correctionSchema) }));
  expect(head.value.corrections).toMatchObject([{ cause: 'revision', claims: ['f14'] }]);
});

it('docs/content.md names everything that stands in content/', () => {
  for (const name of readdirSync('content')) expect(page).toContain(`\`${name}`);
});
