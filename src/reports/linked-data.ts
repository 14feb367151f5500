/** What a page is about, in the words of schema.org. Every address is absolute, every day ISO. */
import type {
  BreadcrumbList,
  CreativeWork,
  Dataset,
  ImageObject,
  Organization,
  Person as PersonThing,
  Quotation,
  Report as ReportThing,
  SearchAction,
  WebSite,
} from 'schema-dts';
import type { Resource } from '../data/manifest.ts';
import { settings } from '../settings.ts';
import type { AbsoluteAddresses } from './absolute-addresses.ts';
import { citationOfReport } from './citation.ts';
import { correctionLabel, newestFirst } from './correction.ts';
import type { Person, Source } from './front-matter.ts';
import { lastRevised } from './last-revised.ts';
import type { Library, Report } from './library.ts';
import type { FigureRecord } from './record.ts';

/** What a description refers to besides its subject. */
export interface Surroundings extends Pick<Library, 'people' | 'sources'> {
  addresses: AbsoluteAddresses;
}

/** The text of the script that carries them: no text of theirs can end it. */
export function linkedDataText(things: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
}

/** Who publishes, and writes what no other name stands under. */
export function linkedDesk(addresses: AbsoluteAddresses): Organization {
  const { home, icon } = addresses;
  return { '@type': 'Organization', '@id': deskId(addresses), name: settings().authors.inFull, url: home, logo: icon };
}

const deskId = ({ home }: AbsoluteAddresses): string => `${home}#desk`;

/** The site, and how it is searched. */
export function linkedSite(addresses: AbsoluteAddresses): WebSite {
  const { home, search } = addresses;
  const action: SearchAction & { 'query-input': string } = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${search}{search_term_string}` },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@type': 'WebSite',
    '@id': `${home}#site`,
    name: settings().name,
    description: settings().description,
    url: home,
    inLanguage: 'en-US',
    publisher: linkedDesk(addresses),
    potentialAction: action,
  };
}

/** A report with its corrections, its quotations, and what it rests on. @param resources those it rests on */
export function linkedReport(report: Report, resources: readonly Resource[], { people, sources, addresses }: Surroundings): ReportThing {
  const { slug, frontMatter, record } = report;
  const { title, description, authors, topics, published, corrections } = frontMatter;
  const address = addresses.report(slug);
  const desk = linkedDesk(addresses);
  const read = new Set(record.assertions.flatMap((assertion) => (assertion.kind === 'fact' ? [] : [assertion.source])));
  return {
    '@type': 'Report',
    '@id': address,
    url: address,
    mainEntityOfPage: address,
    headline: plain(title),
    description: plain(description),
    datePublished: published,
    dateModified: lastRevised(frontMatter, record.snapshot.id),
    version: record.version,
    ...(corrections.some(({ kind }) => kind === 'retraction') ? { creativeWorkStatus: 'Retracted' } : {}),
    author: authors.map((name) => (name === settings().authors.byline ? desk : { '@type': 'Person', name })),
    publisher: { '@id': deskId(addresses) },
    image: addresses.reportCard(slug),
    inLanguage: 'en-US',
    isAccessibleForFree: true,
    license: settings().licence.address,
    keywords: [...topics],
    reportNumber: slug,
    creditText: citationOfReport(report, address),
    isBasedOn: resources.map((resource) => briefDataset(resource, addresses)),
    citation: [...sources].filter(([id]) => read.has(id)).map(([id, source]) => linkedSource(id, source, addresses)),
    // An update corrects nothing.
    correction: newestFirst(corrections)
      .filter(({ correction: { kind } }) => kind !== 'update')
      .map(({ correction, anchor }) => ({
        '@type': 'CorrectionComment',
        '@id': `${address}#${anchor}`,
        name: correctionLabel(correction),
        datePublished: correction.date,
        text: plain(`${correction.why} Was: ${correction.was} Now: ${correction.now}`),
      })),
    hasPart: record.assertions.flatMap((assertion): Quotation[] => {
      if (assertion.kind !== 'quote') return [];
      const speaker = people.get(assertion.by);
      return [
        {
          '@type': 'Quotation',
          '@id': `${address}#${assertion.id}`,
          text: plain(assertion.text),
          ...(speaker ? { spokenByCharacter: linkedPerson(assertion.by, speaker, addresses) } : {}),
          isPartOf: { '@id': addresses.source(assertion.source) },
        },
      ];
    }),
  };
}

/** A table of ours. @param download where the whole of it may be had, if it may be passed on */
export function linkedDataset(resource: Resource, addresses: AbsoluteAddresses, download?: string): Dataset {
  const { schema, provenance, bytes, hash, mediatype } = resource;
  const [, ...fields] = schema.fields;
  return {
    ...briefDataset(resource, addresses),
    description: plain([resource.description, ...provenance.notes].join(' ')),
    publisher: linkedDesk(addresses),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': addresses.datasets,
      name: `Datasets of ${settings().name}`,
      url: addresses.datasets,
    },
    temporalCoverage: `${provenance.coverage.start}/${provenance.coverage.end}`,
    dateModified: provenance.retrievedAt,
    variableMeasured: fields.map(({ title, name, unit }) => ({
      '@type': 'PropertyValue',
      name: title,
      alternateName: name,
      unitText: unit,
    })),
    ...(download !== undefined && provenance.redistribution === 'public'
      ? {
          isAccessibleForFree: true,
          distribution: {
            '@type': 'DataDownload',
            contentUrl: download,
            encodingFormat: mediatype,
            contentSize: `${bytes} B`,
            sha256: hash.replace('sha256:', ''),
          },
        }
      : {}),
  };
}

/** What any mention of a table must say. */
function briefDataset({ name, title, description, provenance }: Resource, addresses: AbsoluteAddresses) {
  const { publisherName, url, termsUrl } = provenance;
  const address = addresses.dataset(name);
  return {
    '@type': 'Dataset',
    '@id': address,
    url: address,
    identifier: name,
    name: title,
    description: plain(description),
    license: termsUrl,
    creator: { '@type': 'Organization', name: publisherName, url },
  } as const satisfies Dataset;
}

/** A figure as a picture that may be used again. */
export function linkedFigure(
  figure: FigureRecord,
  report: Report,
  resources: readonly Resource[],
  addresses: AbsoluteAddresses,
): ImageObject {
  const page = addresses.figure(report.slug, figure.id);
  const owners = [...new Set(resources.map(({ provenance }) => provenance.publisherName))];
  return {
    '@type': 'ImageObject',
    '@id': page,
    url: page,
    name: plain(figure.title),
    contentUrl: addresses.figurePicture(report.slug, figure.id),
    encodingFormat: 'image/png',
    datePublished: report.frontMatter.published,
    license: settings().licence.address,
    acquireLicensePage: page,
    creditText: `${settings().name}. Data: ${owners.join('; ')}`,
    copyrightNotice: settings().authors.inFull,
    creator: linkedDesk(addresses),
    isPartOf: { '@type': 'Report', '@id': addresses.report(report.slug), headline: plain(report.frontMatter.title) },
    isBasedOn: resources.map(({ name }) => ({ '@id': addresses.dataset(name) })),
  };
}

/** Someone who is quoted, or a firm that reports figures. */
export function linkedPerson(
  id: string,
  { name, kind, role, affiliation, url }: Person,
  addresses: AbsoluteAddresses,
): PersonThing | Organization {
  const common = { '@id': addresses.person(id), name, url: addresses.person(id), ...(url ? { sameAs: url } : {}) };
  if (kind === 'firm') return { '@type': 'Organization', ...common };
  return {
    '@type': 'Person',
    ...common,
    ...(role ? { jobTitle: role } : {}),
    ...(affiliation ? { affiliation: { '@type': 'Organization', name: affiliation } } : {}),
  };
}

/** Where words or figures were read. A day that we only estimate is left out. */
export function linkedSource(id: string, { title, publisher, date, approximate, url }: Source, addresses: AbsoluteAddresses): CreativeWork {
  return {
    '@type': 'CreativeWork',
    '@id': addresses.source(id),
    name: plain(title),
    url: url ?? addresses.source(id),
    ...(approximate ? {} : { datePublished: date }),
    ...(publisher ? { publisher: { '@type': 'Organization', name: publisher } } : {}),
  };
}

/** The way down to a page. @param steps the name and the absolute address of each, the page last */
export function linkedBreadcrumbs(steps: readonly (readonly [name: string, address: string])[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, item], index) => ({ '@type': 'ListItem', position: index + 1, name: plain(name), item })),
  };
}

/** No-break spaces are for the page. */
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
