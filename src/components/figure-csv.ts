/** The values of a figure as a file, with what must go with them. */
import { figureTable } from '../charts/figure-table.ts';
import { settings } from '../settings.ts';
import { figureAddress } from './addresses.ts';
import type { Placed } from './figure-texts.ts';
import { resourcesOf } from './resources.ts';

/** @param site origin of the addresses in it */
export function csvOf({ report, figure, number, snapshot }: Placed, site: URL | undefined): string {
  const { published } = report.frontMatter;
  return figureTable(figure.data, [
    `${settings().name}: figure ${number} of “${report.frontMatter.title}”, published ${published}, data as of ${report.record.asOf}, snapshot ${snapshot.id}`,
    String(new URL(figureAddress(report.slug, figure.spec.id), site)),
    ...resourcesOf(figure.record.inputs, snapshot).map(
      ({ title, provenance }) => `${title}: ${provenance.attribution.replace(/\.$/, '')}. Terms: ${provenance.termsUrl}`,
    ),
  ]);
}
