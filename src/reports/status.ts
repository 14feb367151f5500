/** The word and the icon of a status, the same everywhere. */
import type { CallStatus } from './call-mark.ts';
import type { CallRecord, FactRecord, QuoteRecord, ReportedRecord } from './record.ts';

export type IconName =
  | 'ok'
  | 'tick'
  | 'reported'
  | 'holds'
  | 'contradicted'
  | 'bad'
  | 'opinion'
  | 'call'
  | 'call-right'
  | 'call-wrong'
  | 'call-void'
  | 'warning';

export interface Status {
  /** In addresses: '/claims/verified/'. */
  id: string;
  /** As a column says it: 'Verified'. */
  word: string;
  /** As a count says it, of one and of several: '11 verified'. */
  counted: readonly [one: string, several: string];
  icon: IconName;
  /** What it means, for the key. */
  means: string;
}

/** In the order in which counts and keys are shown. */
const STATUSES = {
  verified: {
    word: 'Verified',
    counted: ['verified', 'verified'],
    icon: 'ok',
    means: 'The author’s words agree with the data; the build checks it.',
  },
  computed: { word: 'Computed', counted: ['computed', 'computed'], icon: 'ok', means: 'The build wrote the number from the data.' },
  fails: {
    word: 'Fails',
    counted: ['fails', 'fail'],
    icon: 'bad',
    means: 'The words do not agree with the data. No such report is published.',
  },
  reported: {
    word: 'Reported',
    counted: ['reported', 'reported'],
    icon: 'reported',
    means: 'Somebody else’s figure, which our data can’t check.',
  },
  holds: {
    word: 'Reported, holds',
    counted: ['reported, holds', 'reported, hold'],
    icon: 'holds',
    means: 'Somebody else’s figure; our data agree.',
  },
  contradicted: {
    word: 'Reported, contradicted',
    counted: ['contradicted', 'contradicted'],
    icon: 'contradicted',
    means: 'Somebody else’s figure; our data say otherwise, and ours is shown.',
  },
  'no-longer-holds': {
    word: 'No longer holds',
    counted: ['no longer holds', 'no longer hold'],
    icon: 'bad',
    means: 'True of its own day. It was beaten since, or a publisher revised the data; the words stand as they were published.',
  },
  opinion: {
    word: 'Opinion',
    counted: ['opinion', 'opinions'],
    icon: 'opinion',
    means: 'Somebody’s words, with their source. Not scored.',
  },
  'call-open': {
    word: 'Call open',
    counted: ['call open', 'calls open'],
    icon: 'call',
    means: 'A forecast with a condition and a day, not due yet.',
  },
  'call-right': {
    word: 'Call, came true',
    counted: ['call came true', 'calls came true'],
    icon: 'call-right',
    means: 'A forecast whose condition held on the day it was due.',
  },
  'call-wrong': {
    word: 'Call, did not come true',
    counted: ['call did not come true', 'calls did not come true'],
    icon: 'call-wrong',
    means: 'A forecast whose condition did not hold on the day it was due.',
  },
  'call-void': {
    word: 'Call, void',
    counted: ['call void', 'calls void'],
    icon: 'call-void',
    means: 'A forecast that can’t be scored any more: the data it was to be scored by ended before the day it was due.',
  },
  'call-unscorable': {
    word: 'Call, unscorable',
    counted: ['call unscorable', 'calls unscorable'],
    icon: 'call',
    means: 'A forecast that can’t be scored: it is too vague, or our data have nothing of it.',
  },
} as const satisfies Record<string, Omit<Status, 'id'>>;

type StatusId = keyof typeof STATUSES;

export const statuses: readonly Status[] = Object.entries(STATUSES).map(([id, status]) => ({ id, ...status }));

/** What a status is told from: an assertion of a record, of an earlier version too. */
export type Judged =
  | (Pick<FactRecord, 'kind' | 'status'> & { checks: readonly unknown[] })
  | Pick<ReportedRecord, 'kind' | 'status'>
  | Pick<CallRecord, 'kind' | 'status'>
  | Pick<QuoteRecord, 'kind'>;

const BY_ID = new Map(statuses.map((status) => [status.id, status]));

/** What became of an assertion by the newest snapshot: its words lapsed, or it is a Call and came out so; null where nothing did. */
export type Became = 'lapsed' | CallStatus | null;

/** A Fact is Computed where the build wrote the number, Verified where the author did and the data agree. */
function statusIdOf(assertion: Judged, became: Became): StatusId {
  if (became === 'lapsed') return 'no-longer-holds';
  switch (assertion.kind) {
    case 'quote':
      return 'opinion';
    case 'call':
      return `call-${became ?? assertion.status}`;
    case 'reported':
      return assertion.status === 'unchecked' ? 'reported' : assertion.status;
    case 'fact':
      return assertion.status === 'fails' ? 'fails' : assertion.checks.length === 0 ? 'computed' : 'verified';
  }
}

/** @param became since; null for the status as it was published */
export function statusOf(assertion: Judged, became: Became = null): Status {
  return BY_ID.get(statusIdOf(assertion, became)) as Status;
}

/** How many have each status, in a fixed order, those with none left out. */
export function countStatuses(found: readonly Status[]): { status: Status; count: number }[] {
  return statuses.flatMap((status) => {
    const count = found.filter((other) => other === status).length;
    return count > 0 ? [{ status, count }] : [];
  });
}

/** How many assertions have each status, as they were published. */
export function countByStatus(assertions: readonly Judged[]): { status: Status; count: number }[] {
  return countStatuses(assertions.map((assertion) => statusOf(assertion)));
}

/** What an icon stands for in a count of icons alone: two statuses may share one. */
export interface Mark {
  icon: IconName;
  words: string;
}

const MARKS: readonly (Mark & { of: readonly StatusId[] })[] = [
  { icon: 'ok', words: 'verified or computed', of: ['verified', 'computed'] },
  { icon: 'bad', words: 'fails', of: ['fails'] },
  { icon: 'reported', words: 'reported', of: ['reported'] },
  { icon: 'holds', words: 'reported, holds', of: ['holds'] },
  { icon: 'contradicted', words: 'contradicted', of: ['contradicted'] },
  { icon: 'bad', words: 'no longer holds', of: ['no-longer-holds'] },
  { icon: 'opinion', words: 'opinion', of: ['opinion'] },
  { icon: 'call', words: 'call', of: ['call-open', 'call-unscorable'] },
  { icon: 'call-right', words: 'call, came true', of: ['call-right'] },
  { icon: 'call-wrong', words: 'call, did not come true', of: ['call-wrong'] },
  { icon: 'call-void', words: 'call, void', of: ['call-void'] },
];

/** How many have each mark, in a fixed order, those with none left out. */
export function countMarks(found: readonly Status[]): { mark: Mark; count: number }[] {
  return MARKS.flatMap((mark) => {
    const count = found.filter(({ id }) => (mark.of as readonly string[]).includes(id)).length;
    return count > 0 ? [{ mark, count }] : [];
  });
}
