/** Elements made by script: built one by one, never from text, so that nothing in a page can become markup. */

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: name, ...attributes }: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svgElement(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** An icon of the page's sprite. */
export function icon(name: string): SVGElement {
  const made = svgElement('svg', { class: `icon icon--${name}`, 'aria-hidden': 'true' });
  made.append(svgElement('use', { href: `#i-${name}` }));
  return made;
}
