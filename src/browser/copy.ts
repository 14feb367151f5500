/** Beside a text that is meant to be taken elsewhere, a citation or the code of an embed: a button that copies it. */
import { element } from './element.ts';

/** How long the button says that it is done, in milliseconds. */
const SAID = 2000;

export function startCopy(): void {
  for (const text of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const name = `Copy ${text.dataset.copy}`;
    const button = element('button', { class: 'copy', type: 'button' }, name);
    const said = element('span', { class: 'unseen', role: 'status' });
    // In code white space has a meaning.
    const copied = text.matches('pre') ? text.textContent : text.textContent.replace(/[ \u00A0]+/g, ' ');
    button.addEventListener('click', async () => {
      const done = await navigator.clipboard.writeText(copied.trim()).then(
        () => 'Copied',
        () => 'Not copied',
      );
      button.textContent = done;
      said.textContent = done;
      setTimeout(() => {
        button.textContent = name;
        said.textContent = '';
      }, SAID);
    });
    text.before(button, said);
  }
}
