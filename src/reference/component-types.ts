/** The types that the MDX extension of an editor reads: every component a report may use, with its attributes and what is said of them. */
import { type AttributeDeclaration, type ComponentDeclaration, components } from '../assertions/components.ts';

/** @param kinds names of the chart kinds */
export function componentTypes(kinds: readonly string[]): string {
  const all = Object.entries(components as Record<string, ComponentDeclaration>);
  return `// Written by 'npm run reference' from src/assertions/components.ts.

/** What the extension 'MDX' of an editor knows of a report. */
type MDXProvidedComponents = {
${all.map(([name, declaration]) => componentType(name, declaration, kinds)).join('\n')}
};

/** Nothing else has attributes that are known. */
declare module 'report/jsx-runtime' {
  export namespace JSX {
    type Element = unknown;
    interface ElementChildrenAttribute {
      children: unknown;
    }
    interface IntrinsicElements {
      [name: string]: Record<string, unknown>;
    }
  }
}
`;
}

function componentType(name: string, { doc, attributes, children }: ComponentDeclaration, kinds: readonly string[]): string {
  const typed = Object.entries(attributes).map(([attribute, declaration]) => {
    const isKind = name === 'Figure' && attribute === 'kind';
    return attributeType(attribute, isKind ? { ...declaration, values: kinds } : declaration);
  });
  const inside = { required: 'children: unknown', optional: 'children?: unknown', none: 'children?: never' }[children];
  return `${comment(doc, 2)}  ${name}(props: {\n${typed.join('')}    ${inside};\n  }): unknown;`;
}

function attributeType(name: string, { need, doc, values }: AttributeDeclaration): string {
  const type = need === 'switch' ? 'true' : (values?.map((value) => `'${value}'`).join(' | ') ?? 'string');
  return `${comment(doc, 4)}    ${name}${need === 'required' ? '' : '?'}: ${type};\n`;
}

function comment(text: string, indent: number): string {
  return `${' '.repeat(indent)}/** ${text} */\n`;
}
