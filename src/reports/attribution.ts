/** Whose words they are, and where they were read: both must be on a card. */
import type { Element } from '../assertions/element.ts';
import type { SourceText } from '../assertions/source-text.ts';
import { error, type Finding } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Person, Source } from './front-matter.ts';

export interface Cards {
  people: ReadonlyMap<string, Person>;
  sources: ReadonlyMap<string, Source>;
  /** The text of a source where the desk holds it, else null. */
  sourceText(id: string): string | null;
}

export interface Attribution {
  by: string;
  source: string;
}

/** The ids as written; a finding for each that has no card. */
export function readAttribution(element: Element, source: SourceText, cards: Cards, findings: Finding[]): Attribution {
  const refer = (key: keyof Attribution, known: ReadonlyMap<string, unknown>, folder: string): string => {
    const attribute = element.attributes.get(key);
    const value = attribute?.value ?? '';
    if (!known.has(value)) {
      const hint = didYouMean(value, [...known.keys()]) || ` Known: ${[...known.keys()].join(', ') || 'none'}.`;
      findings.push(
        error(
          `unknown-${key}`,
          source.placeOf(attribute?.offset ?? element.offset),
          `there is no '${value}' in content/${folder}.${hint} Or write ${folder}/${value}.yaml.`,
          element.id,
        ),
      );
    }
    return value;
  };
  return { by: refer('by', cards.people, 'people'), source: refer('source', cards.sources, 'sources') };
}
