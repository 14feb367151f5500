/** A `_headers` file, as hosts of static sites read it: a path a line, its headers indented below it. */
export interface HeaderRule {
  path: string;
  /** Addresses it is about. */
  pattern: RegExp;
  headers: [name: string, value: string][];
}

/** `*` stands for anything; lines that begin with '#' are comments. */
export function parseHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([^:\s]+):\s*(.*?)\s*$/.exec(line);
    if (line.startsWith('/')) rules.push({ path: line.trim(), pattern: patternOf(line.trim()), headers: [] });
    else if (header) rules.at(-1)?.headers.push([header[1].toLowerCase(), header[2]]);
  }
  return rules;
}

/** All headers of an address inside the site, one that two rules set as often as they do. */
export function headersFor(path: string, rules: readonly HeaderRule[]): HeaderRule['headers'] {
  return rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers);
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}
