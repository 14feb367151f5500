import { describe } from 'vitest';
import { daily, table, tableOf, worth } from '../../support/subject.ts';

describe('a number stands for half a unit of its last place, both ends included', () => {
  tableOf(
    'ratio',
    ['3.5%', 0.0345, 'holds'],
    ['3.5%', 0.0355, 'holds'],
    ['3.5%', 0.03449, "'3.5%' does not hold. The data say +3.449% (return(s, 1d) on 2024-07-16). Write 3.4%."],
    ['3.5%', 0.03551, /^'3\.5%' is truncated, not rounded\..* Write 3\.6%, or more than 3\.5%\.$/],
    ['4%', 0.035, 'holds'],
    ['4%', 0.045, 'holds'],
    ['4%', 0.0349, /Write 3%\.$/],
    ['4%', 0.0451, /Write 5%, or more than 4%\.$/],
    ['3.50%', 0.034950001, 'holds'],
    ['3.50%', 0.035051, /is truncated/],
    ['3.50%', 0.034949, /Write 3\.49%/],
    ['0.0%', 0.0005, 'holds'],
    ['0.0%', 0.00051, /Write 0\.1%/],
    ['0%', 0, 'holds'],
    ['100%', 1.005, 'holds'],
    ['100%', 1.0051, /Write 101%, or more than 100%/],
    ['.5%', 0.0055, 'holds'],
    ['.5%', 0.0045, 'holds'],
    ['.5%', 0.05, /^'\.5%' does not hold/],
  );
  tableOf(
    'points',
    ['2,263.67', 2263.665, 'holds'],
    ['2,263.67', 2263.675, 'holds'],
    ['2,263.67', 2263.6649, /Write 2,263\.66\.$/],
    ['2,263.67', 2263.6751, /Write 2,263\.68, or more than 2,263\.67\.$/],
    ['2263.67', 2263.67, 'holds'],
    ['2,264 points', 2263.5, 'holds'],
    ['2,264 points', 2263.49, /Write 2,263 points\.$/],
    ['12', 12.5, 'holds'],
    ['12', 11.5, 'holds'],
    ['12', 12.51, /Write 13, or more than 12\.$/],
  );
});

describe('a number cut off, not rounded, is told so', () => {
  tableOf(
    'ratio',
    ['11%', 0.1154, "'11%' is truncated, not rounded. The data say +11.540% (return(s, 1d) on 2024-07-16). Write 12%, or more than 11%."],
    ['rose 11%', 0.1154, /^'11%' is truncated.*Write 'rose 12%', or 'rose more than 11%'\.$/],
    ['fell 11%', -0.1154, /^'11%' is truncated.*Write 'fell 12%', or 'fell more than 11%'\.$/],
    ['−11%', -0.1154, /^'−11%' is truncated.*Write −12%\.$/],
    ['11%', 0.115, 'holds'],
    ['11%', 0.115001, /is truncated/],
    ['11%', 0.12, /^'11%' does not hold/],
  );
});

describe('a sign belongs to the number', () => {
  tableOf(
    'ratio',
    ['−0.9%', -0.0095, 'holds'],
    ['−0.9%', -0.0085, 'holds'],
    ['-0.9%', -0.009, 'holds'],
    ['–0.9%', -0.009, 'holds'],
    ['minus 0.9%', -0.009, 'holds'],
    ['negative 0.9%', -0.009, 'holds'],
    ['+0.9%', 0.009, 'holds'],
    ['−0.9%', 0.009, /Write 0\.9%\.$/],
    ['0.9%', -0.00876, "'0.9%' does not hold. The data say −0.876% (return(s, 1d) on 2024-07-16). Write 'fell 0.9%', or −0.9%."],
    ['+0.9%', -0.009, /^'\+0\.9%' does not hold/],
  );
});

describe('million, billion and the like multiply the number, and its last place with it', () => {
  tableOf(
    'contracts',
    ['2.1 million', 2_050_000, 'holds'],
    ['2.1 million', 2_150_000, 'holds'],
    ['2.1 million', 2_049_999, /Write 2\.0 million\.$/],
    ['2.1 million', 2_150_001, /Write 2\.2 million, or more than 2\.1 million\.$/],
    ['2.1 million contracts', 2_093_111, 'holds'],
    ['2.09 million', 2_093_111, 'holds'],
    ['2.1m', 2_093_111, 'holds'],
    ['2,093,111', 2_093_111, 'holds'],
    ['2,093,112', 2_093_111, /Write 2,093,111\.$/],
    ['two million', 2_093_111, 'holds'],
    ['2,093 thousand', 2_093_111, 'holds'],
    ['2,093k', 2_093_111, 'holds'],
    ['1.2 billion', 1.2e9, 'holds'],
    ['1.2bn', 1.2e9, 'holds'],
    ['1.2 trillion', 1.2e12, 'holds'],
    ['1.2 trillion', 1.2e9, /does not hold/],
    ['2.1', 2_093_111, /^'2\.1' does not hold/],
  );
});

describe('numbers may be words, from one to ninety-nine, before what they count', () => {
  tableOf(
    'sessions',
    ['five sessions', 5, 'holds'],
    ['Five trading days', 5, 'holds'],
    ['four sessions', 5, /^'four sessions' does not hold\. .* Write 5 sessions\.$/],
    ['twenty-one sessions', 21, 'holds'],
    ['twenty-one sessions', 20, /Write 20 sessions/],
    ['ninety-nine sessions', 99, 'holds'],
  );
  tableOf('basis points', ['five basis points', 5, 'holds'], ['five basis points', 5.51, /Write 6 basis points/]);
  tableOf('times', ['four times', 4.4, 'holds'], ['four times', 4.6, /Write 5 times/]);
});

describe('binary arithmetic moves no boundary', () => {
  table(
    ['52.5 basis points', daily('change(s, 1d)', [4.805, 5.33], { unit: 'percent' }), 'holds'],
    ['1 basis point', daily('change(s, 1d)', [4.43, 4.44], { unit: 'percent' }), 'holds'],
    ['fell 1 basis point', daily('change(s, 1d)', [4.44, 4.43], { unit: 'percent' }), 'holds'],
    ['0.3', worth(0.1 + 0.2, 'points'), 'holds'],
    ['at least 0.3', worth(0.1 + 0.2, 'points'), 'holds'],
    ['more than 0.3', worth(0.1 + 0.2, 'points'), /^'more than 0\.3' does not hold/],
    ['less than 3.5%', worth(0.035, 'ratio'), /^'less than 3\.5%' does not hold/],
    ['nearly 4.7%', worth(0.047, 'ratio'), /^'nearly 4\.7%' does not hold/],
  );
});
