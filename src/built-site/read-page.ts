/** What a page of HTML leads to, and what can be led to in it. */
import { Parser } from 'htmlparser2';

export interface PageLinks {
  /** Every address that a person, a browser or another site's preview would follow, as it is written, each once. */
  addresses: string[];
  /** What a fragment can name. */
  anchors: ReadonlySet<string>;
  /** Where the page says that it stands. */
  canonical: string | null;
}

/** Attributes that hold one address, whatever the element. */
const ADDRESS = ['href', 'src', 'poster', 'data', 'action', 'formaction', 'xlink:href', 'cite'] as const;
/** `meta` elements whose content is an address. */
const ADDRESS_META = /^(?:og:(?:url|image|video|audio)(?::(?:secure_)?url)?|twitter:image)$/;

/** Reads without building a document, so that hundreds of pages take a moment. */
export function readPage(html: string): PageLinks {
  const addresses = new Set<string>();
  const anchors = new Set<string>();
  let canonical: string | null = null;
  const parser = new Parser({
    onopentag(element, attributes) {
      if (attributes.id) anchors.add(attributes.id);
      if (element === 'a' && attributes.name) anchors.add(attributes.name);
      if (element === 'link' && attributes.rel === 'canonical') canonical = attributes.href ?? null;
      for (const name of ADDRESS) {
        if (attributes[name] !== undefined) addresses.add(attributes[name].trim());
      }
      if (attributes.srcset) for (const address of candidatesOf(attributes.srcset)) addresses.add(address);
      const { property, name, content } = attributes;
      if (element === 'meta' && content && ADDRESS_META.test(property ?? name ?? '')) addresses.add(content.trim());
    },
  });
  parser.end(html);
  return { addresses: [...addresses], anchors, canonical };
}

/** The addresses of a `srcset`: 'small.png 1x, large.png 2x'. */
function candidatesOf(srcset: string): string[] {
  return srcset.split(/,\s+/).flatMap((candidate) => candidate.trim().split(/\s+/)[0] || []);
}
