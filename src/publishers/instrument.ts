/** What the figures of a series are the price or the measure of: the checks judge an index otherwise than a share. */
import type { ResourceDeclaration } from './declaration.ts';

export type Instrument = 'index' | 'volatility' | 'future' | 'share' | 'rate' | 'volume';

const byUnit = { points: 'index', USD: 'share', percent: 'rate', contracts: 'volume' } as const;

/**
 * The instrument of one series: as the resource declares it, else by the series' unit. Points without a
 * declaration are an index, which is judged most strictly; USD is a share or an exchange-traded fund.
 */
export function instrumentOf(resource: ResourceDeclaration, field: ResourceDeclaration['fields'][number]): Instrument {
  return resource.instrument ?? byUnit[field.unit];
}
