/** Decimal numbers as their text. Exact: no value passes through binary floating point. */

/** True for '12', '-0.5', '3.10'; not for '1e3', '.5', '1,200' or an empty text. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** '1.5e-7' is '0.00000015' and '1e+3' is '1000'; any other text is as it was. */
export function plainDecimal(text: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d+)$/i.exec(text);
  if (!parts) return text;
  const [, sign, whole, fraction = '', exponent] = parts;
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > 400) return text;
  return scale > 0 ? write(BigInt(sign + whole + fraction), scale) : write(BigInt(sign + whole + fraction) * 10n ** BigInt(-scale), 0);
}

/** '2956.3887' with 2 decimals is '2956.39', '4.1' is '4.10'. A half is rounded away from zero. */
export function withDecimals(text: string, decimals: number): string {
  const { digits, scale } = split(text);
  if (scale <= decimals) return write(digits * 10n ** BigInt(decimals - scale), decimals);
  const unit = 10n ** BigInt(scale - decimals);
  const half = digits < 0n ? -unit / 2n : unit / 2n;
  return write((digits + half) / unit, decimals);
}

/** The product of two decimal texts, with the decimals of both: '12.5' times '0.01' is '0.125'. */
export function times(text: string, factor: string): string {
  const [a, b] = [split(text), split(factor)];
  return write(a.digits * b.digits, a.scale + b.scale);
}

function split(text: string): { digits: bigint; scale: number } {
  const [whole, fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function write(digits: bigint, scale: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
