/** A path of straight lines written from point to point instead of from the corner: the same drawing in half the bytes. */

/** Rewrites M, L, H, V and Z with absolute coordinates, rounded to a tenth; a path with other commands comes back as it is. */
export function compactPath(path: string): string {
  if (!/^[MLHVZ\d\s.,-]*$/.test(path)) return path;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let compact = '';
  let previous = '';
  for (const [, command, text] of path.matchAll(/([MLHVZ])([^MLHVZ]*)/g)) {
    if (command === 'Z') {
      compact += 'z';
      [x, y, previous] = [startX, startY, 'z'];
      continue;
    }
    // Tenths as whole numbers: what is rounded at one point is made good at the next.
    const numbers = text.split(/[\s,]+/).flatMap((number) => (number === '' ? [] : [Math.round(Number(number) * 10)]));
    const step = command === 'H' || command === 'V' ? 1 : 2;
    for (let k = 0; k < numbers.length; k += step) {
      const toX = command === 'V' ? x : numbers[k];
      const toY = command === 'V' ? numbers[k] : command === 'H' ? y : numbers[k + 1];
      const isMove = command === 'M' && k === 0;
      const letter = isMove ? 'm' : 'l';
      compact += letter === previous && !isMove ? written(toX - x, ' ') : `${letter}${written(toX - x, '')}`;
      compact += written(toY - y, ' ');
      [x, y, previous] = [toX, toY, letter];
      if (isMove) [startX, startY] = [x, y];
    }
  }
  // At the head of a path 'm' is taken from the corner, as 'M' is.
  return compact.replace(/^m/, 'M');
}

/** Tenths without a leading zero; a sign parts numbers as well as the separator does. */
function written(tenths: number, separator: string): string {
  const number = String(tenths / 10).replace(/^(-?)0\./, '$1.');
  return number.startsWith('-') ? number : separator + number;
}
