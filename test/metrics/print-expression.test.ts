import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, type Operator, parseExpression } from '../../src/metrics/expression.ts';
import { printExpression, replaced } from '../../src/metrics/print-expression.ts';

const again = (text: string): string => printExpression(parseExpression(text));

/** An expression without its places in a text. */
const bare = (expression: Expression): unknown =>
  JSON.parse(JSON.stringify(expression, (key, value) => (key === 'offset' ? undefined : value)));

const leaf = fc.oneof(
  fc.constantFrom('rut', 'spx').map((id): Expression => ({ kind: 'series', id, offset: 0 })),
  fc.constantFrom(2, 5.33).map((value): Expression => ({ kind: 'number', value, offset: 0 })),
);
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie('tree').map((operand): Expression => ({ kind: 'negate', operand, offset: 0 })),
    fc
      .tuple(fc.constantFrom<Operator>('+', '-', '*', '/'), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, offset: 0 })),
    fc
      .tuple(
        fc.constantFrom('>=' as const, '<' as const),
        tie('tree'),
        fc.constantFrom('%' as const, 'bp' as const, null),
        fc.constantFrom(5, -2.5),
      )
      .map(
        ([comparator, left, mark, number]): Expression => ({
          kind: 'comparison',
          comparator,
          left,
          threshold: { number, mark, offset: 0 },
          offset: 0,
        }),
      ),
    tie('tree').map((arg): Expression => ({ kind: 'call', name: 'streak', args: [arg], offset: 0 })),
  ),
}));

describe('printExpression', () => {
  it('writes what parses to the same expression', () =>
    fc.assert(
      fc.property(tree, (expression) => {
        expect(bare(parseExpression(printExpression(expression)))).toEqual(bare(expression));
      }),
      { numRuns: 500, seed: 7 },
    ));

  it.each([
    ['return(rut,5d)-return( spx , 5d )', 'return(rut, 5d) - return(spx, 5d)'],
    ['((a + b)) * c', '(a + b) * c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a - b) - c', 'a - b - c'],
    ['a − b', 'a - b'],
    ['f(a, 12mo)', 'f(a, 1y)'],
    ['f(a, from 2023-11-01 to 2023-12-08)', 'f(a, from 2023-11-01 to 2023-12-08)'],
    ['f(a, 2024-09-18, 5.33)', 'f(a, 2024-09-18, 5.33)'],
  ])('%s as %s', (text, printed) => expect(again(text)).toBe(printed));

  it('parts are replaced wherever they stand', () => {
    const moved = replaced(parseExpression('-(return(rut, 5d) - rut)'), (part) =>
      part.kind === 'series' && part.id === 'rut' ? { ...part, id: 'iwm' } : null,
    );
    expect(printExpression(moved)).toBe('-(return(iwm, 5d) - iwm)');
  });
});
