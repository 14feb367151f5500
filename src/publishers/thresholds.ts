/** Every threshold of the checks, each with its reason. Nothing else in `checks/` is a number that could have been another. */

/**
 * A yield or policy rate lies between these, in percent. US par yields have been between zero and 17 (1981), the
 * target of the federal funds rate up to 20 (1980). Most yields in basis points lie outside.
 */
export const rateBounds = { minimum: -1, maximum: 20 };

/** Hour in New York from which the day's figures are final: the exchange closes at 16:00, publishers settle in the two hours after. */
export const finalFrom = 18;

/**
 * Values running after which an index close counts as copied. Two equal closes in a row happen (the Russell 2000 had
 * five pairs in 27 years, the S&P 500 three), three have not.
 */
export const equalCloses = 3;

/**
 * A day on which an index moves by more than this, as a ratio, is a fault. The largest in the tables is -14.27 %
 * (Russell 2000, 2020-03-16), the largest ever of the S&P 500 -20.5 % (1987-10-19).
 */
export const indexLeap = 0.25;

/**
 * A day on which a share or a fund moves by more than this, as a ratio, wants a recorded event. A three-for-two split
 * leaves -33 %, while large companies have moved by nearly 30 % on their earnings.
 */
export const shareLeap = 0.3;

/** Ratios of one value to the one before that a wrong unit or a lost decimal point leaves. */
export const unitFactors = [100, 10, 0.1, 0.01] as const;

/**
 * How near to such a ratio counts, as a factor either way. A wrong unit comes on top of the day's own move, so the
 * moves that the leaps above let pass must be seen through. Real moves stay clear of 10 / 1.5 = 6.7: the largest in the
 * tables is 3.2 times (volume of puts, 2022-12-28), and the VIX has not tripled in a day.
 */
export const unitTolerance = 1.5;

/**
 * A rate must also move by more than this, in percentage points, to have a wrong unit: near zero a real move of a
 * few basis points is a tenfold one. The largest daily move in the tables is 0.57 (two years, 2023-03-13).
 */
export const unitRateMove = 1;

/** A move is an outlier beyond this many median absolute deviations: between six and seven standard deviations of a normal distribution. */
export const outlierDeviations = 10;

/** Moves before the day that the deviation is taken from: a year of sessions. */
export const outlierSessions = 252;

/** With fewer moves than this before it, a quarter of a year, a day is not judged. */
export const outlierFewest = 63;

/**
 * Another series of the table moves alike if it goes the same way by more than this many of its own deviations: about
 * 2.7 standard deviations of a normal distribution.
 */
export const alikeDeviations = 4;

/**
 * A deviation is taken to be at least this: in percentage points for a rate (yields are quoted to a basis point, and
 * stood still for years), as a log return for the rest (a future near its end hardly moves).
 */
export const leastDeviation = { rate: 0.01, other: 0.0001 };

/** An old index close may move by this many points and only be recorded: closes have two decimals, and one may be rounded otherwise. */
export const indexRevision = 0.011;

/** Revisions told one by one, a series; beyond, the rest is told as a number. Cboe once changed 93 old VIX closes on one day. */
export const revisionsTold = 100;

/** Room for what decimals lose as binary numbers: 1.3 - 1 is a little more than 0.3. */
export const rounding = 1e-8;
