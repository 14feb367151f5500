/** Recipes: the example of each chart kind, compiled as a report is. The same text is documentation, an entry of the gallery, and a test. */
import { readReport } from '../assertions/read.ts';
import type { ChartKind } from '../charts/kind.ts';
import { kinds } from '../charts/kinds/index.ts';
import type { Finding } from '../finding.ts';
import type { Context } from '../metrics/evaluate.ts';
import { compileFigure, type FigureView } from './compile-figure.ts';
import { checkReported } from './compile-reported.ts';

export interface Recipe {
  kind: ChartKind;
  /** The figure as it is written, with the text it draws from. */
  mdx: string;
  /** Null where it can't be drawn. */
  figure: FigureView | null;
  findings: Finding[];
}

/** Every recipe, drawn on a desk's data. */
export function readRecipes(context: Context): Recipe[] {
  return [...kinds.values()].map((kind) => drawnRecipe(kind, kind.example, context));
}

function drawnRecipe(kind: ChartKind, mdx: string, context: Context): Recipe {
  const report = readReport(
    `---\n---\n\n${mdx.replace('<Figure', `<Figure id="${kind.name}"`)}\n`,
    `src/charts/kinds/${kind.name}.ts`,
    new Map(Object.entries(kind.files ?? {})),
  );
  const findings: Finding[] = [];
  // Those who are named in a recipe need no card: it shows how a figure is drawn.
  const inRecipe = { ...context, source: report.source, published: context.asOf };
  const reported = new Map(
    report.elements.filter(({ name }) => name === 'Reported').map((element) => [element.id, checkReported(element, inRecipe, findings)]),
  );
  const figures = report.elements.filter(({ name }) => name === 'Figure');
  return { kind, mdx, figure: compileFigure(figures[0], report, reported, context, findings), findings };
}
