import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatAnswer, parseAnswer } from '../../../src/publishers/sql/answer.ts';

it('an answer is read as it was written, whatever its texts are', () => {
  const cell = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\\N', '\\', '\t', 'a\nb', '\r', '')));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const answer = {
        columns: [
          { name: 'a\tb', type: 'DATE' },
          { name: '', type: 'BIGINT' },
        ],
        rows,
      };
      expect(parseAnswer(formatAnswer(answer))).toEqual(answer);
    }),
  );
});
