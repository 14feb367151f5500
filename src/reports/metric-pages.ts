/** Every metric and day that a published report states: one page each. */
import { error, Fault } from '../finding.ts';
import { type Expression, parseExpression } from '../metrics/expression.ts';
import { printExpression, replaced } from '../metrics/print-expression.ts';
import type { Report } from './library.ts';
import type { ComputedRecord, FactRecord, ReportedRecord } from './record.ts';

/** One statement of the metric on its day. */
export interface MetricUse {
  report: Pick<Report, 'slug' | 'frontMatter' | 'record' | 'marks'>;
  assertion: FactRecord | ReportedRecord;
  /** Its number in the report. */
  number: number;
  computed: ComputedRecord;
}

export interface MetricPage {
  /** The expression, always written the same way. */
  metric: string;
  at: string;
  /** At least one; newest report first. */
  uses: MetricUse[];
}

/** In the order of the metrics' texts, then of their days. */
export function metricPages(reports: readonly MetricUse['report'][]): MetricPage[] {
  const pages = new Map<string, MetricPage>();
  for (const report of reports) {
    for (const [index, assertion] of report.record.assertions.entries()) {
      const computed = assertion.kind === 'fact' ? assertion : assertion.kind === 'reported' ? assertion.ours : null;
      if (!computed || (assertion.kind !== 'fact' && assertion.kind !== 'reported')) continue;
      const { at } = computed;
      const metric = printExpression(parseExpression(computed.metric));
      const key = `${metric} ${at}`;
      const page = pages.get(key) ?? { metric, at, uses: [] };
      pages.set(key, page);
      page.uses.push({ report, assertion, number: index + 1, computed });
    }
  }
  return [...pages.values()].sort((a, b) => compare(a.metric, b.metric) || compare(a.at, b.at));
}

/** By code units: no machine's locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The pages by their addresses.
 * @throws Fault where two metrics would stand at one address
 */
export function byAddress(pages: readonly MetricPage[], addressOf: (metric: string, at: string) => string): Map<string, MetricPage> {
  const taken = new Map<string, MetricPage>();
  for (const page of pages) {
    const address = addressOf(page.metric, page.at);
    const other = taken.get(address);
    if (other) {
      const [{ report, assertion }] = page.uses;
      throw new Fault(
        error(
          'metric-address',
          { path: report.slug, line: assertion.line },
          `'${page.metric}' and '${other.metric}' are two metrics, and their pages would both stand at ${address}. Give one of them a name in content/metrics.yaml, and use the name.`,
          assertion.id,
        ),
      );
    }
    taken.set(address, page);
  }
  return taken;
}

/** Pages that are told beside one. */
const RELATED = 8;

/** Of pages: those worth a look beside one. The same metric of other series, over other windows, then on other days, the nearest of these first. */
export function relatedIn(pages: readonly MetricPage[]): (page: MetricPage) => MetricPage[] {
  const forms = new Map(pages.map((page) => [page, formsOf(page.metric)]));
  const bySeries = Map.groupBy(pages, (page) => `${page.at} ${forms.get(page)?.ofAnySeries}`);
  const byWindow = Map.groupBy(pages, (page) => `${page.at} ${forms.get(page)?.overAnyWindow}`);
  const byMetric = Map.groupBy(pages, ({ metric }) => metric);
  return (page) => {
    const [ofSeries, ofWindow] = [forms.get(page)?.ofAnySeries, forms.get(page)?.overAnyWindow];
    const days = byMetric.get(page.metric) ?? [];
    const own = days.indexOf(page);
    const near = days
      .slice(Math.max(0, own - RELATED), own + RELATED + 1)
      .sort((a, b) => Math.abs(days.indexOf(a) - own) - Math.abs(days.indexOf(b) - own));
    const others = [bySeries.get(`${page.at} ${ofSeries}`) ?? [], byWindow.get(`${page.at} ${ofWindow}`) ?? [], near].flat();
    return [...new Set(others.filter((other) => other !== page))].slice(0, RELATED);
  };
}

/** A metric with its series left open, and with its windows left open. */
function formsOf(metric: string): { ofAnySeries: string; overAnyWindow: string } {
  const expression = parseExpression(metric);
  const without = (kind: Expression['kind']): string =>
    printExpression(replaced(expression, (part) => (part.kind === kind ? { kind: 'series', id: kind, offset: 0 } : null)));
  return { ofAnySeries: without('series'), overAnyWindow: without('window') };
}
