/** Rounder numbers, with the word that makes them true: 'more than 11%', 'nearly 12%'. */
import { withoutNoise } from '../../metrics/format.ts';
import { historyOf } from '../checks/history.ts';
import { shareBeyond, shareOfValue } from '../rarity.ts';
import type { Subject } from '../subject.ts';
import type { Generator } from './generator.ts';
import { factorOf, printed, told } from './telling.ts';

/** Rates are told to the tenth of a percent; of the rest two figures count. */
const RATE_PLACE = 0.1;
const MILLION = 1e6;

export const bounds: Generator = (subject) => {
  const { unit, shape, value } = subject;
  if (['date', 'flag', 'rank', 'sessions', 'periods'].includes(unit)) return [];
  const scale = unit === 'contracts' && Math.abs(value) >= MILLION ? MILLION : 1;
  const size = withoutNoise((Math.abs(value) * factorOf(unit)) / scale);
  const place = unit === 'percent' ? RATE_PLACE : Math.max(1, 10 ** (Math.floor(Math.log10(size)) - 1));
  const below = withoutNoise(Math.floor(size / place) * place);
  const above = withoutNoise(below + place);
  if (below <= 0 || (shape.kind === 'level' && value < 0)) return [];
  const text = (number: number): string => roundNumber(number, subject, scale, unit === 'percent' ? 1 : 0);
  return [
    { text: told(subject, `more than ${text(below)}`), share: shareOver(subject, (below * scale) / factorOf(unit)) },
    { text: told(subject, `nearly ${text(above)}`), share: shareOfValue(subject) },
  ];
};

function roundNumber(number: number, { unit }: Subject, scale: number, decimals: number): string {
  if (scale === MILLION) return `${number} million contracts`;
  return printed(number / factorOf(unit), unit, decimals).replace(/\.0+(?=$| )/, '');
}

/** Of 'more than': the values over that bound, on the side of this one. */
function shareOver(subject: Subject, bound: number): number {
  const { shape, value } = subject;
  if (shape.kind === 'level') return shareOfValue(subject);
  const sign = value > 0 ? 1 : -1;
  return shareBeyond(historyOf(subject, sign), bound * sign);
}
