/**
 * Recipes: the page `docs/figures/<kind>.md` of each chart kind, with a figure as an author writes it.
 * The same text is documentation, an entry of the gallery, and a test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../assertions/read.ts';
import type { Finding } from '../finding.ts';
import type { Context } from '../metrics/evaluate.ts';
import { compileFigure, type FigureView } from './compile-figure.ts';

export interface Recipe {
  kind: string;
  title: string;
  /** The first paragraph: what the kind is for. */
  purpose: string;
  /** The figure as it is written. */
  mdx: string;
  /** Null where the desk does not have the series of the recipe. */
  figure: FigureView | null;
  findings: Finding[];
}

const FOLDER = 'docs/figures';

/** Every recipe, drawn on a desk's data. */
export function readRecipes(context: Context): Recipe[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readRecipe(join(FOLDER, name), name.replace(/\.md$/, ''), context));
}

function readRecipe(path: string, kind: string, context: Context): Recipe {
  const [heading, purpose, ...rest] = readFileSync(path, 'utf8').split('\n\n');
  const mdx = /```mdx\n([\s\S]*?)\n```/.exec(rest.join('\n\n'))?.[1] ?? '';
  const report = readReport(`---\n---\n\n${mdx.replace('<Figure', `<Figure id="${kind}"`)}\n`, path);
  const findings: Finding[] = [];
  const figure = compileFigure(report.elements[0], report, context, findings);
  return { kind, title: heading.replace(/^# /, ''), purpose: purpose.replaceAll('\n', ' '), mdx, figure, findings };
}
