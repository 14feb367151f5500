/** The loose statements of a report, as findings. */
import { looseStatements } from '../assertions/loose.ts';
import type { ReportSource } from '../assertions/read.ts';
import { error, type Finding } from '../finding.ts';
import type { FigureView } from './compile-figure.ts';
import type { FrontMatter } from './front-matter.ts';
import { LOOSE } from './waivers.ts';

export function looseFindings(report: ReportSource, figures: ReadonlyMap<string, FigureView>, allow: FrontMatter['allow']): Finding[] {
  const allowed = allow.map(({ text }) => text);
  return report.blocks.flatMap((block) =>
    looseStatements(block, allowed, figures.get(block.figure?.id ?? '')?.terms).map(({ offset, words, message }) =>
      error(LOOSE, report.source.placeOf(offset), `'${words}' ${message}`),
    ),
  );
}
