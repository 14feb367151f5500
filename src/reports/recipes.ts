/**
 * Recipes: the page `docs/figures/<kind>.md` of each chart kind, with a figure as an author writes it, and what it draws of the text.
 * The same text is documentation, an entry of the gallery, and a test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../assertions/read.ts';
import type { Finding } from '../finding.ts';
import type { Context } from '../metrics/evaluate.ts';
import { compileFigure, type FigureView } from './compile-figure.ts';
import { checkReported } from './compile-reported.ts';

/** The page of a kind as it is written. */
export interface RecipeText {
  kind: string;
  title: string;
  /** The first paragraph: what the kind shows and how it is read. */
  purpose: string;
  /** The figure as it is written, with the text it draws from. */
  mdx: string;
}

export interface Recipe extends RecipeText {
  /** Null where the desk does not have the series of the recipe. */
  figure: FigureView | null;
  findings: Finding[];
}

const FOLDER = 'docs/figures';

const pathOf = (kind: string): string => join(FOLDER, `${kind}.md`);

/** Every recipe as it is written. */
export function readRecipeTexts(): RecipeText[] {
  const kinds = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replace(/\.md$/, ''))
    .sort();
  return kinds.map((kind) => {
    const [heading, purpose, ...rest] = readFileSync(pathOf(kind), 'utf8').split('\n\n');
    const mdx = /```mdx\n([\s\S]*?)\n```/.exec(rest.join('\n\n'))?.[1] ?? '';
    return { kind, title: heading.replace(/^# /, ''), purpose: purpose.replaceAll('\n', ' '), mdx };
  });
}

/** Every recipe, drawn on a desk's data. */
export function readRecipes(context: Context): Recipe[] {
  return readRecipeTexts().map((text) => drawRecipe(text, context));
}

function drawRecipe(text: RecipeText, context: Context): Recipe {
  const { kind, mdx } = text;
  const path = pathOf(kind);
  const report = readReport(`---\n---\n\n${mdx.replace('<Figure', `<Figure id="${kind}"`)}\n`, path);
  const findings: Finding[] = [];
  // Those who are named in a recipe need no card: it shows how a figure is drawn.
  const inRecipe = { ...context, source: report.source, published: context.asOf };
  const reported = new Map(
    report.elements.filter(({ name }) => name === 'Reported').map((element) => [element.id, checkReported(element, inRecipe, findings)]),
  );
  const figures = report.elements.filter(({ name }) => name === 'Figure');
  const figure = compileFigure(figures[0], report, reported, context, findings);
  return { ...text, figure, findings };
}
