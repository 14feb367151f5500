/** The loose statements of a report, as findings. */
import { looseStatements } from '../assertions/loose.ts';
import type { Block, ReportSource } from '../assertions/read.ts';
import { error, type Finding } from '../finding.ts';
import type { FigureView } from './compile-figure.ts';
import type { FrontMatter } from './front-matter.ts';
import { LOOSE } from './waivers.ts';

export function looseFindings(report: ReportSource, figures: ReadonlyMap<string, FigureView>, allow: FrontMatter['allow']): Finding[] {
  const allowed = allow.map(({ text }) => text);
  const inReport = report.blocks.flatMap((block) =>
    looseStatements(block, allowed, figures.get(block.figure?.id ?? '')?.terms).map(({ offset, words, message }) =>
      error(LOOSE, report.source.placeOf(offset), `'${words}' ${message}`),
    ),
  );
  const inDrawings = [...figures.values()].flatMap(({ words = [], terms }) =>
    words.flatMap(({ text, place }) =>
      looseStatements(plainBlock(text), allowed, terms).map((loose) => error(LOOSE, place, `'${loose.words}' ${inFile(loose.message)}`)),
    ),
  );
  return [...inReport, ...inDrawings];
}

const plainBlock = (text: string): Block => ({ role: 'names', parts: [{ text, offsets: Array.from(text, (_character, k) => k) }] });

/** A file beside the report holds no Facts and no comments that let pass. */
const inFile = (message: string): string =>
  message.replace(/ Put it in .*$/, ' Say it in the title or the description, in a Fact, or allow it in the front matter of the report.');
