/** A button that copies a text, and says that it did. */
import { element } from './element.ts';

/** How long it says so, in milliseconds. */
const SAID = 2000;

/** The button, and what is read out when it was used. @param named its class and the words on it */
export function copyButton(text: string, named: { class: string; name: string }): [button: HTMLElement, said: HTMLElement] {
  const button = element('button', { class: named.class, type: 'button' }, named.name);
  const said = element('span', { class: 'unseen', role: 'status' });
  button.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(text).then(
      () => 'Copied',
      () => 'Not copied',
    );
    button.textContent = done;
    said.textContent = done;
    setTimeout(() => {
      button.textContent = named.name;
      said.textContent = '';
    }, SAID);
  });
  return [button, said];
}
