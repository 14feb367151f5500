/** The word and the icon of a status, the same everywhere. */
import type { CallStatus } from './call-mark.ts';
import type { AssertionRecord } from './record.ts';

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

const BY_ID = new Map(statuses.map((status) => [status.id, status]));

/** A Fact is Computed where the build wrote the number, Verified where the author did and the data agree. */
function statusIdOf(assertion: AssertionRecord, outcome?: CallStatus): StatusId {
  switch (assertion.kind) {
    case 'quote':
      return 'opinion';
    case 'call':
      return `call-${outcome ?? assertion.status}`;
    case 'reported':
      return assertion.status === 'unchecked' ? 'reported' : assertion.status;
    case 'fact':
      return assertion.status === 'fails' ? 'fails' : assertion.checks.length === 0 ? 'computed' : 'verified';
  }
}

/** @param outcome what became of a Call; without it the status is that as published */
export function statusOf(assertion: AssertionRecord, outcome?: CallStatus): Status {
  return BY_ID.get(statusIdOf(assertion, outcome)) as Status;
}

/** How many assertions have each status, in a fixed order, those with none left out. */
export function countByStatus(assertions: readonly AssertionRecord[]): { status: Status; count: number }[] {
  return countOf(assertions.map((assertion) => statusOf(assertion)));
}

/** How many there are of each status, in a fixed order, those with none left out. */
export function countOf(found: readonly Status[]): { status: Status; count: number }[] {
  return statuses.flatMap((status) => {
    const count = found.filter((other) => other === status).length;
    return count > 0 ? [{ status, count }] : [];
  });
}

/** What an icon stands for in a count of icons alone: two statuses may share one. */
export interface Mark {
  icon: IconName;
  words: string;
}

const MARKS: readonly Mark[] = [
  { icon: 'ok', words: 'verified or computed' },
  { icon: 'bad', words: 'fails' },
  { icon: 'reported', words: 'reported' },
  { icon: 'holds', words: 'reported, holds' },
  { icon: 'contradicted', words: 'contradicted' },
  { icon: 'opinion', words: 'opinion' },
  { icon: 'call', words: 'call' },
  { icon: 'call-right', words: 'call, came true' },
  { icon: 'call-wrong', words: 'call, did not come true' },
  { icon: 'call-void', words: 'call, void' },
];

/** How many assertions have each icon, in a fixed order, those with none left out. */
export function countByMark(assertions: readonly AssertionRecord[]): { mark: Mark; count: number }[] {
  return MARKS.flatMap((mark) => {
    const count = assertions.filter((assertion) => statusOf(assertion).icon === mark.icon).length;
    return count > 0 ? [{ mark, count }] : [];
  });
}
