/** What a request of the page asks, and the answer or what is wrong with it. */
import { type Day, dayOf, isIsoDate } from '../data/day.ts';
import { listSnapshots } from '../data/snapshot.ts';
import { error, Fault, type Finding } from '../finding.ts';
import type { AskDesk } from '../reports/ask.ts';
import { openAskDesk } from '../reports/ask-desk.ts';
import { foldersFrom } from '../reports/folders.ts';
import { answerOf, type MetricAnswer } from '../reports/metric-answer.ts';
import { type RemarkableFacts, remarkableFacts } from '../reports/remarkable-facts.ts';

export interface Question {
  /** The expression as written; empty where nothing is asked. */
  metric: string;
  at: string;
  /** A phrase that is held against it; empty where none is. */
  say: string;
  snapshot: string;
  wantsFacts: boolean;
}

export interface Asked {
  question: Question;
  snapshots: string[];
  /** Null where the snapshot can't be read. */
  desk: AskDesk | null;
  answer: MetricAnswer | null;
  facts: RemarkableFacts | null;
  findings: readonly Finding[];
}

const MOST_FACTS = 10;

export function asked(query: URLSearchParams): Asked {
  const folders = foldersFrom();
  const snapshots = listSnapshots(folders.data).reverse();
  const of = (name: string): string => query.get(name)?.trim() ?? '';
  const question = {
    metric: of('m'),
    at: of('at'),
    say: of('say'),
    snapshot: of('snapshot') || (snapshots[0] ?? ''),
    wantsFacts: query.has('facts'),
  };
  const nothing: Asked = { question, snapshots, desk: null, answer: null, facts: null, findings: [] };
  let desk: AskDesk | null = null;
  try {
    desk = openAskDesk(folders, question.snapshot || null);
    if (question.metric === '') return { ...nothing, desk };
    const at = dayIn(question.at);
    const answer = answerOf(question.metric, at, desk, question.say === '' ? [] : [question.say]);
    const facts = question.wantsFacts ? remarkableFacts(answer.metric, [], at, MOST_FACTS, desk) : null;
    return { ...nothing, desk, answer, facts };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { ...nothing, desk, findings: fault.findings };
  }
}

/** @throws Fault for what is no date */
function dayIn(text: string): Day | null {
  if (text === '') return null;
  if (isIsoDate(text)) return dayOf(text);
  throw new Fault(error('at', { path: 'at' }, `'${text}' is not a date. Write YYYY-MM-DD.`));
}
