/** The text of llms.txt (https://llmstxt.org): Markdown with a heading, a summary and lists of links. */
import { dayOf } from '../data/day.ts';
import { formatDay } from '../metrics/format.ts';
import { settings } from '../settings.ts';
import { claimsInWords } from './feed-entries.ts';
import { statusNow } from './lapses.ts';
import { claimsOf, type Report } from './library.ts';
import { countStatuses } from './status.ts';

type Entry = readonly [name: string, address: string, about: string];

/** Absolute addresses. */
export interface Listed {
  report(slug: string): string;
  record(slug: string): string;
  citation(slug: string): string;
  schema: string;
  pages: readonly Entry[];
  files: readonly Entry[];
}

export function siteInMarkdown(reports: readonly Report[], listed: Listed): string {
  const used = countStatuses(claimsOf(reports).map(statusNow));
  const meanings = used.map(({ status }) => `- ${status.word}: ${status.means}`);
  return plain(
    [
      `# ${settings().name}`,
      `> ${settings().description}`,
      'Each report is pinned to one snapshot of its data. A number, a superlative or a streak in its text is bound to a metric, an expression over the series of that snapshot, and the build refuses words that the data do not bear out. Figures and words of others carry the name of who gave them and the source where they were read. Nothing dated after the day a report speaks of enters a calculation. A published text is not rewritten: corrections stand beside it.',
      `The record of a report is a JSON file with every statement in the order of the text: the words, the metric, the value at full precision, the window, the rows of data it rests on, how it was checked, and its status. Take numbers from the record, and cite the report with its day and snapshot.`,
      `The statuses that statements have now:\n\n${meanings.join('\n')}`,
      `## Reports\n\n${reports.map((report) => reportLine(report, listed)).join('\n')}`,
      `## Pages\n\n${listed.pages.map(entryLine).join('\n')}`,
      `## For machines\n\n${[['Schema of the records', listed.schema, 'JSON Schema'] as Entry, ...listed.files].map(entryLine).join('\n')}`,
      `## Licence\n\nThe reports are under ${settings().licence.name}, ${settings().licence.address}. The data belong to their owners; each dataset's page names the owner and the terms. Nothing here is investment advice.`,
    ].join('\n\n'),
  ).concat('\n');
}

function reportLine({ slug, frontMatter, record }: Report, listed: Listed): string {
  const { title, description, published } = frontMatter;
  const day = formatDay(dayOf(published), 'long');
  return [
    `- [${inLink(title)}](${listed.report(slug)}): ${day}. ${oneLine(description)} ${claimsInWords(record.assertions)}`,
    `  - [Record](${listed.record(slug)})`,
    `  - [Reference, CSL-JSON](${listed.citation(slug)})`,
  ].join('\n');
}

const entryLine = ([name, address, about]: Entry): string => `- [${name}](${address}): ${about}`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Brackets would end the text of a link. */
const inLink = (text: string): string => oneLine(text).replace(/[[\]\\]/g, '\\$&');

/** No-break spaces are for the page. */
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
