/** Wherever a page leads to a draft, it says that it is one. */
import { element } from '../../browser/element.ts';
import type { PreviewReport } from '../state.ts';

export function markDrafts(reports: readonly PreviewReport[], base: string): void {
  for (const mark of document.querySelectorAll('.preview-draft')) mark.remove();
  const drafts = new Set(reports.filter(({ draft }) => draft).map(({ slug }) => `${base}/reports/${slug}/`));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]'))
    if (drafts.has(link.getAttribute('href') ?? '')) link.after(element('span', { class: 'preview-draft' }, 'Draft'));
}
