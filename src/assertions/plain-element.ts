/** The few elements of HTML, and the addresses, that the text of a report may use beside Markdown. */
import { error, type Finding, type Place } from '../finding.ts';
import type { Jsx } from './element.ts';

const ELEMENTS: ReadonlySet<string> = new Set([
  'abbr',
  'b',
  'br',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'strong',
  'sub',
  'sup',
  'var',
  'wbr',
]);
const ATTRIBUTES: ReadonlySet<string> = new Set(['lang', 'title']);
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/** Findings about an element that is no component. */
export function plainElementFindings({ name, attributes }: Jsx, place: Place): Finding[] {
  if (!ELEMENTS.has(name ?? ''))
    return [
      error(
        'element',
        place,
        `a report holds no <${name}>. Write Markdown, or one of ${[...ELEMENTS].join(', ')}. A '<' that is a word's own is '\\<'.`,
      ),
    ];
  return attributes.flatMap((attribute) => {
    const written = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
    if (ATTRIBUTES.has(written) && typeof attribute.value === 'string') return [];
    return [
      error('element', place, `<${name}> takes no ${written} in a report. It may have ${[...ATTRIBUTES].join(' and ')}, as plain text.`),
    ];
  });
}

/** The scheme of an address where a reader must not be led by it, else null. Browsers ignore spaces and controls in it. */
export function unsafeScheme(address: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(address.replace(/[\p{Cc}\s]/gu, '').toLowerCase())?.[1];
  return scheme === undefined || SCHEMES.has(scheme) ? null : scheme;
}

export function unsafeSchemeMessage(scheme: string): string {
  return `a link can't lead to '${scheme}:'. Write an address that begins with https://, http://, mailto:, '/' or '#'.`;
}
