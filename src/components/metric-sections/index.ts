/** What the page of a metric says of it: one file each beside this one. */
import type { MetricPage } from '../../reports/metric-pages.ts';
import type { MetricView } from '../../reports/metric-view.ts';
import { inPlace, type Section, type SectionModule } from '../sections.ts';

interface Props {
  page: MetricPage;
  view: MetricView;
}

export type MetricSection = Section<Props>;

export const metricSections = inPlace(
  'src/components/metric-sections',
  import.meta.glob<SectionModule<Props>>('./*.astro', { eager: true }),
);
