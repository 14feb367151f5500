/// <reference types="astro/client" />

declare module 'wawoff2/decompress.js' {
  /** A WOFF2 font as TTF. What comes back is overwritten by the next call. */
  export default function decompress(packed: Uint8Array): Promise<Uint8Array>;
}

declare module 'virtual:report-texts' {
  /** The text of a report as a component, and its headings. */
  export function textOf(slug: string): Promise<Pick<import('astro').MDXInstance<object>, 'Content' | 'getHeadings'>>;
}
