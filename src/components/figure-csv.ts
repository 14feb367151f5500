/** The values of a figure as a file, with what must go with them. */
import { figureTable } from '../charts/figure-table.ts';
import { settings } from '../settings.ts';
import { figureAddress, reportAddress } from './addresses.ts';
import type { Placed } from './figure-texts.ts';
import { resourcesOf } from './resources.ts';

/** @param site origin of the addresses in it */
export function csvOf({ report, figure, number, snapshot, asOf }: Placed, site: URL | undefined): string {
  const { title, published } = report.frontMatter;
  const { id } = figure.spec;
  const what = number === null ? 'what followed the publication' : `figure ${number}`;
  return figureTable(figure.data, [
    `${settings().name}: ${what} of “${title}”, published ${published}, data as of ${asOf}, snapshot ${snapshot.id}`,
    String(new URL(number === null ? `${reportAddress(report.slug)}#${id}` : figureAddress(report.slug, id), site)),
    ...resourcesOf(figure.record.inputs, snapshot).map(
      ({ title, provenance }) => `${title}: ${provenance.attribution.replace(/\.$/, '')}. Terms: ${provenance.termsUrl}`,
    ),
  ]);
}
