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

/** What the page of a kind says, apart from what it draws. */
export interface KindPage {
  kind: string;
  title: string;
  /** The first paragraph: what the kind shows and how it is read. */
  purpose: string;
  /** For readers: what its marks mean, and what to look for. */
  reading: string;
  /** The figure as it is written, with the text it draws from. */
  mdx: string;
}

export interface Recipe extends KindPage {
  /** Null where the desk does not have the series of the recipe. */
  figure: FigureView | null;
  findings: Finding[];
}

const FOLDER = 'docs/figures';

const pathOf = (kind: string): string => join(FOLDER, `${kind}.md`);
const inOneLine = (text: string): string => text.trim().replaceAll('\n', ' ');

export function readKindPage(kind: string): KindPage {
  const [heading, purpose, ...rest] = readFileSync(pathOf(kind), 'utf8').split('\n\n');
  const body = rest.join('\n\n');
  return {
    kind,
    title: heading.replace(/^# /, ''),
    purpose: inOneLine(purpose),
    reading: inOneLine(body.split('## How to read it\n')[1] ?? ''),
    mdx: /```mdx\n([\s\S]*?)\n```/.exec(body)?.[1] ?? '',
  };
}

/** The pages of all kinds, in the order of their names. */
export function readKindPages(): KindPage[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readKindPage(name.replace(/\.md$/, '')));
}

/** Every recipe, drawn on a desk's data. */
export function readRecipes(context: Context): Recipe[] {
  return readKindPages().map((page) => drawnRecipe(page, context));
}

function drawnRecipe(page: KindPage, context: Context): Recipe {
  const report = readReport(`---\n---\n\n${page.mdx.replace('<Figure', `<Figure id="${page.kind}"`)}\n`, pathOf(page.kind));
  const findings: Finding[] = [];
  // Those who are named in a recipe need no card: it shows how a figure is drawn.
  const inRecipe = { ...context, source: report.source, published: context.asOf };
  const reported = new Map(
    report.elements.filter(({ name }) => name === 'Reported').map((element) => [element.id, checkReported(element, inRecipe, findings)]),
  );
  const figures = report.elements.filter(({ name }) => name === 'Figure');
  return { ...page, figure: compileFigure(figures[0], report, reported, context, findings), findings };
}
