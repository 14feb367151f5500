/** Recipes: the example of each chart kind, compiled as a report is. The same text is documentation, an entry of the gallery, and a test. */
import type { Element } from '../assertions/element.ts';
import { readReport } from '../assertions/read.ts';
import type { ChartKind } from '../charts/kind.ts';
import { kinds } from '../charts/kinds/index.ts';
import type { Finding } from '../finding.ts';
import type { Context } from '../metrics/evaluate.ts';
import { compileFigure, type FigureView } from './compile-figure.ts';
import { checkReported } from './compile-reported.ts';
import { type Example, ownExample } from './own-example.ts';

export interface Recipe extends Example {
  kind: ChartKind;
  /** Null where the desk has no series that the kind could draw: then the example is that of the kind. */
  figure: FigureView | null;
  findings: Finding[];
}

/** Every recipe, drawn on a desk's data: with its own series, or with such as the desk has. */
export function readRecipes(context: Context): Recipe[] {
  return [...kinds.values()].map((kind) => {
    const recipe = drawnRecipe(kind, { mdx: kind.example, files: kind.files ?? {} }, context);
    if (recipe.figure && recipe.findings.length === 0) return recipe;
    const own = ownExample(kind, context);
    const instead = own && drawnRecipe(kind, own, context);
    return instead?.figure ? instead : { ...recipe, figure: null };
  });
}

/** On another day than that of its example, a Reported may come out otherwise. */
function withoutExpectation(element: Element): Element {
  return { ...element, attributes: new Map([...element.attributes].filter(([name]) => name !== 'expect')) };
}

function drawnRecipe(kind: ChartKind, example: Example, context: Context): Recipe {
  const text = `---\n---\n\n${example.mdx.replace('<Figure', `<Figure id="${kind.name}"`)}\n`;
  const report = readReport(text, `src/charts/kinds/${kind.name}.ts`, new Map(Object.entries(example.files)));
  const findings: Finding[] = [];
  // Those who are named in a recipe need no card: it shows how a figure is drawn.
  const inRecipe = { ...context, source: report.source, published: context.asOf };
  const reported = new Map(
    report.elements
      .filter(({ name }) => name === 'Reported')
      .map((element) => [element.id, checkReported(withoutExpectation(element), inRecipe, findings)]),
  );
  const figures = report.elements.filter(({ name }) => name === 'Figure');
  return { ...example, kind, figure: compileFigure(figures[0], report, reported, context, findings), findings };
}
