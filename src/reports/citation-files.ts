/** A reference as a file, in the forms that reference managers take. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CslItem } from './citation.ts';

// The label is the report's slug: a label made of author and year would be the same for two reports.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false });

const FORMS = {
  /** The month as the word that BibTeX knows. */
  bib: (item: CslItem): string =>
    `${new Cite([item])
      .format('bibtex')
      .trim()
      .replace(/month = \{([a-z]{3}) \d+\}/, 'month = $1')}\n`,
  /** Long lines whole, for a wrapped address leads nowhere; without the id, which is cut off; days and months with two digits. */
  ris: (item: CslItem): string =>
    `${new Cite([item]).format('ris')}\n`
      .replace(/\n(?![A-Z][A-Z0-9] {2}- |$)/g, '')
      .replace(/^ID {2}- .*\n/m, '')
      .replace(/^(DA {2}- \d{4})\/(\d+)\/(\d+)\/$/m, (_, year, month, day) => `${year}/${month.padStart(2, '0')}/${day.padStart(2, '0')}`),
  'csl.json': (item: CslItem): string => `${JSON.stringify([item], null, 2)}\n`,
} as const satisfies Record<string, (item: CslItem) => string>;

export type CitationForm = keyof typeof FORMS;
export const citationForms = Object.keys(FORMS) as CitationForm[];

export function citationFile(item: CslItem, form: CitationForm): string {
  return FORMS[form](item);
}
