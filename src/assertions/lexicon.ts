/** The words the build understands in a Fact. One list a kind of word; adding a word is one entry. */

/** Verbs, adverbs and nouns that give a number its sign. */
export const directions: Readonly<Record<'up' | 'down', readonly string[]>> = {
  up: [
    'up',
    'rose',
    'rise',
    'rises',
    'risen',
    'gained',
    'gain',
    'gains',
    'added',
    'adds',
    'climbed',
    'climbs',
    'climb',
    'advanced',
    'advances',
    'advance',
    'jumped',
    'jump',
    'increased',
    'increase',
    'higher',
    'ahead',
    'winning',
    'rallied',
    'rally',
    'grew',
  ],
  down: [
    'down',
    'fell',
    'fall',
    'falls',
    'fallen',
    'lost',
    'lose',
    'loses',
    'loss',
    'losses',
    'losing',
    'cooled',
    'cooling',
    'dropped',
    'drop',
    'drops',
    'slid',
    'slide',
    'slipped',
    'declined',
    'declines',
    'decline',
    'decreased',
    'decrease',
    'lower',
    'behind',
    'shed',
  ],
};

/** As above, and the move must be an unusual one: two standard deviations of the year before, else a warning. */
export const strongDirections: Readonly<Record<'up' | 'down', readonly string[]>> = {
  up: ['surged', 'surge', 'soared', 'leapt', 'spiked'],
  down: ['plunged', 'plunge', 'tumbled', 'plummeted', 'crashed', 'collapsed'],
};

/** One thing against another: the metric must be a difference. */
export const relations: Readonly<Record<'up' | 'down', readonly string[]>> = {
  up: ['outperformed', 'beat', 'beats', 'beaten', 'led', 'outran', 'outrun', 'outpaced', 'outperforming', 'outperformance'],
  down: ['trailed', 'trails', 'lagged', 'lags', 'underperformed', 'underperforming', 'underperformance'],
};

/** Hardly any move: within a tenth of a percent. */
export const flatWords: readonly string[] = ['flat', 'unchanged', 'little changed', 'hardly changed', 'barely changed'];

export type PrintedUnit =
  | 'percent'
  | 'percentage points'
  | 'points'
  | 'basis points'
  | 'contracts'
  | 'times'
  | 'sessions'
  | 'weeks'
  | 'dollars';

/** How units are written. 'points' is a level of an index, or, of a difference, percentage points after first use. */
export const units: Readonly<Record<PrintedUnit, readonly string[]>> = {
  percent: ['%', 'percent', 'per cent'],
  'percentage points': ['percentage points', 'percentage point', 'pp'],
  points: ['points', 'point'],
  'basis points': ['basis points', 'basis point', 'bp', 'bps'],
  contracts: ['contracts', 'calls', 'puts', 'call options', 'put options'],
  times: ['times', '×'],
  sessions: ['sessions', 'session', 'trading days', 'trading day', 'days', 'day'],
  weeks: ['weeks', 'week'],
  dollars: ['dollars', 'dollar'],
};

/** Words that multiply the number before them. */
export const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 };

/** Numbers written as words. */
export const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** Places in an order. */
export const ordinals: Readonly<Record<string, number>> = {
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
};

export type BoundKind = 'nearly' | 'more' | 'less' | 'least' | 'most' | 'about';

/** Words before a number that say on which side of it the value lies. */
export const bounds: Readonly<Record<BoundKind, readonly string[]>> = {
  nearly: ['nearly', 'almost', 'just under', 'close to', 'not quite'],
  more: ['more than', 'over', 'above', 'exceeding', 'greater than', 'in excess of', 'upwards of'],
  less: ['less than', 'under', 'below', 'fewer than'],
  least: ['at least', 'no less than', 'no fewer than'],
  most: ['at most', 'no more than', 'up to'],
  about: ['about', 'around', 'roughly', 'some', 'approximately'],
};

/** Words after a number that do the same. */
export const trailingBounds: Readonly<Record<'least' | 'most', readonly string[]>> = {
  least: ['or more', 'or higher', 'or better'],
  most: ['or less', 'or fewer', 'or lower'],
};

/** Words that stand for a multiple of what there was. */
export const multiples: Readonly<Record<string, number>> = {
  double: 2,
  doubled: 2,
  twice: 2,
  triple: 3,
  tripled: 3,
  quadruple: 4,
  quadrupled: 4,
  half: 0.5,
  halved: 0.5,
  'two-thirds': 2 / 3,
  'two thirds': 2 / 3,
  'a third': 1 / 3,
  'one third': 1 / 3,
  'one-third': 1 / 3,
  'a quarter of': 0.25,
  'three-quarters': 0.75,
};

/** Nothing was larger, or nothing was smaller. */
export const superlatives: Readonly<Record<'most' | 'least', readonly string[]>> = {
  most: [
    'best',
    'highest',
    'largest',
    'biggest',
    'strongest',
    'widest',
    'greatest',
    'steepest',
    'sharpest',
    'longest',
    'busiest',
    'most',
    'richest',
  ],
  least: ['worst', 'lowest', 'smallest', 'weakest', 'narrowest', 'fewest', 'least', 'quietest'],
};

/** Only where the series is known to start at its inception. */
export const records: readonly string[] = ['record', 'all-time', 'all time', 'ever', 'never'];

/** Superlatives of size: of a fall they mean the lowest value. */
export const sizes: readonly string[] = [
  'largest',
  'biggest',
  'strongest',
  'widest',
  'greatest',
  'steepest',
  'sharpest',
  'longest',
  'most',
];

/** Superlatives that can't be said of moves of one direction only. */
export const smallSizes: readonly string[] = ['smallest', 'narrowest', 'weakest', 'fewest', 'least'];

/** With 'record' only: 'a record high'. */
export const peaks: Readonly<Record<'most' | 'least', readonly string[]>> = { most: ['high', 'peak'], least: ['low', 'trough'] };

/** What a superlative or a streak counts. The window of the metric must fit. */
export const periods: Readonly<Record<'week' | 'month' | 'quarter' | 'year' | 'close', readonly string[]>> = {
  week: ['weekly'],
  month: ['month', 'months', 'monthly'],
  quarter: ['quarter', 'quarters', 'quarterly'],
  year: ['year', 'years', 'annual', 'yearly'],
  close: ['close', 'closes', 'closing level', 'closing price'],
};

/** One after the other, without a break. */
export const unbroken: readonly string[] = [
  'straight',
  'consecutive',
  'in a row',
  'on end',
  'running',
  'streak',
  'winning streak',
  'losing streak',
];

/** A tie with an earlier value. */
export const ties: readonly string[] = ['tied for', 'joint'];

/** The year of the day that is spoken of. */
export const thisYear: readonly string[] = [
  'so far this year',
  'this year',
  'of the year',
  'year to date',
  'in the year to date',
  'for the year',
];

/** Before a date: as far back as the data go, without naming a day on which it was last so. */
export const openSince: readonly string[] = [
  'since at least',
  'in data since',
  'in our data since',
  'in the data since',
  'in data from',
  'in our data, which begin in',
  'in data that begin in',
];

export const monthNames: readonly (readonly string[])[] = [
  ['January', 'Jan.', 'Jan'],
  ['February', 'Feb.', 'Feb'],
  ['March', 'Mar.', 'Mar'],
  ['April', 'Apr.', 'Apr'],
  ['May'],
  ['June', 'Jun.', 'Jun'],
  ['July', 'Jul.', 'Jul'],
  ['August', 'Aug.', 'Aug'],
  ['September', 'Sept.', 'Sept', 'Sep.', 'Sep'],
  ['October', 'Oct.', 'Oct'],
  ['November', 'Nov.', 'Nov'],
  ['December', 'Dec.', 'Dec'],
];

export const weekdays: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Days and weeks seen from the day of publication in New York. */
export const relativeDays: readonly string[] = ['yesterday', 'today', 'last week', 'this week', 'last month', 'this month'];

/** Multiples that can be read in two ways. */
export const ambiguous: readonly string[] = ['times more', 'times higher', 'times larger', 'times less', 'times lower', 'fold'];

/** Names that hold a number or a word with a meaning, and claim nothing. A report's front matter may add to them. */
export const names: readonly string[] = [
  'S&P 500',
  'S&P 600',
  'Russell 1000',
  'Russell 2000',
  'Russell 3000',
  'Nasdaq-100',
  'Nasdaq 100',
  'Magnificent 7',
  'Magnificent Seven',
  'Dow 30',
  'first half',
  'second half',
  'two-year yield',
  'two-year Treasury',
  '2-year yield',
  '2-year Treasury',
  '10-year yield',
  '10-year Treasury',
  'ten-year yield',
  'ten-year Treasury',
  '30-year yield',
  '200-day average',
  '200-session average',
  '200-day moving average',
  '50-day average',
  '50-session average',
  '52-week high',
  '52-week low',
];
