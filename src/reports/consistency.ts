/**
 * Statements of one report that do not go together, though each of them holds: the same value written in two ways, two
 * ranks of one value, a difference that is not that of its parts as printed, a verb that says the opposite of the number after it.
 */

import type { Quantity } from '../assertions/atoms.ts';
import type { Claim } from '../assertions/claims.ts';
import { directions } from '../assertions/lexicon.ts';
import { joinedWords } from '../assertions/loose.ts';
import type { ReportSource } from '../assertions/read.ts';
import { readClaims } from '../assertions/verify.ts';
import { type Finding, warning } from '../finding.ts';
import { parseExpression } from '../metrics/expression.ts';
import { shapeOf } from '../metrics/shape.ts';
import type { AssertionRecord, FactRecord } from './record.ts';

interface Said {
  fact: FactRecord;
  quantity: Quantity | null;
  superlatives: (Claim & { kind: 'superlative' })[];
  direction: 1 | -1 | null;
}

export function inconsistencies(assertions: readonly AssertionRecord[], report: ReportSource): Finding[] {
  const said = assertions
    .filter((assertion) => assertion.kind === 'fact' && assertion.status === 'verified')
    .map((fact) => saidIn(fact as FactRecord));
  const warn = (rule: string, { fact }: Said, message: string): Finding => {
    const element = report.elements.find(({ id }) => id === fact.id);
    return warning(rule, report.source.placeOf(element?.textOffsets[0] ?? element?.offset ?? 0), message, fact.id);
  };
  return [...sameValue(said, warn), ...differences(said, warn), ...verbs(said, report, warn)];
}

type Warn = (rule: string, said: Said, message: string) => Finding;

function saidIn(fact: FactRecord): Said {
  const claims = readClaims(fact.text);
  const quantities = claims.flatMap((claim) =>
    claim.kind === 'quantity' && claim.role === 'value' && claim.quantity.unit !== 'sessions' && claim.quantity.unit !== 'weeks'
      ? [claim.quantity]
      : [],
  );
  const direction = claims.find((claim) => claim.kind === 'direction');
  return {
    fact,
    quantity: quantities[0] ?? null,
    superlatives: claims.filter((claim) => claim.kind === 'superlative'),
    direction: direction?.direction.sign ?? null,
  };
}

const folded = (metric: string): string => metric.replace(/\s+/g, '');

/** Each value against the first that was said of the same metric on the same day. */
function sameValue(said: readonly Said[], warn: Warn): Finding[] {
  const first = { quantity: new Map<string, Said>(), superlative: new Map<string, Said>() };
  return said.flatMap((one) => {
    const { fact, quantity, superlatives } = one;
    const key = `${folded(fact.metric)} ${fact.at}`;
    const findings: Finding[] = [];
    const otherQuantity = first.quantity.get(key);
    if (quantity) {
      if (otherQuantity?.quantity && isOtherwise(otherQuantity.quantity, quantity))
        findings.push(
          warn(
            'written-differently',
            one,
            `'${fact.text}' here and '${otherQuantity.fact.text}' on line ${otherQuantity.fact.line} are one value (${fact.exact}) written in two ways. Write it in one.`,
          ),
        );
      if (!otherQuantity) first.quantity.set(key, one);
    }
    const rankKey = `${key} ${superlatives[0]?.ofLevel}`;
    const otherRank = first.superlative.get(rankKey);
    if (superlatives.length > 0) {
      if (otherRank && rankOf(otherRank) !== rankOf(one))
        findings.push(
          warn(
            'ranked-differently',
            one,
            `'${fact.text}' here and '${otherRank.fact.text}' on line ${otherRank.fact.line} rank one value (${fact.exact}) in two ways. Say one of them, or both in one Fact.`,
          ),
        );
      if (!otherRank) first.superlative.set(rankKey, one);
    }
    return findings;
  });
}

/** 'More than 60%' beside '65%' is style; '3%' beside '3.0%' is not. */
function isOtherwise(a: Quantity, b: Quantity): boolean {
  if (a.bound !== null || b.bound !== null || a.unit !== b.unit) return false;
  return Math.abs(a.number) * a.scale !== Math.abs(b.number) * b.scale || a.decimals !== b.decimals;
}

function rankOf({ superlatives }: Said): string {
  return superlatives
    .map(({ claim: { sign, place, tied, scope } }) =>
      JSON.stringify([sign, place, tied, scope.kind, 'date' in scope ? [scope.date.year, scope.date.month, scope.date.day] : null]),
    )
    .join();
}

/** A difference and its two parts, all printed: a reader will subtract. */
function differences(said: readonly Said[], warn: Warn): Finding[] {
  return said.flatMap((one) => {
    const { fact, quantity } = one;
    const expression = parseExpression(fact.metric);
    if (!quantity || expression.kind !== 'binary' || expression.operator !== '-') return [];
    const partAt = (metric: string): Said | undefined =>
      said.find((other) => other.quantity !== null && other.fact.at === fact.at && folded(other.fact.metric) === folded(metric));
    const left = partAt(fact.metric.slice(0, expression.offset));
    const right = partAt(fact.metric.slice(expression.offset + 1));
    if (!left?.quantity || !right?.quantity) return [];
    const quantities = [left.quantity, right.quantity, quantity];
    if (quantities.some(({ bound, decimals, scale }) => bound !== null || decimals !== quantity.decimals || scale !== quantity.scale))
      return [];
    const printed = signed(left) - signed(right);
    if (printed.toFixed(quantity.decimals) === signed(one).toFixed(quantity.decimals)) return [];
    return [
      warn(
        'parts-disagree',
        one,
        `'${fact.text}' is right, and is not the difference of its parts as they are printed: '${left.fact.text}' on line ${left.fact.line} and '${right.fact.text}' on line ${right.fact.line} give ${Math.abs(printed).toFixed(quantity.decimals)}. Print one more decimal, or say that the parts are rounded.`,
      ),
    ];
  });
}

const signed = ({ fact, quantity }: Said): number => Math.abs(quantity?.number ?? 0) * Math.sign(Number(fact.value));

const VERB_BEFORE = new RegExp(`\\b(${[...directions.up, ...directions.down].join('|')})(?: (?:by|another|a further))?\\s*$`, 'i');

/** 'Fell' before a Fact that rose, or before one that prints a minus of its own. */
function verbs(said: readonly Said[], report: ReportSource, warn: Warn): Finding[] {
  const byId = new Map(said.map((one) => [one.fact.id, one]));
  return report.blocks.flatMap((block) => {
    const { text, offsets } = joinedWords(block);
    return block.parts.flatMap((part) => {
      const one = 'element' in part ? byId.get(part.element.id) : undefined;
      if (!one || !('element' in part) || one.direction !== null || shapeOf(one.fact.metric).kind !== 'move') return [];
      const verb = VERB_BEFORE.exec(text.slice(0, offsets.indexOf(part.element.offset)))?.[1];
      const sign = Math.sign(Number(one.fact.value));
      if (!verb || Number.isNaN(sign)) return [];
      const verbSign = directions.up.includes(verb.toLowerCase()) ? 1 : -1;
      if (sign !== verbSign)
        return [
          warn(
            'verb-contradicts',
            one,
            `'${verb}' stands before '${one.fact.text}', and the data say ${one.fact.exact}. Put the verb inside the Fact, where it is checked.`,
          ),
        ];
      return verbSign < 0 && /^[-−]/.test(one.fact.text)
        ? [warn('verb-contradicts', one, `'${verb} ${one.fact.text}' says the minus twice. Take one away.`)]
        : [];
    });
  });
}
