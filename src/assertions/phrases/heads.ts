/** Superlatives of a metric, without since when: 'best five sessions', 'highest close', 'widest one-day lead', and which values they rank. */
import { parseExpression } from '../../metrics/expression.ts';
import { numberWord } from '../number-words.ts';
import type { Subject } from '../subject.ts';
import { isPrice, isRunning, nounsOf, periodOf, spanOf, windowOf } from './telling.ts';

export interface Head {
  words: string;
  /** 1 where the large values are the better ones. */
  sign: 1 | -1;
}

const HIGHEST: Head = { words: 'highest', sign: 1 };
const LOWEST: Head = { words: 'lowest', sign: -1 };

/** A move is ranked among those of its own direction, a level both ways. A period that goes on, and a window whose ends are fixed, are not ranked. */
export function headsOf(subject: Subject): Head[] {
  const { shape, unit, value } = subject;
  if (isRunning(subject) || shape.windows.some(({ bounds }) => bounds) || ['date', 'flag', 'rank'].includes(unit)) return [];
  if (shape.isDrawdown)
    return [
      { words: 'deepest drawdown', sign: -1 },
      { words: 'smallest drawdown', sign: 1 },
    ];
  if (shape.kind !== 'move') return ofLevel(subject);
  const sign = Math.sign(value) as 1 | -1 | 0;
  if (sign === 0) return [];
  return (shape.isStreak ? ofStreak(subject) : [ofMove(subject)]).map((words) => ({ words, sign }));
}

function ofLevel(subject: Subject): Head[] {
  if (isPrice(subject)) return [HIGHEST, LOWEST].map(({ words, sign }) => ({ words: `${words} close`, sign }));
  if (subject.unit === 'contracts' && parseExpression(subject.metric).kind === 'series')
    return [
      { words: 'busiest session', sign: 1 },
      { words: 'quietest session', sign: -1 },
    ];
  return [HIGHEST, LOWEST];
}

function ofStreak(subject: Subject): string[] {
  const { shape, value } = subject;
  if (shape.isDifference) return [`longest streak of ${value > 0 ? 'outperformance' : 'underperformance'}`];
  const period = shape.windows.find((window) => window.period)?.period;
  return nounsOf(subject, value).map(
    (noun) => `longest streak of ${period ? `${ADJECTIVES[period]} ` : ''}${noun === 'loss' ? 'losse' : noun}s`,
  );
}

const ADJECTIVES: Readonly<Record<string, string>> = { week: 'weekly', month: 'monthly', quarter: 'quarterly', year: 'yearly' };

/** 'Best week', 'largest one-day rise', 'widest five-session lead'. */
function ofMove(subject: Subject): string {
  const { shape, unit, value } = subject;
  const window = windowOf(subject);
  const span = window && spanOf(window);
  const period = window && periodOf(window);
  if (unit === 'ratio' && !shape.isDifference && window) {
    const good = value > 0 ? 'best' : 'worst';
    if (window.text === '1d') return `${good} day`;
    if (period) return `${good} ${period}`;
    if (span?.unit === 'session' || span?.unit === 'week' || span?.count === 1)
      return `${good} ${span.count === 1 ? span.unit : `${numberWord(span.count)} ${span.unit}s`}`;
  }
  const length =
    period !== null && period !== undefined
      ? `${ADJECTIVES[period]} `
      : span?.unit === 'session'
        ? `${numberWord(span.count)}-${span.count === 1 ? 'day' : 'session'} `
        : '';
  if (shape.isDifference) return `widest ${length}${value > 0 ? 'lead' : 'lag'}`;
  return `largest ${length}${unit === 'ratio' ? (value > 0 ? 'gain' : 'loss') : value > 0 ? 'rise' : 'fall'}`;
}
