import { describe } from 'vitest';
import { tableOf } from '../../support/subject.ts';

describe('nearly N: from half a unit below N up to N, N itself left out', () => {
  tableOf(
    'ratio',
    ['nearly 20%', 0.195, 'holds'],
    ['nearly 20%', 0.19499, "'nearly 20%' does not hold. The data say +19.499% (return(s, 1d) on 2024-07-16). Write 19%."],
    ['nearly 20%', 0.19999, 'holds'],
    ['nearly 20%', 0.2, /^'nearly 20%' does not hold/],
    ['nearly 20%', 0.201, /Write 20%, or more than 20%\.$/],
    ['nearly 20.0%', 0.1995, 'holds'],
    ['nearly 20.0%', 0.19949, /Write 19\.9%\.$/],
    ['nearly 18%', 0.188, /Write 19%, or more than 18%\.$/],
    ['nearly 20%', 0.188, /Write 19%, or nearly 19%\.$/],
    ['almost 20%', 0.196, 'holds'],
    ['just under 20%', 0.196, 'holds'],
    ['not quite 20%', 0.196, 'holds'],
    ['just short of 20%', 0.196, 'holds'],
    ['fell nearly 20%', -0.196, 'holds'],
    ['fell nearly 20%', -0.2, /^'nearly 20%' does not hold/],
  );
  tableOf('contracts', ['nearly 2.1 million', 2_093_111, 'holds'], ['nearly 2.1 million', 2_100_000, /does not hold/]);
});

describe('more than N: above N; a warning from the next round number on', () => {
  tableOf(
    'ratio',
    ['more than 20%', 0.2, "'more than 20%' does not hold. The data say +20.000% (return(s, 1d) on 2024-07-16). Write 20%."],
    ['more than 20%', 0.2001, 'holds'],
    ['more than 20%', 0.1999, /Write 20%, or less than 20%\.$/],
    ['more than 20%', 0.2999, 'holds'],
    [
      'more than 20%',
      0.34,
      "holds; understated: 'more than 20%' holds, and says little. The data say +34.000% (return(s, 1d) on 2024-07-16). Write 'more than 30%'.",
    ],
    ['more than 20%', 0.3, /^holds; understated: .*\(return\(s, 1d\) on 2024-07-16\)\. Write 30%\.$/],
    ['over 20%', 0.21, 'holds'],
    ['over 20%', 0.2, /does not hold/],
    ['above 20%', 0.21, 'holds'],
    ['exceeding 20%', 0.21, 'holds'],
    ['in excess of 20%', 0.21, 'holds'],
    ['north of 20%', 0.21, 'holds'],
    ['beyond 20%', 0.2, /does not hold/],
    ['> 20%', 0.21, 'holds'],
    ['> 20%', 0.2, /^'> 20%' does not hold/],
    ['fell more than 20%', -0.21, 'holds'],
    ['fell more than 20%', -0.2, /Write 'fell 20%'\.$/],
    ['fell more than 20%', -0.34, /^holds; understated: .* Write 'fell more than 30%'\.$/],
    ['more than 20%', -0.21, /Write 'fell more than 20%', or −21%\.$/],
    ['more than 12.5%', 0.1259, 'holds'],
    ['more than 12.5%', 0.126, /^holds; understated/],
  );
});

describe('less than N: below N; a warning from the next round number on', () => {
  tableOf(
    'ratio',
    ['less than 20%', 0.2, "'less than 20%' does not hold. The data say +20.000% (return(s, 1d) on 2024-07-16). Write 20%."],
    ['less than 20%', 0.1999, 'holds'],
    ['less than 20%', 0.2001, /Write 20%, or more than 20%\.$/],
    ['less than 20%', 0.1001, 'holds'],
    ['less than 20%', 0.06, /^holds; understated: .* Write 'less than 10%'\.$/],
    ['under 20%', 0.19, 'holds'],
    ['below 20%', 0.19, 'holds'],
    ['below 20%', 0.2, /does not hold/],
    ['fewer than 20%', 0.19, 'holds'],
    ['< 20%', 0.2, /^'< 20%' does not hold/],
    ['fell less than 20%', -0.19, 'holds'],
    ['fell less than 20%', -0.2, /does not hold/],
  );
});

describe('at least N, N or more: N included', () => {
  tableOf(
    'ratio',
    ['at least 20%', 0.2, 'holds'],
    [
      'at least 20%',
      0.1999,
      "'at least 20%' does not hold. The data say +19.990% (return(s, 1d) on 2024-07-16). Write 20%, or less than 20%.",
    ],
    ['at least 20%', 0.2999, 'holds'],
    ['at least 20%', 0.3, /^holds; understated: .* Write 'at least 30%'\.$/],
    ['20% or more', 0.2, 'holds'],
    ['20% or more', 0.1999, /^'20% or more' does not hold/],
    ['20% or higher', 0.2, 'holds'],
    ['20% or more', 0.34, /^holds; understated: .* Write '30% or more'\.$/],
    ['no less than 20%', 0.2, 'holds'],
    ['≥ 20%', 0.2, 'holds'],
    ['≥ 20%', 0.1999, /does not hold/],
    ['down at least 20%', -0.2, 'holds'],
    ['down at least 20%', -0.1999, /Write 'down 20%', or 'down less than 20%'\.$/],
  );
});

describe('at most N: N included', () => {
  tableOf(
    'ratio',
    ['at most 20%', 0.2, 'holds'],
    [
      'at most 20%',
      0.2001,
      "'at most 20%' does not hold. The data say +20.010% (return(s, 1d) on 2024-07-16). Write 20%, or more than 20%.",
    ],
    ['at most 20%', 0.1001, 'holds'],
    ['at most 20%', 0.1, /^holds; understated: .* Write 'at most 10%'\.$/],
    ['20% or less', 0.2, 'holds'],
    ['20% or less', 0.2001, /^'20% or less' does not hold/],
    ['no more than 20%', 0.2, 'holds'],
    ['≤ 20%', 0.2001, /does not hold/],
  );
});

describe('about N: within half the place of its last digit that is not zero, and within 5% of N', () => {
  tableOf(
    'ratio',
    ['about 20%', 0.21, 'holds'],
    ['about 20%', 0.2101, "'about 20%' does not hold. The data say +21.010% (return(s, 1d) on 2024-07-16). Write 21%."],
    ['about 20%', 0.19, 'holds'],
    ['about 20%', 0.1899, /Write 19%\.$/],
    ['about 25%', 0.255, 'holds'],
    ['about 25%', 0.2551, /Write 26%/],
    ['about 2%', 0.021, 'holds'],
    ['about 2%', 0.0211, /does not hold/],
    ['around 20%', 0.205, 'holds'],
    ['roughly 20%', 0.205, 'holds'],
    ['some 20%', 0.205, 'holds'],
    ['approximately 20%', 0.205, 'holds'],
    ['~20%', 0.205, 'holds'],
    ['~20%', 0.22, /does not hold/],
    ['fell about 20%', -0.205, 'holds'],
  );
});
