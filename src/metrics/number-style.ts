/**
 * How a number is printed, without its unit's name and without a calendar: the build prints by it, and so does the browser.
 * Rounds once, half away from zero, on the decimal value; the minus is U+2212.
 */

/** What a value is multiplied by, its decimals, and what stands around it. */
export interface NumberStyle {
  factor: number;
  decimals: number;
  prefix?: string;
  suffix: string;
  /** A value above zero carries its sign. */
  plus?: boolean;
}

/** A value freed of what binary arithmetic leaves in its last digits: (4.43 - 4.44) x 100 is -1, not -1.0000000000000675. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * Rounds once. First the value is freed of the noise that binary arithmetic leaves in its last digits: 5.33 - (100 - 95.195) is 52.5
 * basis points and 0.035 x 100 is 3.5, so that what lies half-way is rounded as half-way.
 */
export function print(value: number, decimals: number, plus = false): string {
  return numberFormat(decimals, plus).format(withoutNoise(value)).replace('-', '\u2212');
}

/** Making a formatter takes longer than a hundred uses of it: each is made once. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(decimals: number, plus: boolean): Intl.NumberFormat {
  const key = `${decimals}${plus}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    roundingMode: 'halfExpand',
    signDisplay: plus ? 'exceptZero' : 'negative',
  });
  numberFormats.set(key, format);
  return format;
}

/** '+9.9 pp', '−$3.50', '1 session'. */
export function styled(value: number, { factor, decimals, prefix = '', suffix, plus }: NumberStyle): string {
  const number = print(value * factor, decimals, plus);
  const sign = /^[+\u2212]/.exec(number)?.[0] ?? '';
  const one = /^[+\u2212]?1$/.test(number);
  return sign + prefix + number.slice(sign.length) + (one ? suffix.replace(/s$/, '') : suffix);
}
