/** A feed as Atom and as JSON Feed. What is new is told by front matter, never by the clock. */
import { type Author, Feed } from 'feed';
import { settings } from '../settings.ts';

export type FeedForm = 'xml' | 'json';

export interface FeedEntry {
  /** An absolute address that never changes. */
  id: string;
  link: string;
  title: string;
  summary: string;
  /** The content, as HTML. */
  html: string;
  published: string;
  updated: string;
  authors: readonly string[];
  topics: readonly string[];
}

/** The news of a page. */
export interface NewsOf {
  /** Of the page: '/', '/corrections/'. */
  path: string;
  title: string;
  description: string;
  /** Newest first. */
  entries: readonly FeedEntry[];
}

export interface FeedOf extends NewsOf {
  /** Absolute address of the page whose news it has. */
  page: string;
  home: string;
  icon: string;
  /** Its own absolute address in each form. */
  self: Readonly<Record<FeedForm, string>>;
  /** Its day where it has no entry. */
  since: string;
}

/** The feed in one of its forms. The day of the feed is that of its newest entry. */
export function feedText(of: FeedOf, form: FeedForm): string {
  return form === 'xml' ? `${build(of, atomText, escapeHtml).atom1()}\n` : `${build(of, plainText, plainText).json1()}\n`;
}

/**
 * @param text for what stands as plain text
 * @param title for the titles of entries: Atom has them as HTML
 */
function build(of: FeedOf, text: (plain: string) => string, title: (plain: string) => string): Feed {
  const authored = (name: string): Author => ({ name: text(name) });
  const feed = new Feed({
    id: of.page,
    title: text(of.title),
    description: text(of.description),
    link: of.page,
    feed: of.self.xml,
    feedLinks: { json: of.self.json },
    updated: instant(
      of.entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? of.since,
    ),
    author: { name: settings().authors.inFull, link: of.home },
    copyright: `Reports under ${settings().licence.name}`,
    favicon: of.icon,
    generator: false,
  });
  for (const { id, link, summary, html, published, updated, authors, topics, ...entry } of of.entries) {
    feed.addItem({
      id,
      link,
      title: title(entry.title),
      description: title(summary),
      content: withoutControls(html),
      published: instant(published),
      date: instant(updated),
      author: authors.map(authored),
      category: topics.map((topic) => ({ name: text(topic), term: text(topic) })),
    });
  }
  return feed;
}

/** A day as the instant at which it begins, in UTC: of the hour nothing is known. */
function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Text for HTML; no-break spaces become common ones. */
export function escapeHtml(text: string): string {
  return plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const plainText = (text: string): string => withoutControls(text).replaceAll('\u00A0', ' ');

/** Characters that no XML may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const withoutControls = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

/** The writer of Atom leaves '<' in attributes as it is, and takes '&amp;' for '&'. */
const atomText = (text: string): string => plainText(text).replaceAll('<', '‹');
