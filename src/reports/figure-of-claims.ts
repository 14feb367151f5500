/** A figure of what others said against what the data say: one point a claim, on the claim's own day. */
import type { Element } from '../assertions/element.ts';
import { drawnLine, gathered } from '../charts/figure-data.ts';
import type { Claim } from '../charts/kind.ts';
import { dayOf } from '../data/day.ts';
import type { Context } from '../metrics/evaluate.ts';
import { formatDay } from '../metrics/format.ts';
import { type Report, readNames } from './figure-attributes.ts';
import type { Drawn } from './figure-of-series.ts';
import type { ComputedRecord } from './record.ts';
import { type ReportedFigures, readSaid, reportedAt } from './reported-figures.ts';

const MOST = 12;

/** Null (and findings) where a claim can't be drawn: each that can't is told of. */
export function figureOfClaims(element: Element, reported: ReportedFigures, context: Context, report: Report): Drawn | null {
  const { value = '', offset = 0 } = element.attributes.get('claims') ?? {};
  const ids = [...value.matchAll(/[^\s,]+/g)].map((match) => ({ id: match[0], at: offset + match.index }));
  const names = readNames(element, ids.length, `${ids.length} ${ids.length === 1 ? 'claim' : 'claims'}`, report);
  if (ids.length > MOST) return report('figure', offset, `${ids.length} claims are more than one figure shows. Take at most ${MOST}.`);
  const read = ids.flatMap(({ id, at }) => readClaim(id, at, reported, report) ?? []);
  if (names === null || read.length < ids.length) return null;
  return {
    data: gathered(read.map(({ ours }, k) => drawnLine(ours.metric, { last: 1 }, dayOf(ours.at), context, names[k] ?? inDays(ours.words)))),
    annotations: { claims: read.map(({ claim }) => claim) },
  };
}

/** The words of a metric with its days as a chart has them. */
const inDays = (words: string): string => words.replace(/\d{4}-\d{2}-\d{2}/g, (iso) => formatDay(dayOf(iso), 'short'));

function readClaim(id: string, at: number, all: ReportedFigures, report: Report): { claim: Claim; ours: ComputedRecord } | null {
  const reported = reportedAt(id, at, all, report);
  if (reported === null) return null;
  const { ours, status } = reported;
  if (ours === null) return report('claim', at, `'${id}' has nothing of ours to be drawn beside it. Give that Reported a metric: m="…".`);
  if (ours.unit !== 'ratio') return report('claim', at, `'${id}' is in ${ours.unit}. Only returns in percent share this scale.`);
  const said = readSaid(id, reported, at, report);
  return said && { claim: { ...said, isContradicted: status === 'contradicted' }, ours };
}
