/** The groups of words that a Fact understands: what each says and when it holds. The words themselves stand in the lexicon. */
import * as lexicon from '../assertions/lexicon.ts';

type ListName = keyof typeof lexicon;

export interface WordGroup {
  title: string;
  /** The list of the lexicon, or a part of it. */
  of: ListName | `${ListName}.${string}`;
  /** What the words say, and when that holds. */
  doc: string;
  /** Words that hold on the snapshot of July 17, 2024, as of July 16 unless it says otherwise. */
  example?: { words: string; metric: string; at?: string };
}

export const wordGroups: Readonly<Record<string, readonly WordGroup[]>> = {
  Directions: [
    {
      title: 'Up',
      of: 'directions.up',
      doc: 'The value is above zero.',
      example: { words: 'rose 11.5%', metric: 'return(rut, 5d)' },
    },
    {
      title: 'Down',
      of: 'directions.down',
      doc: 'The value is below zero. The number stands without a minus.',
      example: { words: 'fell 19 basis points', metric: 'change(ust2y, 5d)' },
    },
    { title: 'Up, where it is a verb', of: 'acts.up', doc: "As up, with the size after it: 'hike its target by 25 basis points'." },
    {
      title: 'Down, where it is a verb',
      of: 'acts.down',
      doc: "As down: 'cut 100 basis points', 'was cut by a quarter point'. 'A cut' and 'rate cuts' claim nothing.",
    },
    {
      title: 'Far up',
      of: 'strongDirections.up',
      doc: 'As up, and by two standard deviations of the year before, else a warning.',
      example: { words: 'surged 3.6%', metric: 'return(rut, 1d)', at: '2024-07-11' },
    },
    { title: 'Far down', of: 'strongDirections.down', doc: 'As down, and as far.' },
    {
      title: 'Hardly any move',
      of: 'flatWords',
      doc: 'Less than a tenth of a percent; of a rate less than half a basis point.',
      example: { words: 'flat', metric: 'return(spx, 1d)', at: '2024-07-09' },
    },
    {
      title: 'On which side',
      of: 'positions',
      doc: 'After a number: on which side of something the value stands.',
      example: { words: '7.3% below its high', metric: 'drawdown(rut)' },
    },
    {
      title: 'Where something stands',
      of: 'standing',
      doc: 'The directions that may be said of a distance, such as a drawdown. All others want a movement.',
      example: { words: 'down 7.3%', metric: 'drawdown(rut)' },
    },
    {
      title: 'Ahead of another',
      of: 'relations.up',
      doc: 'The metric is a difference, and the one named first is ahead.',
      example: { words: 'outperformed by 9.9 percentage points', metric: 'return(rut, 5d) - return(spx, 5d)' },
    },
    {
      title: 'Behind another',
      of: 'relations.down',
      doc: 'The metric is a difference, and the one named first is behind.',
      example: { words: 'trailed the S&P 500 by 7.1 points', metric: 'return(rut, ytd) - return(spx, ytd)' },
    },
  ],
  Numbers: [
    { title: 'Percent', of: 'units.percent', doc: 'Of returns and rates.', example: { words: '3.5%', metric: 'return(rut, 1d)' } },
    {
      title: 'Percentage points',
      of: 'units.percentage points',
      doc: 'Of a difference of two returns.',
      example: { words: '9.9 percentage points', metric: 'return(rut, 5d) - return(spx, 5d)' },
    },
    { title: 'Points', of: 'units.points', doc: 'Of a level; of a difference of returns once it was called percentage points.' },
    {
      title: 'Basis points',
      of: 'units.basis points',
      doc: 'Of a change of a rate.',
      example: { words: 'rose 5 bp', metric: 'change(ust10y, 1d)', at: '2024-07-15' },
    },
    {
      title: 'Contracts',
      of: 'units.contracts',
      doc: 'Of option volume.',
      example: { words: '1.2 million contracts', metric: 'etp_calls', at: '2024-07-11' },
    },
    {
      title: 'Times',
      of: 'units.times',
      doc: 'Of a multiple.',
      example: { words: '1.3 times the average', metric: 'multiple(etp_calls, 500)', at: '2024-07-11' },
    },
    { title: 'Sessions', of: 'units.sessions', doc: 'Of a streak, or the length of the window.' },
    { title: 'Weeks', of: 'units.weeks', doc: 'Of a streak of weeks, or the length of the window.' },
    { title: 'Dollars', of: 'units.dollars', doc: 'Of a price. The sign before the number is understood as well.' },
    { title: 'Standard deviations', of: 'units.standard deviations', doc: 'Of a z-score.' },
    { title: 'Scales', of: 'scales', doc: 'After a number: what it is multiplied by.' },
    { title: 'One to nineteen', of: 'ones', doc: 'Before what they count.', example: { words: 'five sessions', metric: 'streak(rut)' } },
    { title: 'Tens', of: 'tens', doc: 'Alone, or joined to the ones with a hyphen.' },
    {
      title: 'Nearly',
      of: 'bounds.nearly',
      doc: 'The value is below the number, and rounds to it.',
      example: { words: 'nearly 19%', metric: 'return(spx, ytd)' },
    },
    {
      title: 'More than',
      of: 'bounds.more',
      doc: 'The value is above the number. A warning where the next round number would be true as well.',
      example: { words: 'more than 18%', metric: 'return(spx, ytd)' },
    },
    {
      title: 'Less than',
      of: 'bounds.less',
      doc: 'The value is below the number, with the same warning.',
      example: { words: 'less than 19%', metric: 'return(spx, ytd)' },
    },
    {
      title: 'At least',
      of: 'bounds.least',
      doc: 'The value is the number or above it.',
      example: { words: 'at least 18%', metric: 'return(spx, ytd)' },
    },
    { title: 'At most', of: 'bounds.most', doc: 'The value is the number or below it.' },
    {
      title: 'About',
      of: 'bounds.about',
      doc: "Within half the place of the number's last digit that is not zero, and within 5% of it.",
      example: { words: 'about 19%', metric: 'return(spx, ytd)' },
    },
    { title: 'At least, after the number', of: 'trailingBounds.least', doc: 'As at least.' },
    {
      title: 'At most, after the number',
      of: 'trailingBounds.most',
      doc: 'As at most.',
      example: { words: '19% or less', metric: 'return(spx, ytd)' },
    },
    {
      title: 'Multiples',
      of: 'multiples',
      doc: 'What there is beside what there was, within 2.5%.',
      example: { words: 'more than doubled', metric: 'return(nvda, ytd)' },
    },
  ],
  Superlatives: [
    {
      title: 'Nothing was larger',
      of: 'superlatives.most',
      doc: "With 'since' and a date, 'in two years', 'in data since 1999' or 'of the year'.",
      example: { words: 'its best week since November 2023', metric: 'return(rut, 1w)', at: '2024-07-12' },
    },
    { title: 'Nothing was smaller', of: 'superlatives.least', doc: 'The same, the other way round.' },
    {
      title: 'Of size',
      of: 'sizes',
      doc: 'Of a fall these mean the lowest value.',
      example: { words: 'dropped 6 basis points, the most since July 11', metric: 'change(ust10y, 1d)' },
    },
    { title: 'Of smallness', of: 'smallSizes', doc: "Not said of moves of one direction only: 'the smallest gain'." },
    { title: 'Of one unit only', of: 'ofUnit', doc: 'Of contracts, and of sessions.' },
    { title: 'Records', of: 'records', doc: 'Only of a series whose data begin with it.' },
    { title: 'Peaks', of: 'peaks.most', doc: "With 'record': 'a record high'." },
    { title: 'Troughs', of: 'peaks.least', doc: "With 'record'." },
    { title: 'Weeks', of: 'periods.week', doc: 'What is counted: the metric has a window of a week.' },
    { title: 'Months', of: 'periods.month', doc: 'The metric has a window of a month.' },
    { title: 'Quarters', of: 'periods.quarter', doc: 'The metric has a window of a quarter.' },
    { title: 'Years', of: 'periods.year', doc: 'The metric has a window of a year.' },
    {
      title: 'Closes',
      of: 'periods.close',
      doc: 'The metric is a level.',
      example: { words: 'the highest close since Jan. 4, 2022', metric: 'rut' },
    },
    { title: 'Ties', of: 'ties', doc: 'An earlier value was the same.' },
    {
      title: 'This year',
      of: 'thisYear',
      doc: 'The year of the day that is spoken of.',
      example: { words: 'the best week of the year', metric: 'return(rut, 1w)', at: '2024-07-12' },
    },
    {
      title: 'As far as the data go',
      of: 'openSince',
      doc: 'Nothing was as much, and the data reach back to the date.',
      example: {
        words: 'the widest five-session gap in data since January 1999',
        metric: 'return(rut, 5d) - return(spx, 5d)',
      },
    },
    { title: "After 'since'", of: 'sinceWords', doc: 'What may stand before the date. Any other word might move it.' },
  ],
  'Order and streaks': [
    {
      title: 'First to nineteenth',
      of: 'onesPlaces',
      doc: 'A place among all values, or in a streak.',
      example: { words: 'its fifth straight gain', metric: 'streak(rut)' },
    },
    { title: 'Tens', of: 'tensPlaces', doc: 'Alone, or joined to the ones with a hyphen.' },
    {
      title: 'Without a break',
      of: 'unbroken',
      doc: 'The run of one sign that ends on the day, exactly that long.',
      example: { words: 'up five days in a row', metric: 'streak(rut)' },
    },
  ],
  When: [
    { title: 'Months', of: 'monthNames', doc: 'In dates: July 16, 16 July, July 2024.' },
    {
      title: 'Weekdays',
      of: 'weekdays',
      doc: 'Seen from the day of publication in New York.',
      example: { words: 'rose 3.5% on Tuesday', metric: 'return(rut, 1d)' },
    },
    { title: 'Weekdays, short', of: 'weekdayAbbreviations', doc: 'With a capital, and perhaps a full stop.' },
    {
      title: 'Days and weeks from today',
      of: 'relativeDays',
      doc: 'Seen from the day of publication in New York.',
      example: { words: 'rose 0.6% yesterday', metric: 'return(spx, 1d)' },
    },
  ],
  Names: [
    { title: 'Names', of: 'names', doc: 'They hold a number or a word with a meaning, and claim nothing.' },
    { title: 'Maturities', of: 'maturities.years', doc: "Before 'year' and what has a maturity." },
    { title: 'What has a maturity', of: 'maturities.of', doc: 'The two-year yield, 10-year Treasuries.' },
    { title: 'Terms', of: 'terms', doc: 'In prose they claim nothing; inside a Fact their words are held against the metric.' },
  ],
  'What is refused': [
    { title: 'Words that change a claim', of: 'hedges', doc: 'In a way that is not checked. A Fact says what is.' },
    { title: 'Units that no series has', of: 'foreignUnits', doc: 'Say it outside of the Fact.' },
    { title: 'Words with two readings', of: 'ambiguous', doc: 'Write what is meant.' },
  ],
};

const lists: Readonly<Record<string, unknown>> = { ...lexicon };

/** The words of a group, in the order of the lexicon. */
export function wordsOf({ of }: WordGroup): string[] {
  const [list, part] = of.split('.');
  return wordsIn(part === undefined ? lists[list] : (lists[list] as Record<string, unknown>)[part]);
}

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (typeof one === 'string' ? [one] : wordsIn(one)));
  const record = value as Record<string, unknown>;
  return Object.values(record).every((one) => typeof one === 'number') ? Object.keys(record) : Object.values(record).flatMap(wordsIn);
}
