/** The loose statements of a report, as findings. */
import { assertionsIn, looseStatements, NO_TERMS, type Terms } from '../assertions/loose.ts';
import type { Block, ReportSource } from '../assertions/read.ts';
import { dayOf } from '../data/day.ts';
import { error, type Finding } from '../finding.ts';
import { shapeOf } from '../metrics/shape.ts';
import type { FigureView } from './compile-figure.ts';
import type { FrontMatter } from './front-matter.ts';
import type { AssertionRecord, FactRecord } from './record.ts';
import { sentenceAround } from './sentences.ts';
import { LOOSE } from './waivers.ts';

export function looseFindings(
  report: ReportSource,
  assertions: readonly AssertionRecord[],
  figures: ReadonlyMap<string, FigureView>,
  allow: FrontMatter['allow'],
): Finding[] {
  const allowed = allow.map(({ text }) => text);
  const facts = new Map(assertions.flatMap((assertion) => (assertion.kind === 'fact' ? [[assertion.id, assertion]] : [])));
  const inReport = report.blocks.flatMap((block) => {
    const figure = figures.get(block.figure?.id ?? '');
    // What a figure's texts may repeat is not known where it can't be compiled.
    if (block.figure && !figure) return [];
    return looseStatements(block, allowed, figure ? () => figure.terms : termsBeside(block, facts)).map(({ offset, words, message }) =>
      error(LOOSE, report.source.placeOf(offset), `'${words}' ${message}`),
    );
  });
  const inDrawings = [...figures.values()].flatMap(({ words = [], terms }) =>
    words.flatMap(({ text, place }) =>
      looseStatements(plainBlock(text), allowed, () => terms).map((loose) =>
        error(LOOSE, place, `'${loose.words}' ${inFile(loose.message)}`),
      ),
    ),
  );
  return [...inReport, ...inDrawings];
}

/** What the Fact before a place says by its metric, or the next one where its sentence has none before: 'fell 19 basis points in five sessions'. */
function termsBeside(block: Block, facts: ReadonlyMap<string, FactRecord>): (text: string, at: number) => Terms {
  const placed = assertionsIn(block);
  return (text, at) => {
    const [start, end] = sentenceAround(text, at);
    const beside = placed.filter((assertion) => start <= assertion.at && assertion.at < end);
    const fact = facts.get((beside.findLast((assertion) => assertion.at < at) ?? beside.at(0))?.element.id ?? '');
    return fact ? termsOf(fact) : NO_TERMS;
  };
}

function termsOf({ metric, window }: FactRecord): Terms {
  const { windows, counts } = shapeOf(metric);
  return {
    numbers: [],
    windows: [...windows.map(({ text }) => text), ...counts.map((count) => `${count}d`)],
    days: windows.length > 0 ? [dayOf(window.from)] : [],
  };
}

const plainBlock = (text: string): Block => ({ role: 'names', parts: [{ text, offsets: Array.from(text, (_character, k) => k) }] });

/** A file beside the report holds no Facts and no comments that let pass. */
const inFile = (message: string): string =>
  message.replace(/ Put it in .*$/, ' Say it in the title or the description, in a Fact, or allow it in the front matter of the report.');
