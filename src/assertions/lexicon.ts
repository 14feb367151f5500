/** The words the build understands in a Fact. One list a kind of word; adding a word is one entry. */

/** Verbs, adverbs and nouns that give a number its sign. */
export const directions: Readonly<Record<'up' | 'down', readonly string[]>> = {
  up: [
    'up',
    'rose',
    'rise',
    'rises',
    'risen',
    'rising',
    'gained',
    'gain',
    'gains',
    'gaining',
    'added',
    'adds',
    'adding',
    'climbed',
    'climbs',
    'climb',
    'climbing',
    'advanced',
    'advances',
    'advance',
    'advancing',
    'jumped',
    'jumps',
    'jump',
    'jumping',
    'increased',
    'increases',
    'increase',
    'increasing',
    'higher',
    'ahead',
    'winning',
    'rallied',
    'rallies',
    'rally',
    'rallying',
    'grew',
    'grows',
    'growing',
    'rebounded',
    'rebounds',
    'rebound',
    'recovered',
    'recovers',
    'recovery',
    'bounced',
    'stronger',
    'dearer',
    'firmer',
    'improved',
    'raised',
    'raises',
    'hiked',
    'hikes',
    'lifted',
    'lifts',
    'popped',
    'vaulted',
  ],
  down: [
    'down',
    'fell',
    'fall',
    'falls',
    'fallen',
    'falling',
    'lost',
    'lose',
    'loses',
    'loss',
    'losses',
    'losing',
    'dropped',
    'drops',
    'drop',
    'dropping',
    'slid',
    'slides',
    'slide',
    'sliding',
    'slipped',
    'slips',
    'slip',
    'slipping',
    'declined',
    'declines',
    'decline',
    'declining',
    'decreased',
    'decreases',
    'decrease',
    'decreasing',
    'lower',
    'behind',
    'shed',
    'sheds',
    'shedding',
    'sank',
    'sinks',
    'sinking',
    'sunk',
    'retreated',
    'retreats',
    'retreat',
    'retreating',
    'eased',
    'eases',
    'easing',
    'slumped',
    'slumps',
    'slump',
    'slumping',
    'sagged',
    'weakened',
    'weaker',
    'cheaper',
    'softer',
    'selloff',
    'sell-off',
    'rout',
    'setback',
    'cooled',
    'cools',
    'cooling',
    'deficit',
    'gave up',
    'given up',
    'gives up',
    'giving up',
    'was off',
    'is off',
    'off by',
    'dip',
    'dips',
    'dipped',
    'dipping',
    'dived',
    'dives',
    'dove',
    'tanked',
    'skidded',
    'cratered',
    'nosedived',
    'stumbled',
    'pulled back',
    'pulls back',
    'pullback',
    'sold off',
    'sell off',
    'shrank',
    'swooned',
    'gave back',
    'in the red',
    'lowered',
    'lowers',
    'slashed',
    'reduced',
    'inverted',
    'inversion',
    'shortfall',
  ],
};

/**
 * As above where they are verbs: 'cut 100 basis points', 'was cut by 25 basis points', 'cut its target by a quarter point'. In 'a cut', 'rate
 * cuts' and 'cuts priced' they are things, and claim nothing.
 */
export const acts: Readonly<Record<'up' | 'down', readonly string[]>> = {
  up: ['raise', 'raising', 'hike', 'hiking', 'lift', 'lifting'],
  down: ['cut', 'cuts', 'cutting', 'trim', 'trims', 'trimmed', 'trimming', 'lowering', 'reduces', 'reducing', 'slashes', 'slashing'],
};

/** Those of them that say where something stands, not where it went: 'down 7.3% from its high'. */
export const standing: readonly string[] = [
  'up',
  'down',
  'higher',
  'lower',
  'ahead',
  'behind',
  'above',
  'below',
  'under',
  'off by',
  'was off',
  'is off',
  'deficit',
  'in the red',
  'inverted',
  'inversion',
  'shortfall',
];

/** Where something stands, after a number: '7.3% below its high'. Before a number they are bounds. */
export const positions: Readonly<Record<'up' | 'down', readonly string[]>> = { up: ['above'], down: ['below', 'under'] };

/** As above, and the move must be an unusual one: two standard deviations of the year before, else a warning. */
export const strongDirections: Readonly<Record<'up' | 'down', readonly string[]>> = {
  up: ['surged', 'surges', 'surge', 'surging', 'soared', 'soars', 'soaring', 'leapt', 'leaps', 'spiked', 'spikes', 'spike'],
  down: [
    'plunged',
    'plunges',
    'plunge',
    'plunging',
    'tumbled',
    'tumbles',
    'tumble',
    'tumbling',
    'plummeted',
    'plummets',
    'plummeting',
    'crashed',
    'crashes',
    'collapsed',
    'collapses',
  ],
};

/** One thing against another: the metric must be a difference. */
export const relations: Readonly<Record<'up' | 'down', readonly string[]>> = {
  up: [
    'outperformed',
    'outperforms',
    'outperform',
    'outperforming',
    'outperformance',
    'beat',
    'beats',
    'beaten',
    'beating',
    'led',
    'leads',
    'lead',
    'leading',
    'outran',
    'outrun',
    'outruns',
    'outpaced',
    'outpaces',
    'outpacing',
    'outstripped',
    'outstrips',
    'topped',
    'surpassed',
    'surpasses',
    'exceeded',
    'outshone',
    'advantage',
  ],
  down: [
    'trailed',
    'trails',
    'trail',
    'trailing',
    'lagged',
    'lags',
    'lag',
    'lagging',
    'underperformed',
    'underperforms',
    'underperform',
    'underperforming',
    'underperformance',
    'worse than',
  ],
};

/** Hardly any move: within a tenth of a percent. */
export const flatWords: readonly string[] = [
  'flat',
  'unchanged',
  'little changed',
  'hardly changed',
  'barely changed',
  'steady',
  'stable',
  'held at',
  'stayed at',
  'remained at',
  'kept at',
  'left at',
  'stuck at',
];

export type PrintedUnit =
  | 'percent'
  | 'percentage points'
  | 'points'
  | 'basis points'
  | 'contracts'
  | 'times'
  | 'sessions'
  | 'weeks'
  | 'dollars'
  | 'standard deviations';

/** How units are written. 'points' is a level of an index, or, of a difference, percentage points after first use. */
export const units: Readonly<Record<PrintedUnit, readonly string[]>> = {
  percent: ['%', 'percent', 'per cent'],
  'percentage points': ['percentage points', 'percentage point', 'percentage-points', 'percentage-point', 'pp'],
  points: ['points', 'point'],
  'basis points': ['basis points', 'basis point', 'basis-points', 'basis-point', 'bp', 'bps'],
  contracts: ['contracts', 'calls', 'puts', 'call options', 'put options'],
  times: ['times', '×', 'x'],
  sessions: ['sessions', 'session', 'trading days', 'trading day', 'days', 'day'],
  weeks: ['weeks', 'week'],
  dollars: ['dollars', 'dollar'],
  'standard deviations': ['standard deviations', 'standard deviation', 'sd'],
};

/** Words that multiply the number before them. */
export const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

/** Numbers as words, up to ninety-nine: the tens are joined to the ones with a hyphen. */
export const ones: readonly string[] = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
export const tens: readonly string[] = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Places in an order, in the same order. */
export const onesPlaces: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];
export const tensPlaces: readonly string[] = [
  'twentieth',
  'thirtieth',
  'fortieth',
  'fiftieth',
  'sixtieth',
  'seventieth',
  'eightieth',
  'ninetieth',
];

/** Words that change what is claimed, or turn it round. They are refused: a Fact says what is. */
export const hedges: readonly string[] = [
  'not',
  'no',
  'neither',
  'nor',
  'failed',
  'fails',
  'hardly',
  'scarcely',
  'barely',
  'narrowly',
  'slightly',
  'anything but',
  'one of the',
  'one of its',
  'among the',
  'among its',
  'snapped',
  'ended its',
  'broke its',
  'ending its',
  'on average',
  'hundred',
  'dozen',
  'before',
  'next',
  'tomorrow',
  'did not',
  'nothing',
  '±',
  'plus',
  'odd',
  'or so',
  'as much as',
  'as many as',
  'as little as',
  'as high as',
  'as low as',
  'close to',
  'near',
  'nearing',
  'approaching',
  'toward',
  'towards',
  'annualized',
  'annualised',
  'early',
  'late',
  'ago',
  'earlier',
  'intraday',
  'overnight',
  'tonight',
  'this morning',
  'this afternoon',
  'after hours',
  'each day',
  'every day',
  'each session',
  'every session',
  'each week',
  'every week',
  'q1',
  'q2',
  'q3',
  'q4',
  'avoided',
  'erased',
  'erasing',
  'reversed',
  'reversing',
  'wiped out',
  'pared',
  'trimmed its',
  'trimmed their',
  'trimmed the',
  'trimmed gains',
  'trimmed losses',
  'halted',
  'stopped',
  'could',
  'would',
  'might',
  'should',
  'expected',
  'premarket',
  'opened',
  'at the open',
  'session low',
  'session high',
  'including dividends',
  'total return',
  'all but',
  'will',
  'forecast',
  'is likely',
  'was likely',
  'was set to',
  'is set to',
  'if',
  'without',
  'rather than',
  'instead of',
  'far from',
  'cannot',
  'week-over-week',
  'week over week',
  'month-over-month',
  'quarter-on-quarter',
  'year-over-year',
  'daily',
  'by noon',
  'at midday',
  'in an hour',
  'futures trading',
  'bear market',
  'correction territory',
  'may have',
  'yet to',
  'no longer',
];

/** Units that no series has. */
export const foreignUnits: readonly string[] = [
  'shares',
  'euros',
  'euro',
  'pounds',
  'yen',
  'cents',
  'cent',
  '€',
  '£',
  '¥',
  '¢',
  '‰',
  '⅓',
  '⅔',
  '²',
  '³',
];

export type BoundKind = 'nearly' | 'more' | 'less' | 'least' | 'most' | 'about';

/** Words before a number that say on which side of it the value lies. */
export const bounds: Readonly<Record<BoundKind, readonly string[]>> = {
  nearly: ['nearly', 'almost', 'just under', 'not quite', 'just short of', 'just shy of', 'short of', 'shy of'],
  more: [
    'more than',
    'over',
    'above',
    'exceeding',
    'greater than',
    'in excess of',
    'upwards of',
    'upward of',
    'north of',
    'better than',
    'beyond',
    'topping',
    '>',
  ],
  less: ['less than', 'under', 'below', 'fewer than', 'south of', '<'],
  least: ['at least', 'no less than', 'no fewer than', '≥'],
  most: ['at most', 'no more than', 'not more than', '≤'],
  about: ['about', 'around', 'roughly', 'some', 'approximately', '~', '≈'],
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
    'deepest',
    'longest',
    'busiest',
    'most',
    'richest',
  ],
  least: ['worst', 'lowest', 'smallest', 'weakest', 'narrowest', 'shallowest', 'shortest', 'fewest', 'least', 'quietest'],
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
  'deepest',
  'longest',
  'most',
];

/** Superlatives that can't be said of moves of one direction only. */
export const smallSizes: readonly string[] = ['smallest', 'narrowest', 'weakest', 'shallowest', 'shortest', 'fewest', 'least'];

/** Superlatives of one unit only. */
export const ofUnit: Readonly<Record<string, readonly string[]>> = {
  contracts: ['busiest', 'quietest'],
  sessions: ['longest', 'shortest'],
};

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
  'successive',
  'in a row',
  'in succession',
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

/** Between 'since' and its date; any other word might move the date: 'since shortly after May'. */
export const sinceWords: readonly string[] = [
  'at least',
  'the',
  'a',
  'an',
  'its',
  'start',
  'beginning',
  'day',
  'week',
  'month',
  'session',
  'close',
  'ended',
  'ending',
  'to',
  'of',
  'in',
  'on',
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

/** Short, with a capital and perhaps a full stop. */
export const weekdayAbbreviations: readonly (readonly string[])[] = [
  ['Mon'],
  ['Tue', 'Tues'],
  ['Wed'],
  ['Thu', 'Thur', 'Thurs'],
  ['Fri'],
  ['Sat'],
  ['Sun'],
];

/** Days and weeks seen from the day of publication in New York. */
export const relativeDays: readonly string[] = [
  'yesterday',
  'today',
  'last week',
  'this week',
  'last month',
  'this month',
  'last quarter',
  'this quarter',
  'last year',
  'past week',
  'past month',
  'past quarter',
  'past year',
  'previous week',
  'previous month',
  'previous quarter',
  'previous year',
];

/** Multiples that can be read in two ways. */
export const ambiguous: readonly string[] = ['times more', 'times higher', 'times larger', 'times less', 'times lower', 'up to'];

/** Names that hold a number and claim nothing, wherever they stand. A desk has more in its settings. */
export const names: readonly string[] = ['G7', 'G10', 'G20', 'COVID-19'];

/** Maturities, in front of what has one: the two-year yield, 10-year Treasuries. */
export const maturities: Readonly<Record<'years' | 'of', readonly string[]>> = {
  years: ['two', 'three', 'five', 'seven', 'ten', 'twenty', 'thirty', '2', '3', '5', '7', '10', '20', '30'],
  of: [
    'yield',
    'yields',
    'Treasury yield',
    'Treasury yields',
    'Treasury note',
    'Treasury notes',
    'Treasury',
    'Treasuries',
    'note',
    'notes',
    'bond',
    'bonds',
    'rate',
  ],
};

/** Names of measures and of parts of a year: in prose they claim nothing; inside a Fact their words are held against the metric. */
export const terms: readonly string[] = [
  '200-day average',
  '200-session average',
  '200-day moving average',
  '50-day average',
  '50-session average',
  '52-week high',
  '52-week low',
  'first half',
  'second half',
];
