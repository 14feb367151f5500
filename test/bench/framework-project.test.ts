import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { frameworkPage, writeProject, writeReports } from '../../scripts/bench/framework-project.ts';
import { generateDesk } from '../../scripts/bench/generated-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'mtm-framework-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const desk = { content: join(folder, 'content'), data: join(folder, 'data') };
const project = join(folder, 'project');
generateDesk({ content: 'content', data: 'data' }, desk, 2);
writeProject(project);
writeReports(desk, project);
const slugs = readdirSync(join(desk.content, 'reports'));
const mdxOf = (slug: string): string => readFileSync(join(desk.content, 'reports', slug, 'index.mdx'), 'utf8');
const pageOf = (slug: string): string => readFileSync(join(project, 'src/reports', `${slug}.md`), 'utf8');

/** Prose alone, with 0 for every number. */
const proseOf = (text: string): string[] =>
  text
    .replace(/^---.*?\n---\n/s, '')
    .replaceAll(/^# [^\n]*$|^```js\n.*?\n```$|<Figure[^>]*>|<\/?Takeaways>|<\/Fact>/gms, '')
    .replaceAll(/\$\{\w+\(report\.numbers\["[^"]*"\]\)\}/g, '0')
    .replaceAll(/<Fact m="[^"]*">/g, '')
    .replaceAll(/\b\d+\.\d+%|\b\d+\.\d+(?= percentage points)/g, (number) => number.replace(/[\d.]+/, '0'))
    .replaceAll(/\b\d+(?= basis points)/g, '0')
    .split(/\s+/)
    .filter(Boolean);

describe('the project of Observable Framework', () => {
  it('has a page a report, with the words of the report', () => {
    expect(readdirSync(join(project, 'src/reports'))).toEqual(slugs.map((slug) => `${slug}.md`));
    for (const slug of slugs) {
      const words = proseOf(mdxOf(slug));
      expect(words.length).toBeGreaterThan(600);
      expect(proseOf(pageOf(slug))).toEqual(words);
    }
  });

  it('has four figures and 20 numbers a page', () => {
    for (const slug of slugs) {
      expect(pageOf(slug).match(/^resize\(/gm)).toHaveLength(4);
      expect(pageOf(slug).match(/report\.numbers\["/g)).toHaveLength(20);
    }
  });

  it('computes the numbers that the reports state', () => {
    // The data loader runs as Framework runs it; its one package is here under the same name.
    cpSync(resolve('node_modules/d3-dsv'), join(project, 'node_modules/d3-dsv'), { recursive: true });
    const loader = spawnSync(process.execPath, [join(project, 'src/data/numbers.json.js')], { encoding: 'utf8' });
    expect(loader.stderr).toBe('');
    const numbers = JSON.parse(loader.stdout) as Record<string, Record<string, number>>;
    for (const slug of slugs) {
      const facts = [...mdxOf(slug).matchAll(/<Fact m="([^"]+)">\D*([\d.]+)(.*?)<\/Fact>/g)];
      expect(facts.length).toBeGreaterThan(15);
      for (const [, metric, said, unit] of facts) {
        const value = Math.abs(numbers[slug][metric]);
        expect(unit === ' basis points' ? value.toFixed(0) : (value * 100).toFixed(2), metric).toBe(said);
      }
    }
  });

  it('refuses what has no counterpart', () => {
    expect(() => frameworkPage('---\ntitle: "A"\n---\n<Call id="c1" />', 'a')).toThrow('<Call');
    expect(() => frameworkPage('---\ntitle: "A"\n---\n<Figure kind="dots" series="rut" />', 'a')).toThrow('dots of rut');
  });
});
