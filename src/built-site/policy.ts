/** What no page may hold: whatever the content security policy would refuse, and what would confuse a browser. */
import { Parser } from 'htmlparser2';

/** One line for each fault of a page. */
export function policyFaults(html: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const parser = new Parser({
    onopentag(element, attributes) {
      const at = `<${element}${attributes.id ? ` id="${attributes.id}"` : ''}>`;
      if (element === 'script' && !attributes.src && attributes.type !== 'application/ld+json') faults.push(`${at} is an inline script`);
      if (element === 'style') faults.push(`${at} is an inline style sheet`);
      if (element === 'base') faults.push(`${at} moves every address`);
      for (const [name, value] of Object.entries(attributes)) {
        if (name === 'style' || name === 'srcdoc' || name.startsWith('on')) faults.push(`${at} has the attribute ${name}`);
        if (runs(value)) faults.push(`${at} has an address that is code in ${name}`);
      }
      const rel = attributes.rel?.split(/\s+/) ?? [];
      if (
        attributes.target &&
        attributes.target !== '_self' &&
        !rel.includes('noopener') &&
        /^(?:https?:)?\/\//.test(attributes.href ?? '')
      )
        faults.push(`${at} opens ${attributes.href} in another window, without rel="noopener"`);
      if (attributes.id !== undefined) {
        if (ids.has(attributes.id)) faults.push(`the id '${attributes.id}' stands twice`);
        ids.add(attributes.id);
      }
    },
  });
  parser.end(html);
  return faults;
}

/** A browser ignores control characters and spaces in the scheme of an address. */
function runs(value: string): boolean {
  const scheme = value
    .slice(0, 64)
    .replace(/[\p{Cc}\s]/gu, '')
    .toLowerCase();
  return /^(?:javascript|vbscript):|^data:(?:text\/html|application\/xhtml|image\/svg\+xml)/.test(scheme);
}
