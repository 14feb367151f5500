/** A template: a report in MDX with holes, `{{move}}`, each filled with words of its own. */

export interface Filled {
  text: string;
  /** The hole whose words stand on a line, counted from 1; of several the last. */
  holesOn(line: number): string[];
}

/** `{{name}}`. */
const HOLE = /\{\{([a-zA-Z]+)\}\}/g;

export function holesIn(template: string): string[] {
  return [...new Set([...template.matchAll(HOLE)].map(([, name]) => name))];
}

/**
 * A hole without words goes; so does a line that had nothing else, and the mark of a list before it.
 * @throws Error for a hole that nobody knows
 */
export function fillTemplate(template: string, words: ReadonlyMap<string, string | null>): Filled {
  const lines: { text: string; holes: string[] }[] = [];
  for (const line of template.split('\n')) {
    const holes = holesIn(line);
    const unknown = holes.find((name) => !words.has(name));
    if (unknown !== undefined) throw new Error(`the template has a hole '${unknown}' that nothing fills`);
    const filled = line.replace(HOLE, (_hole, name: string) => words.get(name) ?? '');
    const left = filled.replace(/ {2,}/g, ' ').trim();
    const isEmpty = holes.length > 0 && /^(?:-|\d+\.)?$/.test(left);
    if (isEmpty && lines.at(-1)?.text === '') lines.pop();
    if (!isEmpty)
      lines.push(...(holes.length > 0 ? filled.replace(/(\S) {2,}/g, '$1 ').trim() : line).split('\n').map((text) => ({ text, holes })));
  }
  return { text: lines.map(({ text }) => text).join('\n'), holesOn: (line) => lines[line - 1]?.holes ?? [] };
}
