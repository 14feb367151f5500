/**
 * The components a report may use, and the attributes of each. Anything else in angle brackets is an error,
 * so that a misspelt Fact can't pass as prose.
 */

export interface ComponentDeclaration {
  /** Set for what has an id and a place in the record: the letters its generated ids begin with. */
  idPrefix?: string;
  attributes: Readonly<Record<string, 'required' | 'optional' | 'switch'>>;
  /** Attributes whose words a reader sees, and which may hold assertions. */
  texts?: readonly string[];
  /** Whether words may, must or must not stand inside. */
  children: 'required' | 'optional' | 'none';
}

export const components = {
  Fact: {
    idPrefix: 'f',
    attributes: { m: 'required', at: 'optional', over: 'optional', format: 'optional', id: 'optional' },
    children: 'optional',
  },
  Reported: {
    idPrefix: 'r',
    attributes: {
      by: 'required',
      source: 'required',
      m: 'optional',
      at: 'optional',
      over: 'optional',
      expect: 'optional',
      why: 'optional',
      id: 'optional',
    },
    children: 'required',
  },
  Quote: { idPrefix: 'q', attributes: { by: 'required', source: 'required', id: 'optional' }, children: 'required' },
  Call: {
    idPrefix: 'c',
    attributes: {
      by: 'required',
      source: 'required',
      made: 'required',
      m: 'optional',
      expects: 'optional',
      due: 'optional',
      id: 'optional',
    },
    children: 'required',
  },
  Figure: {
    idPrefix: 'fig',
    attributes: {
      kind: 'required',
      series: 'optional',
      title: 'required',
      subtitle: 'required',
      from: 'optional',
      to: 'optional',
      sessions: 'optional',
      names: 'optional',
      claims: 'optional',
      level: 'optional',
      highlight: 'optional',
      mark: 'optional',
      average: 'optional',
      plot: 'optional',
      note: 'optional',
      description: 'optional',
      wide: 'switch',
      id: 'optional',
    },
    texts: ['title', 'subtitle', 'note', 'description', 'names', 'highlight', 'mark', 'level'],
    children: 'none',
  },
  Takeaways: { attributes: {}, children: 'required' },
  Audit: { attributes: { source: 'required' }, children: 'none' },
  Note: { attributes: { title: 'optional' }, texts: ['title'], children: 'required' },
} as const satisfies Record<string, ComponentDeclaration>;

export type ComponentName = keyof typeof components;

/** Components whose ids go into the record. */
export type BoundName = 'Fact' | 'Reported' | 'Quote' | 'Call' | 'Figure';

export function isComponent(name: string): name is ComponentName {
  return Object.hasOwn(components, name);
}

export function isBound(name: ComponentName): name is BoundName {
  return 'idPrefix' in components[name];
}
