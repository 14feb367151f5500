/** Parts of one, as central banks write them: '1/4 percentage point', '4-1/2 percent', '4½', 'a quarter point', 'half a percentage point'; and 'a full point'. */

const SIGNS: Readonly<Record<string, number>> = { '¼': 1 / 4, '½': 1 / 2, '¾': 3 / 4, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8 };
const ANY_SIGN = `[${Object.keys(SIGNS).join('')}]`;
const SPACE = String.raw`[\s\u00A0]`;
/** 'Percentage point', 'basis point'; 'point' by itself only after a part of it, for 'a point' is prose. */
const POINT = `(?:percentage|basis)[ \u00A0-]points?(?![\\w-])`;
const UNIT = `(?:${POINT}|points?(?![\\w-])|percent(?!\\w)|per${SPACE}cent(?!\\w)|%)`;

/** '4-1/4', '4 1/2', '4½', '½'; '1/4' alone is a date unless a unit follows. */
const WRITTEN = String.raw`\d+(?:[-‑]|${SPACE})?${ANY_SIGN}|${ANY_SIGN}|\d+[-‑ ](?:1/2|[13]/4|[1357]/8)(?![\d/])|(?:1/2|[13]/4|[1357]/8)(?=[-${SPACE.slice(1, -1)}]+(?:of${SPACE}+an?${SPACE}+)?${UNIT})(?:${SPACE}+of${SPACE}+an?)?`;
/** 'A quarter point', 'half a percentage point', 'three-quarters of a point', 'a full point', 'a percentage point'. */
const SPOKEN = String.raw`(?:(?:an?|one)[\s\u00A0-]+)?(?:half|quarter)(?:${SPACE}+(?:of${SPACE}+)?an?)?[\s\u00A0-]+(?=(?:full${SPACE}+)?${UNIT})|three[\s\u00A0-]quarters${SPACE}+of${SPACE}+an?${SPACE}+(?=${UNIT})|(?:an?|one)${SPACE}+(?:full|whole)${SPACE}+(?=${UNIT})|an?${SPACE}+(?=${POINT})`;
/** 'In more than a year': one of it. */
const PERIOD = String.raw`an?(?=${SPACE}+(?:year|quarter|month|week|session|day)(?!\w))`;

export const FRACTION = new RegExp(`(?:${WRITTEN}|${SPOKEN})`, 'iy');
export const ONE_PERIOD = new RegExp(PERIOD, 'iy');

/** What it is worth; null where the words are no fraction. */
export function fractionIn(image: string): number | null {
  const folded = image.toLowerCase();
  const sign = new RegExp(ANY_SIGN).exec(image)?.[0];
  const whole = Number(/^\d+(?=[^/\d])/.exec(image)?.[0] ?? 0);
  if (sign) return whole + SIGNS[sign];
  const [, over, under] = /(\d)\/(\d)/.exec(image) ?? [];
  if (over !== undefined) return whole + Number(over) / Number(under);
  if (/three/.test(folded)) return 3 / 4;
  if (/half/.test(folded)) return 1 / 2;
  if (/quarter/.test(folded)) return 1 / 4;
  return /^(?:an?|one)\s/.test(folded) || /^an?$/.test(folded) ? 1 : null;
}
