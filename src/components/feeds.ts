/** The feeds: of the site, of each topic, of the corrections. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type FeedForm, feedText, type NewsOf } from '../reports/feed.ts';
import { correctionEntries, reportEntries } from '../reports/feed-entries.ts';
import { library } from '../reports/library.ts';
import { settings } from '../settings.ts';
import { absolute, absoluteAddresses } from './absolute.ts';
import { feedAddress, topicSlug } from './addresses.ts';
import { pathTo } from './path-to.ts';

interface Props {
  news: NewsOf;
}

/** A feed for each path that has one; that of the site has none. */
export const feedPaths = (() => {
  const { reports } = library();
  const topics = [...new Set(reports.flatMap(({ frontMatter }) => frontMatter.topics))];
  const news: NewsOf[] = [
    { path: '/', title: settings().name, description: settings().description, entries: reportEntries(reports, absoluteAddresses) },
    ...topics.map((topic) => ({
      path: `/topics/${topicSlug(topic)}/`,
      title: `${topic} | ${settings().name}`,
      description: `Reports on this topic: ${topic}.`,
      entries: reportEntries(
        reports.filter(({ frontMatter }) => frontMatter.topics.includes(topic)),
        absoluteAddresses,
      ),
    })),
    {
      path: '/corrections/',
      title: `Corrections | ${settings().name}`,
      description: 'What was corrected in the reports, and why.',
      entries: correctionEntries(reports, absoluteAddresses),
    },
  ];
  return news.map((of) => ({ params: { path: of.path.slice(1, -1) || undefined }, props: { news: of } }));
}) satisfies GetStaticPaths;

const TYPES: Readonly<Record<FeedForm, string>> = { xml: 'application/atom+xml', json: 'application/feed+json' };

export function feedRoute(form: FeedForm): APIRoute<Props> {
  return ({ props: { news } }) => {
    const { reports, newest } = library();
    const text = feedText(
      {
        ...news,
        page: absolute(pathTo(news.path)),
        home: absoluteAddresses.home,
        icon: absoluteAddresses.icon,
        self: { xml: absolute(feedAddress('xml', news.path)), json: absolute(feedAddress('json', news.path)) },
        // A feed without entries is as old as the first report.
        since: reports.at(-1)?.frontMatter.published ?? newest.id,
      },
      form,
    );
    return new Response(text, { headers: { 'content-type': TYPES[form] } });
  };
}
