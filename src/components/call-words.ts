/** What pages say of calls. */
import { formatInput } from '../metrics/format.ts';
import type { BaseRate, CallMark } from '../reports/call-mark.ts';
import { inType } from '../reports/in-type.ts';
import type { CallRecord } from '../reports/record.ts';
import { statusOf } from '../reports/status.ts';
import { conditionInWords } from './call-condition.ts';
import { capitalised, valueOnDay, withDays } from './claim.ts';

/** 'Came true', 'Did not come true', 'Open', 'Void', 'Unscorable'. */
export const OUTCOME_WORDS = {
  right: 'Came true',
  wrong: 'Did not come true',
  open: 'Open',
  void: 'Void',
  unscorable: 'Unscorable',
} as const;

/** After the words of a call, for those who don't see its icon. */
export function markWord(call: CallRecord, mark: CallMark | null): string {
  const { status } = mark ?? call;
  return {
    open: 'an open call',
    right: 'a call that came true',
    wrong: 'a call that did not come true',
    void: 'a call whose data ended',
    unscorable: 'a call that can’t be scored',
  }[status];
}

/** 'Above 0: iShares …' */
export function betInWords({ words, expects }: CallRecord): string | null {
  return words === null || expects === null ? null : `${capitalised(conditionInWords(expects))}: ${withDays(words)}`;
}

/** 'Came true: +2.810 pp on Jan 16, 2025'. Null while nothing is known. */
export function outcomeInWords(mark: CallMark | null): string | null {
  if (!mark || mark.status === 'open' || mark.status === 'unscorable') return null;
  return mark.value ? `${OUTCOME_WORDS[mark.status]}: ${valueOnDay(mark.value)}` : 'Void: the data ended before the day it was due';
}

/** '62% of 6,871 days, 327 separate windows'; in counts alone where there are too few windows for a percentage. */
export function baseInWords({ days, held, separate, share }: BaseRate): string {
  const often = share === null ? `${formatInput(held)} of ${formatInput(days)} days` : `${share} of ${formatInput(days)} days`;
  return `${often}, ${formatInput(separate)} separate ${separate === 1 ? 'window' : 'windows'}`;
}

/** Why a call is not scored. */
export const whyUnscorable = ({ why }: CallRecord): string => inType(why ?? 'It is too vague: it names no measure and no day.');

/** The icon of an outcome. */
export const iconOf = (call: CallRecord, status: CallMark['status']) => statusOf(call, status).icon;
