/** A button that copies what to write, and says that it did. */
import { element } from '../../browser/element.ts';

/** How long it says so, in milliseconds. */
const SAID = 2000;

export function copyButton(words: string): HTMLElement {
  const name = `Copy ‘${words}’`;
  const button = element('button', { class: 'preview-button', type: 'button' }, name);
  const said = element('span', { class: 'unseen', role: 'status' });
  button.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(words).then(
      () => 'Copied',
      () => 'Not copied: the browser does not allow it',
    );
    button.textContent = done;
    said.textContent = done;
    setTimeout(() => {
      button.textContent = name;
      said.textContent = '';
    }, SAID);
  });
  return element('span', {}, button, said);
}
