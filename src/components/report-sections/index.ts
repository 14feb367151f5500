/** What stands after the text of a report: one file each beside this one. */
import type { Report } from '../../reports/library.ts';
import { inPlace, type Section, type SectionModule } from '../sections.ts';

interface Props {
  report: Report;
}

export type ReportSection = Section<Props>;

export const reportSections = inPlace(
  'src/components/report-sections',
  import.meta.glob<SectionModule<Props>>('./*.astro', { eager: true }),
);
