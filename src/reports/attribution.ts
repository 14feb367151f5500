/** Whose words they are, and where they were read: both must be on a card. */
import type { Element } from '../assertions/element.ts';
import { error, type Finding } from '../finding.ts';
import { didYouMeanId } from '../nearest.ts';
import type { Person, Source } from './front-matter.ts';
import type { ReportContext } from './report-context.ts';

export interface Cards {
  people: ReadonlyMap<string, Person>;
  sources: ReadonlyMap<string, Source>;
  /** The text of a source where the desk holds it, else null. */
  sourceText(id: string): string | null;
  /** Cards that are there and have a fault of their own, as 'people/<id>' or 'sources/<id>': what names them is not told of it again. */
  unreadable?: ReadonlySet<string>;
}

export interface Attribution {
  by: string;
  source: string;
}

/** What a card must have, for who has to write one. */
const NEEDED = { people: 'name and kind (person or firm)', sources: 'title, publisher (null where there is none) and date' } as const;

/** The ids as written; a finding for each that has no card, and for a source that is later than the report. */
export function readAttribution(
  element: Element,
  { source, cards, changed }: Pick<ReportContext, 'source' | 'cards' | 'changed'>,
  findings: Finding[],
): Attribution {
  const complain = (key: keyof Attribution, rule: string, message: string): void =>
    void findings.push(error(rule, source.placeOf(element.attributes.get(key)?.offset ?? element.offset), message, element.id));
  const refer = (key: keyof Attribution, known: ReadonlyMap<string, unknown>, folder: keyof typeof NEEDED): string => {
    const value = element.attributes.get(key)?.value ?? '';
    if (known.has(value) || cards.unreadable?.has(`${folder}/${value}`)) return value;
    const hint = didYouMeanId(value, [...known.keys()]) || ` Known: ${[...known.keys()].join(', ') || 'none'}.`;
    complain(
      key,
      `unknown-${key}`,
      `there is no '${value}' in content/${folder}.${hint} Or write content/${folder}/${value}.yaml with ${NEEDED[folder]}.`,
    );
    return value;
  };
  const attribution = { by: refer('by', cards.people, 'people'), source: refer('source', cards.sources, 'sources') };
  const card = cards.sources.get(attribution.source);
  if (card && !card.approximate && changed !== null && card.date > changed)
    complain(
      'source',
      'later-source',
      `the source is of ${card.date}, and the report was last changed on ${changed}: it could not know that. Write the day of the update in the front matter (updated: ${card.date}), or correct the date in content/sources/${attribution.source}.yaml.`,
    );
  return attribution;
}
