/** The catalogue: every measure under the name it has in expressions. */
import type { Measure } from '../measure.ts';
import { average } from './average.ts';
import { beta } from './beta.ts';
import { breakout } from './breakout.ts';
import { change } from './change.ts';
import { correlation } from './correlation.ts';
import { curve } from './curve.ts';
import { cutProbability } from './cut-probability.ts';
import { cutsPriced } from './cuts-priced.ts';
import { distance } from './distance.ts';
import { drawdown } from './drawdown.ts';
import { ema } from './ema.ts';
import { high } from './high.ts';
import { impliedRate } from './implied-rate.ts';
import { level } from './level.ts';
import { low } from './low.ts';
import { maxDrawdown } from './max-drawdown.ts';
import { multiple } from './multiple.ts';
import { outperformRate } from './outperform-rate.ts';
import { percentile } from './percentile.ts';
import { putCall } from './put-call.ts';
import { range } from './range.ts';
import { rank } from './rank.ts';
import { ratio } from './ratio.ts';
import { rebase } from './rebase.ts';
import { returnMeasure } from './return.ts';
import { rsi } from './rsi.ts';
import { share } from './share.ts';
import { since } from './since.ts';
import { streak } from './streak.ts';
import { trackingError } from './tracking-error.ts';
import { volatility } from './volatility.ts';
import { zscore } from './zscore.ts';

// In the order of the catalogue in docs/measures.md.
const list: readonly Measure[] = [
  level,
  change,
  returnMeasure,
  rebase,
  streak,
  rank,
  percentile,
  since,
  high,
  low,
  average,
  range,
  breakout,
  multiple,
  zscore,
  ratio,
  share,
  putCall,
  distance,
  ema,
  rsi,
  volatility,
  drawdown,
  maxDrawdown,
  beta,
  correlation,
  trackingError,
  outperformRate,
  curve,
  impliedRate,
  cutsPriced,
  cutProbability,
];

export const measures: ReadonlyMap<string, Measure> = new Map(list.map((measure) => [measure.name, measure]));
