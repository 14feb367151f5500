/** The answer to a metric, as lines of text for a terminal. */
import { dayOf } from '../data/day.ts';
import type { Finding } from '../finding.ts';
import { printedDecimal } from '../metrics/format.ts';
import type { MetricAnswer } from './metric-answer.ts';
import { monthOf } from './metric-figure.ts';
import type { InputRecord } from './record.ts';
import type { Said } from './said.ts';
import type { Valued } from './valued.ts';

const count = (number: number): string => printedDecimal(number, 0);

/** '1 in 459': of so many values so far there is one of which as much could be said. */
export function oneIn(share: number): string {
  return `1 in ${count(Math.max(1, Math.round(1 / share)))}`;
}

/** What is known of the value, each under its name. */
export function answerRows(answer: MetricAnswer): { name: string; told: string }[] {
  const { at, asked, snapshot, display, value, unit, before, isFixed } = answer;
  const used = asked === null ? '' : `, the last value by ${asked}`;
  const rows = [
    { name: 'on', told: `${at}${used}, snapshot ${snapshot}` },
    { name: 'value', told: `${display}, in full ${value}${unit === 'date' ? '' : ` ${unit}`}` },
    { name: 'window', told: windowIn(answer) },
    ...(isFixed
      ? []
      : [
          { name: 'rank', told: rankIn(answer.place) },
          { name: 'before', told: `at least as large: ${valueIn(before.asLarge)}; at least as small: ${valueIn(before.asSmall)}` },
        ]),
    { name: 'inputs', told: answer.inputs.map(inputIn).join('; ') },
  ];
  return rows.map(({ name, told }) => ({ name, told: told.replaceAll('\u00A0', ' ') }));
}

/** Of an answer to what was said, only that; else all that is known, and what is true. */
export function answerLines(answer: MetricAnswer): string[] {
  const { metric, title, meaning, phrases, said } = answer;
  if (said.length > 0)
    return [metric, ...answerRows(answer).slice(0, 2).map(rowLine), '', ...said.flatMap(saidLines)].map(withoutFixedSpaces);
  return [
    metric,
    title,
    meaning,
    '',
    ...answerRows(answer).map(rowLine),
    '',
    ...(phrases.length === 0
      ? ['Nothing that the grammar knows can be said of it in words.']
      : ['What is true of it, the rarest first:', ...phrases.map(({ share, fact }) => `${oneIn(share).padStart(11)}  ${fact}`)]),
  ].map(withoutFixedSpaces);
}

const rowLine = ({ name, told }: { name: string; told: string }): string => `${name.padEnd(8)}${told}`;
const withoutFixedSpaces = (line: string): string => line.replaceAll('\u00A0', ' ');

/** Whether the phrase holds, what is to be said against it, and what would hold in its place. */
function saidLines({ text, holds, findings, fact }: Said): string[] {
  return [
    rowLine({ name: holds ? 'holds' : 'fails', told: holds && fact !== null ? fact : text }),
    ...findings.map(({ severity, rule, message }) => `        ${severity} ${rule}  ${message}`),
    ...(holds || fact === null ? [] : [rowLine({ name: 'write', told: fact })]),
  ];
}

const inputIn = ({ resource, series, from, to, rows }: InputRecord): string =>
  `${series} of ${resource}, ${rows === 1 ? from : `${count(rows)} rows from ${from} to ${to}`}`;

function windowIn({ window: { from, to }, snapped, isFixed }: MetricAnswer): string {
  const told = snapped.map(({ bound, used }) => `, ${used} used for ${bound}, which is no session`).join('');
  const fixed = isFixed ? '; it is fixed: the value is the same on every later day' : '';
  return (from === to ? from : `${from} to ${to}`) + told + fixed;
}

function rankIn(place: MetricAnswer['place']): string {
  if ('why' in place) return place.why;
  const { rank, of, equal, noun, since } = place;
  const ties = equal === 0 ? '' : `, ${count(equal)} ${equal === 1 ? 'other has' : 'others have'} the same value`;
  return `${count(rank)} of ${count(of)} ${noun} since ${monthOf(dayOf(since))}, ${count(of - rank - equal + 1)} from the lowest${ties}`;
}

const valueIn = (before: Valued | null): string => (before === null ? 'none in the data' : `${before.display} on ${before.at}`);

/** The expression with a caret under the place that a finding names; the finding's path is the expression. */
export function markedLines({ path, column }: Finding): string[] {
  return column === undefined ? [] : [`  ${path}`, `  ${' '.repeat(column - 1)}^`];
}
