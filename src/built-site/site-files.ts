/** The files of a built site, by their paths under its folder: 'claims/index.html'. */
export type SiteFiles = ReadonlyMap<string, () => string>;

/** The address of a file: a folder's index is the folder itself. */
export function addressOf(path: string, root: URL): URL {
  return new URL(encodeURI(path.replace(/(^|\/)index\.html$/, '$1')), root);
}

/** The path of the file that an address leads to, whether there is one or not; null for an address outside the site. */
export function pathAt(address: URL, root: URL): string | null {
  if (address.origin !== root.origin || !address.pathname.startsWith(root.pathname)) return null;
  const path = decoded(address.pathname.slice(root.pathname.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** What percent signs stand for. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a '%' that stands for itself
  }
}
