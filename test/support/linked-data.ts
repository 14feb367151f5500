/** What readers of JSON-LD ask of the things we describe: properties that must be there, absolute addresses, ISO days. */

type Thing = Record<string, unknown>;

/** Google's required and recommended properties, and schema.org's own where Google has no feature. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  WebSite: ['name', 'url', 'publisher', 'potentialAction'],
  SearchAction: ['target', 'query-input'],
  Organization: ['name'],
  Person: ['name'],
  Report: ['headline', 'description', 'image', 'datePublished', 'dateModified', 'author', 'publisher', 'isBasedOn', 'license'],
  Dataset: ['name', 'description', 'url', 'license', 'creator'],
  DataDownload: ['contentUrl', 'encodingFormat'],
  Quotation: ['text', 'spokenByCharacter', 'isPartOf'],
  CorrectionComment: ['text', 'datePublished'],
  CreativeWork: ['name'],
  ImageObject: ['contentUrl', 'license', 'acquireLicensePage', 'creditText', 'copyrightNotice', 'creator'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  DataCatalog: ['name'],
  PropertyValue: ['name'],
  EntryPoint: ['urlTemplate'],
};

const ADDRESSES = ['@id', 'url', 'image', 'logo', 'license', 'contentUrl', 'item', 'sameAs', 'mainEntityOfPage', 'acquireLicensePage'];
const DAYS = ['datePublished', 'dateModified'];

/** The faults of a thing and of all that it holds, each with its path. */
export function faultsOfThing(thing: unknown, path = '$'): string[] {
  if (Array.isArray(thing)) return thing.flatMap((item, index) => faultsOfThing(item, `${path}[${index}]`));
  if (thing === null || typeof thing !== 'object') return [];
  const { '@type': type, ...properties } = thing as Thing;
  const isReference = Object.keys(properties).join() === '@id';
  // Inside another thing a report may be named without being described.
  const isNamed = type === 'Report' && path.endsWith('.isPartOf');
  const required = REQUIRED[String(type)] ?? [];
  return [
    ...(isReference || String(type) in REQUIRED ? [] : [`${path}: is of no known type: ${type}`]),
    ...(isNamed ? [] : required.filter((key) => isEmpty(properties[key])).map((key) => `${path}: has no ${key}`)),
    ...Object.entries(properties).flatMap(([key, value]) => faultsOfProperty(key, value, `${path}.${key}`)),
  ];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function faultsOfProperty(key: string, value: unknown, path: string): string[] {
  if (typeof value !== 'string') return faultsOfThing(value, path);
  if (ADDRESSES.includes(key) && !/^https?:$/.test(URL.parse(value)?.protocol ?? '')) return [`${path}: is no absolute address: ${value}`];
  if (DAYS.includes(key) && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return [`${path}: is no day: ${value}`];
  if (/[\u00A0]/.test(value)) return [`${path}: has a no-break space`];
  return [];
}
