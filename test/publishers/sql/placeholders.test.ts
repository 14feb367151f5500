import { expect, it } from 'vitest';
import { placeholdersIn, replacePlaceholders } from '../../../src/publishers/sql/placeholders.ts';

it.each([
  ['SELECT $from, $until', ['from', 'until']],
  ['x=$a_1+$a_1', ['a_1', 'a_1']],
  ["'$a' || $b || 'it''s $c'", ['b']],
  ["'\\'$a' || $b", ['b']],
  ['"$a" `$b` $c', ['c']],
  ['-- $a\n$b /* $c \n $d */ $e', ['b', 'e']],
  ['name$a $1 $$ $', []],
])('the placeholders of %s are %j', (query, names) => {
  expect(placeholdersIn(query).map(({ name }) => name)).toEqual(names);
});

it('only placeholders are replaced', () =>
  expect(replacePlaceholders("$a '$a' -- $a\n$b$a", (name) => `<${name}>`)).toBe("<a> '$a' -- $a\n<b>$a"));
