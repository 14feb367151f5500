import { describe } from 'vitest';
import { on, table, tableOf } from '../../support/subject.ts';

describe('parts of one are read as central banks write them, and a quarter point of a rate is 25 basis points', () => {
  tableOf(
    'basis points',
    ['fell a quarter point', -25, 'holds'],
    ['fell half a percentage point', -50, 'holds'],
    ['fell a quarter of a percentage point', -25, 'holds'],
    ['rose three-quarters of a point', 75, 'holds'],
    ['fell 1/4 percentage point', -25, 'holds'],
    ['fell ¼ percentage point', -25, 'holds'],
    ['rose 1-1/4 percentage points', 125, 'holds'],
    ['rose a full percentage point', 100, 'holds'],
    ['rose a percentage point', 103, /^'a percentage point' does not hold\. .* Write 'rose 103 basis points'\.$/],
    ['rose more than a percentage point', 125, 'holds'],
    ['rose about half a point', 52, 'holds'],
    ['fell half a point', -25, /^'half a point' does not hold\. .* Write 'fell 25 basis points'\.$/],
    ['fell a quarter point', 25, /^'fell' does not hold\. .* Write 'rose 25 basis points'\.$/],
  );
  tableOf(
    'percent',
    ['4-1/2 percent', 4.5, 'holds'],
    ['4½ percent', 4.5, 'holds'],
    ['4 1/2%', 4.5, 'holds'],
    ['5-3/8 percent', 5.38, 'holds'],
    ['4-1/4 percent', 4.5, /Write 4\.50 percent\.$/],
    ['4-1/4 to 4-1/2 percent', 4.5, /^'4-1\/4 to 4-1\/2 percent' is a range, and the metric has one value/],
    // A date, unless a unit follows.
    ['4.50% on 1/4', 4.5, /^'1\/4' is no number that is understood/],
  );
  tableOf('ratio', ['rose 3 1/2%', 0.035, 'holds'], ['rose 3½%', 0.035, 'holds'], ['rose half a percent', 0.005, 'holds']);
  tableOf('percentage points', ['led by a quarter of a percentage point', 0.0025, 'holds']);
});

describe("'in more than a year' is in more than one", () => {
  table(
    ['highest close in more than a year', on('rut'), /^holds; understated/],
    ['best week in more than a month', on('return(rut, 1w)', '2024-07-12'), /^holds/],
  );
});

describe("'cut' is a verb where its size follows, or it is a thing that has one", () => {
  tableOf(
    'basis points',
    ['cut 100 basis points', -100, 'holds'],
    ['was cut by 100 basis points', -100, 'holds'],
    ['cut its target by 100 basis points', -100, 'holds'],
    ['a quarter-point cut', -25, 'holds'],
    ['trimmed 25 basis points', -25, 'holds'],
    ['raised by 25 basis points', 25, 'holds'],
    ['cut 50 basis points', -100, /Write 'cut 100 basis points'\.$/],
    ['hiked 100 basis points', -100, /^'hiked' does not hold\. .* Write 'fell 100 basis points'\.$/],
    ['rate cuts', -100, /^nothing to check/],
    ['a cut', -100, /^nothing to check/],
    ['cuts priced by traders', -100, /^nothing to check/],
    ['trimmed its loss', -100, /^'trimmed its' changes what is claimed/],
  );
});
