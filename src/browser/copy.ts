/** Beside a text that is meant to be taken elsewhere, a citation or the code of an embed: a button that copies it. */
import { copyButton } from './copy-button.ts';

export function startCopy(): void {
  for (const text of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    // In code white space has a meaning.
    const copied = text.matches('pre') ? text.textContent : text.textContent.replace(/[ \u00A0]+/g, ' ');
    text.before(...copyButton(copied.trim(), { class: 'copy', name: `Copy ${text.dataset.copy}` }));
  }
}
