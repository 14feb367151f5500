/** All that the preview adds to a page: what does not hold where it stands, the list of all of it, drafts marked, and a new page where there is one. */
import type { PreviewState } from '../state.ts';
import { showBand } from './band.ts';
import { markDrafts } from './drafts.ts';
import { markFindings } from './marks.ts';
import { showPanel } from './panel.ts';
import './preview.css';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const path = location.pathname.slice(base.length);
/** The slug of the report whose page or figure this is. */
const slug = /^\/reports\/([^/]+)\//.exec(path)?.[1];
const isReport = slug !== undefined && path === `/reports/${slug}/`;

/** The version of the desk that the server says this page is of; where it says nothing, the first that is heard of. */
let own = Number(
  (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming)?.serverTiming?.find(({ name }) => name === 'preview')
    ?.description ?? Number.NaN,
);

/** The version since when this page is as it is now. */
function since({ shared, listed, reports }: PreviewState): number {
  return Math.max(shared, reports.find((report) => report.slug === slug)?.since ?? listed);
}

function receive(state: PreviewState | null): void {
  if (!state) return;
  if (Number.isNaN(own)) own = state.version;
  // The browser keeps the place on the page.
  if (since(state) > own) {
    location.reload();
    return;
  }
  const report = state.reports.find((one) => one.slug === slug);
  showBand(report);
  markDrafts(state.reports, base);
  markFindings(isReport && report?.shown === 'current' ? state.findings.filter((finding) => finding.report === slug) : []);
  showPanel(state, { slug: report && slug, base });
}

// What other sites frame is shown as it is.
if (import.meta.hot && document.querySelector('main#main')) {
  import.meta.hot.on('preview:state', receive);
  import.meta.hot.on('vite:ws:connect', () => import.meta.hot?.send('preview:hello'));
  import.meta.hot.send('preview:hello');
}
