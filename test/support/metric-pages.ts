/** Pages of metrics on the project's snapshots, as the site would have them. */
import type { Snapshot } from '../../src/data/snapshot.ts';
import { readContent } from '../../src/reports/content.ts';
import { type MetricPage, type MetricUse, metricPages } from '../../src/reports/metric-pages.ts';
import { type Desk, type MetricView, metricView } from '../../src/reports/metric-view.ts';
import { written } from './marks.ts';
import { all, calendar, july2024 } from './metrics.ts';

const { named, names } = readContent('content');

/** The desk, its July 2024 snapshot replaced by another where a test says so. */
export const deskWith = (pinned: Snapshot = july2024): Desk => ({
  snapshot: (id) => (id === all.id ? all : pinned),
  snapshots: [july2024.id, all.id],
  calendar,
  named,
  names,
});

/** A report that states these, each as `metric` or `metric at day`. */
export function reportOf(...statements: readonly string[]): MetricUse['report'] {
  const facts = statements.map((statement) => {
    const [metric, at = '2024-07-16'] = statement.split(' at ');
    return `<Fact m="${metric}" at="${at}" />`;
  });
  const { file, record } = written(facts.join('\n\n'));
  if (!record) throw new Error('no record');
  return { slug: file.slug, frontMatter: { title: 'A' } as MetricUse['report']['frontMatter'], record, marks: null };
}

export function pageOf(statement: string): MetricPage {
  return metricPages([reportOf(statement)])[0];
}

/** The page's contents for a statement. */
export const viewOf = (statement: string, desk = deskWith()): MetricView => metricView(pageOf(statement), desk);
