/** A PDF as Chromium writes it: what it says of itself, set anew so that one page always gives the same bytes; how many pages it has. */

export interface Description {
  title: string;
  author: string;
  subject: string;
  /** ISO date; the time is midnight UTC. */
  created: string;
}

/** The first object: the only one whose length changes. */
const INFORMATION = /(?<=\n1 0 obj\n)<<[\s\S]*?>>(?=\nendobj\n)/;

/** How Chromium names the cells of tables: by a count of all nodes it ever made. */
const NODE = /\(node(\d{8})\)/g;

/**
 * The document with this description in place of Chromium's, which holds the time of printing, and with the names of nodes counted from 1.
 * @throws Error where it is not of the form that Chromium writes: objects one after the other, then a table of their places
 */
export function describePdf(pdf: Uint8Array, { title, author, subject, created }: Description): Uint8Array {
  const text = withOwnNodes(Buffer.from(pdf).toString('latin1'));
  const [, table] = /\nstartxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
  const [before] = INFORMATION.exec(text) ?? [];
  if (table === undefined || before === undefined || !text.includes('/Info 1 0 R', Number(table)))
    throw new Error('a PDF of an unknown form');
  const date = `(D:${created.replaceAll('-', '')}000000Z)`;
  const after = `<</Title ${pdfString(title)}
/Author ${pdfString(author)}
/Subject ${pdfString(subject)}
/CreationDate ${date}
/ModDate ${date}>>`;
  const [start, moved] = [text.indexOf(before), after.length - before.length];
  const objects = text.slice(0, Number(table)).replace(INFORMATION, () => after);
  const places = text
    .slice(Number(table))
    .replace(/^\d{10}(?= \d{5} n)/gm, (place) => shift(place, Number(place) > start ? moved : 0))
    .replace(/(?<=\nstartxref\n)\d+/, (place) => String(Number(place) + moved));
  return Buffer.from(objects + places, 'latin1');
}

/** In the order they had, for they stand in a sorted list too. */
function withOwnNodes(text: string): string {
  const nodes = [...new Set([...text.matchAll(NODE)].map(([, node]) => node))].sort();
  const numbers = new Map(nodes.map((node, index) => [node, String(index + 1).padStart(node.length, '0')]));
  return text.replace(NODE, (_, node) => `(node${numbers.get(node)})`);
}

function shift(place: string, by: number): string {
  return String(Number(place) + by).padStart(place.length, '0');
}

/** As the root of the tree of pages counts them. */
export function countPages(pdf: Uint8Array): number {
  const counts = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/<<\/Type \/Pages\n\/Count (\d+)/g);
  return Math.max(...[...counts].map(([, count]) => Number(count)));
}

/** UTF-16 in hex digits, in which any text can be written. */
function pdfString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
