/** The panel on every page of the preview: every finding of the desk, those of the report that is shown first. */

import { copyButton } from '../../browser/copy-button.ts';
import { element } from '../../browser/element.ts';
import type { PreviewFinding, PreviewReport, PreviewState } from '../state.ts';
import { flagShape } from './flag-shape.ts';
import { goTo, isInPage } from './marks.ts';

/** What the panel is shown in. */
interface Page {
  /** Slug of the report whose page it is. */
  slug: string | undefined;
  /** The path under which the site stands. */
  base: string;
}

/** Whether it is open is kept from one page to the next. */
const KEY = 'preview-panel';

const toggle = element('button', { class: 'preview-toggle', type: 'button', 'aria-controls': 'preview-list' });
const list = element('div', { class: 'preview-list', id: 'preview-list', tabindex: '-1' });
const panel = element('aside', { class: 'preview-panel', 'aria-label': 'Preview' }, toggle, list);

toggle.addEventListener('click', () => open(Boolean(list.hidden)));
panel.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || list.hidden) return;
  open(false);
  toggle.focus();
});
open(sessionStorage.getItem(KEY) === 'open');

function open(isOpen: boolean): void {
  list.hidden = !isOpen;
  toggle.setAttribute('aria-expanded', String(isOpen));
  sessionStorage.setItem(KEY, isOpen ? 'open' : 'closed');
}

export function showPanel({ findings, reports, pending }: PreviewState, page: Page): void {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  panel.classList.toggle('preview-panel--quiet', errors === 0);
  toggle.replaceChildren(
    ...(errors > 0 ? [flagShape('error'), counted(errors, 'error')] : ['Every assertion holds']),
    ...(warnings > 0 ? [element('span', { class: 'preview-count' }, flagShape('warning'), counted(warnings, 'warning'))] : []),
    ...(pending > 0 ? [element('span', { class: 'preview-count' }, `${counted(pending, 'report')} to go`)] : []),
  );
  const before = document.activeElement;
  const kept = list.scrollTop;
  list.replaceChildren(...sections(findings, reports, page));
  list.scrollTop = kept;
  if (before && !before.isConnected) list.focus();
  if (!panel.isConnected) document.body.append(panel);
  const here = document.querySelector('[data-preview-findings]');
  here?.replaceChildren(...findings.filter(({ report }) => !page.slug || report === page.slug).map((finding) => item(finding, page)));
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function sections(findings: readonly PreviewFinding[], reports: readonly PreviewReport[], page: Page): HTMLElement[] {
  if (findings.length === 0) return [element('p', { class: 'preview-none' }, 'Every assertion holds.')];
  const own = findings.filter(({ report }) => report !== null && report === page.slug);
  const others = Map.groupBy(
    findings.filter((finding) => !own.includes(finding)),
    ({ report }) => report,
  );
  const listOf = (of: readonly PreviewFinding[]): HTMLElement => element('ul', {}, ...of.map((finding) => item(finding, page)));
  return [
    ...(own.length > 0 ? [element('section', {}, element('h2', {}, 'In this report'), listOf(own))] : []),
    ...[...others].map(([slug, of]) => {
      const report = reports.find((one) => one.slug === slug);
      const name = `${report?.title ?? 'Data, people, sources and the rest'}: ${countedBySeverity(of)}`;
      const opened: Record<string, string> = of.some(({ severity }) => severity === 'error') ? { open: '' } : {};
      const way = report
        ? [element('p', { class: 'preview-place' }, element('a', { href: `${page.base}/reports/${slug}/` }, 'Go to the report'))]
        : [];
      return element('details', opened, element('summary', {}, name), ...way, listOf(of));
    }),
  ];
}

function countedBySeverity(findings: readonly PreviewFinding[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const)
    .flatMap(([count, severity]) => (count === 0 ? [] : [counted(count, severity)]))
    .join(', ');
}

function item(finding: PreviewFinding, { slug }: Page): HTMLElement {
  const { severity, message, path, line, column, rule, excerpt, write, report } = finding;
  const text = [flagShape(severity), element('span', {}, message)];
  const isHere = report === slug && isInPage(finding);
  const jump = isHere
    ? element('button', { class: 'preview-message', type: 'button' }, ...text)
    : element('p', { class: 'preview-message' }, ...text);
  if (isHere)
    jump.addEventListener('click', () => {
      // Where the panel would lie over it, it gives way.
      if (innerWidth < 760) open(false);
      const at = goTo(finding)?.getBoundingClientRect();
      if (at && panel.getBoundingClientRect().left < at.right) open(false);
    });
  const file = report === slug && report !== null ? path.replace(/^.*\//, '') : path;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const address = `/__open-in-editor?file=${encodeURIComponent(finding.open)}`;
  const edit = element('a', { href: address, title: 'Open in the editor' }, place);
  edit.addEventListener('click', (event) => {
    event.preventDefault();
    fetch(address);
  });
  return element(
    'li',
    { class: `preview-finding preview-finding--${severity}` },
    jump,
    ...(excerpt ? [element('pre', {}, `${excerpt.text}\n${' '.repeat(excerpt.caret)}^`)] : []),
    element('p', { class: 'preview-place' }, edit, ` ${rule}`),
    ...(write === null ? [] : [element('span', {}, ...copyButton(write, { class: 'preview-button', name: `Copy ‘${write}’` }))]),
  );
}
