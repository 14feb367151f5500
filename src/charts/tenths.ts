/** Coordinates of drawings: a tenth of a pixel is what can be seen, and shorter than a number of fifteen digits. */

const texts: string[] = [];

/** So many tenths, without the zero before a point: '.5', '-12', '0'. They come by the thousand, and are written once each. */
export function tenthsText(tenths: number): string {
  if (tenths < 0) return `-${tenthsText(-tenths)}`;
  texts[tenths] ??= String(tenths / 10).replace(/^0\./, '.');
  return texts[tenths];
}

/** A text with the numbers in it that stand for coordinates rounded to tenths. */
export function inTenths(text: string): string {
  return text.replace(/(?<=^|[ (,MLHVCAZ-])\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
