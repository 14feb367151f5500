/** Over the page of a report: that it is a draft, and that its last text can't be shown. */
import { element } from '../../browser/element.ts';
import type { PreviewReport } from '../state.ts';

const made = element('div', { class: 'preview-band', role: 'status' });

export function showBand(report: PreviewReport | undefined): void {
  const words = [
    report?.draft ? 'Draft. Not published.' : '',
    report?.shown === 'last' ? 'Shown as of the last good text: what was saved since can’t be compiled.' : '',
  ].filter(Boolean);
  made.replaceChildren(...words.map((text) => element('p', {}, text)));
  made.classList.toggle('preview-band--last', report?.shown === 'last');
  if (words.length === 0) made.remove();
  else document.body.prepend(made);
}
