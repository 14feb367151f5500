/** What the feeds tell: reports, and what was corrected in them. */
import { dayOf } from '../data/day.ts';
import { formatDay } from '../metrics/format.ts';
import type { AbsoluteAddresses } from './absolute-addresses.ts';
import { authorsOf } from './citation.ts';
import { correctionLabel, newestFirst } from './correction.ts';
import { escapeHtml, type FeedEntry } from './feed.ts';
import { lastRevised } from './last-revised.ts';
import type { Report } from './library.ts';
import { countByStatus } from './status.ts';

/** In the order given: newest first. */
export function reportEntries(reports: readonly Report[], addresses: AbsoluteAddresses): FeedEntry[] {
  return reports.map((report) => {
    const { slug, frontMatter } = report;
    const { title, description, published, topics } = frontMatter;
    const address = addresses.report(slug);
    return {
      id: address,
      link: address,
      title,
      summary: description,
      html: contentOf(report),
      published,
      updated: lastRevised(frontMatter, report.record.snapshot.id),
      authors: authorsOf(frontMatter),
      topics,
    };
  });
}

/** What was last corrected, standfirst, key takeaways, and how many statements have which status. */
function contentOf({ frontMatter, takeaways, record }: Report): string {
  const [latest] = newestFirst(frontMatter.corrections);
  const list = takeaways.map((takeaway) => `<li>${escapeHtml(takeaway)}</li>`).join('');
  return [
    ...(latest ? [`<p><b>${noticeTitle(latest.correction)}:</b> ${escapeHtml(latest.correction.why)}</p>`] : []),
    `<p>${escapeHtml(frontMatter.description)}</p>`,
    ...(takeaways.length > 0 ? [`<ol>${list}</ol>`] : []),
    `<p>${claimsInWords(record.assertions)} Data as of ${escapeHtml(formatDay(dayOf(record.asOf), 'long'))}, snapshot ${record.snapshot.id}.</p>`,
  ].join('');
}

const noticeTitle = (correction: Report['frontMatter']['corrections'][number]): string =>
  `${correctionLabel(correction)}, ${escapeHtml(formatDay(dayOf(correction.date), 'long'))}`;

/** '58 claims: 51 verified; 1 reported; 2 contradicted; 4 opinions.' */
export function claimsInWords(assertions: Report['record']['assertions']): string {
  const counts = countByStatus(assertions).map(({ status, count }) => `${count} ${status.counted[count === 1 ? 0 : 1]}`);
  if (counts.length === 0) return 'No claims.';
  return `${assertions.length} ${assertions.length === 1 ? 'claim' : 'claims'}: ${counts.join('; ')}.`;
}

/** Every correction of the reports, newest first. */
export function correctionEntries(reports: readonly Report[], addresses: AbsoluteAddresses): FeedEntry[] {
  const entries = reports.flatMap(({ slug, frontMatter }) =>
    newestFirst(frontMatter.corrections).map(({ correction, anchor }): FeedEntry => {
      const { date, was, now, why } = correction;
      const words = was !== undefined && now !== undefined ? `<p><del>${escapeHtml(was)}</del> <ins>${escapeHtml(now)}</ins></p>` : '';
      const address = `${addresses.report(slug)}#${anchor}`;
      return {
        id: address,
        link: address,
        title: `${correctionLabel(correction)}: ${frontMatter.title}`,
        summary: why,
        html: `${words}<p>${escapeHtml(why)}</p>`,
        published: date,
        updated: date,
        authors: authorsOf(frontMatter),
        topics: frontMatter.topics,
      };
    }),
  );
  return entries.sort((a, b) => b.published.localeCompare(a.published, 'en') || a.id.localeCompare(b.id, 'en'));
}
