/** How what is published here is cited: as one line of text, and as the object that reference managers read (CSL-JSON). */
import { dayOf } from '../data/day.ts';
import type { Resource } from '../data/manifest.ts';
import { formatDay } from '../metrics/format.ts';
import { settings } from '../settings.ts';
import { lastRevised } from './last-revised.ts';
import type { Report } from './library.ts';

/** An item of CSL-JSON, in the fields we fill. */
export interface CslItem {
  id: string;
  type: 'report';
  title: string;
  author: { literal: string }[];
  publisher: string;
  issued: { 'date-parts': [[number, number, number]] };
  URL: string;
  number: string;
  note: string;
  keyword: string;
  language: string;
}

type Cited = Pick<Report, 'slug' | 'frontMatter' | 'record'>;

/** Who wrote, as references and feeds name them: the desk in full. */
export function authorsOf({ authors }: Report['frontMatter']): string[] {
  return authors.map((author) => (author === settings().authors.byline ? settings().authors.inFull : author));
}

/** 'Marked to Market desk. “Small caps take the lead.” Marked to Market, July 17, 2024. Version 1. Data as of July 16, 2024, snapshot 2024-07-17. https://…' */
export function citationOfReport(report: Cited, address: string): string {
  const { title, published } = report.frontMatter;
  return `${byline(report)} ${inQuotes(title)} ${settings().name}, ${longDay(published)}. ${dataOf(report)} ${address}`;
}

/** @param number the figure's, in its report */
export function citationOfFigure(title: string, number: number, report: Cited, address: string): string {
  const of = `Figure ${number} of “${flat(report.frontMatter.title)}”`;
  return `${byline(report)} ${inQuotes(title)} ${of}, ${settings().name}, ${longDay(report.frontMatter.published)}. ${dataOf(report)} ${address}`;
}

/** Its owner first: the figures are theirs, the snapshot is ours. */
export function citationOfDataset({ title, hash, provenance }: Resource, snapshot: string, address: string): string {
  const { publisherName, coverage, retrievedAt } = provenance;
  const days = `${longDay(coverage.start)} to ${longDay(coverage.end)}, retrieved ${longDay(retrievedAt)}`;
  return `${sentence(publisherName)} ${flat(title)}, ${days}. Snapshot ${snapshot} (SHA-256 ${hash.replace('sha256:', '').slice(0, 12)}…), ${settings().name}. ${address}`;
}

export function cslOfReport(report: Cited, address: string): CslItem {
  const { frontMatter, slug } = report;
  const revised = lastRevised(frontMatter, report.record.snapshot.id);
  const [year, month, day] = frontMatter.published.split('-').map(Number);
  return {
    id: slug,
    type: 'report',
    title: flat(frontMatter.title),
    author: authorsOf(frontMatter).map((author) => ({ literal: flat(author) })),
    publisher: settings().name,
    issued: { 'date-parts': [[year, month, day]] },
    URL: address,
    number: slug,
    note: [dataOf(report), ...(revised === frontMatter.published ? [] : [`Last revised ${longDay(revised)}.`])].join(' '),
    keyword: frontMatter.topics.map(flat).join(','),
    language: 'en-US',
  };
}

function dataOf({ record }: Cited): string {
  return `Version ${record.version}. Data as of ${longDay(record.asOf)}, snapshot ${record.snapshot.id}.`;
}

const byline = ({ frontMatter }: Cited): string => sentence(authorsOf(frontMatter).join(', '));

/** “Small caps take the lead.”, “Four or five?” */
const inQuotes = (title: string): string => `“${sentence(title)}”`;

const sentence = (text: string): string => (/[.?!…]$/.test(text) ? flat(text) : `${flat(text)}.`);

const longDay = (iso: string): string => flat(formatDay(dayOf(iso), 'long'));

/** On one line, with common spaces: what is copied goes into other programs. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
