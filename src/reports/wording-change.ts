/** The first thing that is another in a report than in the version before, and the entry that would tell it. */
import type { Correction } from './front-matter.ts';
import { changedSentences, excerpts, type SentenceChange } from './text-changes.ts';
import type { VersionRecord } from './version.ts';

export interface WordingChange {
  /** 'the published text is another: 'It rose 3.5%.' is now 'It rose 3.6%.'' */
  told: string;
  was: string | null;
  now: string | null;
  /** The assertion it is about, if it is about one. */
  claim: string | null;
}

export function changeOf(before: VersionRecord, after: VersionRecord): WordingChange {
  const [sentence, ...others] = changedSentences(before.sentences, after.sentences);
  if (sentence) {
    const more =
      others.length > 0 ? `, and ${others.length === 1 ? 'one more sentence is' : `${others.length} more sentences are`} changed` : '';
    const claim = before.wording === after.wording ? null : claimOf(before, after, sentence);
    return { told: `the published text is another: ${toldOf(sentence)}${more}.`, ...(claim ?? { ...sentence, claim: null }) };
  }
  if (before.wording === after.wording) {
    const pin = ({ asOf, snapshot }: VersionRecord): string => `data as of ${asOf}, snapshot ${snapshot.id}`;
    return {
      told: `the report rests on other data than the published one: ${pin(before)}, is now ${pin(after)}.`,
      was: null,
      now: null,
      claim: null,
    };
  }
  const behind = changeBehind(before, after);
  const told = behind ? `${behind.claim}: '${behind.was}' is now '${behind.now}'` : 'a link, a label or how a figure is drawn';
  return {
    told: `no published sentence is another, but what stands behind one is (${told}).`,
    was: null,
    now: null,
    claim: null,
    ...behind,
  };
}

function toldOf({ was, now }: SentenceChange): string {
  if (was === null) return `'${now}' is new`;
  if (now === null) return `'${was}' is gone`;
  const short = excerpts({ was, now });
  return `'${short.was}' is now '${short.now}'`;
}

/** The assertion whose words are what is another in the sentence. */
function claimOf(before: VersionRecord, after: VersionRecord, { was, now }: SentenceChange): Omit<WordingChange, 'told'> | null {
  const old = new Map(before.assertions.map((assertion) => [assertion.id, assertion]));
  for (const { id, text } of after.assertions) {
    const other = old.get(id);
    if (other && other.text !== text && was?.includes(other.text) && now === was.replace(other.text, text))
      return { was: other.text, now: text, claim: id };
  }
  return null;
}

/** What a sentence rests on: its metric, its day, who said it, where it was read. */
function changeBehind(before: VersionRecord, after: VersionRecord): { was: string; now: string; claim: string } | null {
  const old = new Map(before.assertions.map((assertion) => [assertion.id, basisOf(assertion)]));
  for (const assertion of after.assertions) {
    const [was, now] = [old.get(assertion.id), basisOf(assertion)];
    if (was !== undefined && was !== now) return { was, now, claim: assertion.id };
  }
  return null;
}

function basisOf(assertion: VersionRecord['assertions'][number]): string {
  if (assertion.kind === 'fact') return `${assertion.metric} on ${assertion.at}`;
  const said = `${assertion.by}, ${assertion.source}`;
  if (assertion.kind === 'quote') return said;
  if (assertion.kind === 'call')
    return `${said}: ${assertion.metric ?? 'no metric'} ${assertion.expects ?? ''} by ${assertion.due ?? 'no day'}`;
  return assertion.ours ? `${said}: ${assertion.ours.metric} on ${assertion.ours.at}` : said;
}

/** The entry for the front matter, without its day and its reason. What is only new was not wrong. */
export function entryFor({ was, now, claim }: WordingChange): Partial<Correction> {
  if (was === null) return { kind: 'update' };
  return { kind: 'correction', ...(claim === null ? {} : { claims: [claim] }), was, now: now ?? 'Taken out.' };
}
