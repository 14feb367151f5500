/**
 * A desk of any size to time the program on: this desk's cards, settings and data, and reports that are made up of them. Every report has 800
 * words, 20 Facts and four figures of 2,500 sessions each; no two speak of the same day until the days are used up. The same number gives
 * the same desk, byte for byte.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Day, isoOf } from '../../src/data/day.ts';
import type { Snapshot } from '../../src/data/snapshot.ts';
import { evaluateAt } from '../../src/metrics/evaluate.ts';
import type { Folders } from '../../src/reports/desk.ts';
import { openDesk } from '../../src/reports/desk.ts';

/** Sessions that a figure shows. */
const DRAWN = 2500;
/** Days for reports: as many sessions, before the yields end. */
const DAYS = 1500;

/** What the Facts state: of one series its return, of two the difference, of a yield its change. */
const WINDOWS = ['1d', '5d', '10d', '20d', '60d', 'mtd', 'ytd', '1y'];

/**
 * Writes the folders of a desk with so many reports, without their records.
 * @param from the desk whose cards and data it has
 */
export function generateDesk(from: Folders, to: Folders, count: number): void {
  cpSync(from.content, to.content, { recursive: true });
  for (const slug of readdirSync(join(to.content, 'reports'))) rmSync(join(to.content, 'reports', slug), { recursive: true });
  for (const name of ['snapshots', 'calendar', 'publishers']) cpSync(join(from.data, name), join(to.data, name), { recursive: true });
  const desk = openDesk(to, { until: null });
  const [snapshot] = desk.snapshots?.().slice(-1).map(desk.snapshot) ?? [];
  const days = snapshot.series.get('ust2y')?.days.filter((day) => snapshot.series.get('rut')?.days.includes(day)) ?? new Int32Array();
  for (let k = 0; k < count; k++) {
    const end = days.length - 1 - (k % DAYS);
    const [asOf, first] = [days[end], days[end - DRAWN + 1]];
    const text = reportOn(k, asOf, first, snapshot, (metric) => {
      const { column } = evaluateAt(metric, asOf, { snapshot, calendar: desk.calendar, named: desk.named, asOf });
      return column.values[column.values.length - 1];
    });
    const path = join(to.content, 'reports', `${isoOf(asOf)}-report-${k + 1}`, 'index.mdx');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function reportOn(k: number, asOf: Day, first: Day, { id }: Snapshot, valueAt: (metric: string) => number): string {
  const [day, from] = [isoOf(asOf), isoOf(first)];
  const facts = [
    ...WINDOWS.map((window) => `The Russell 2000 ${fact(`return(rut, ${window})`, valueAt, 'gained', 'lost', '%')}.`),
    ...WINDOWS.map(
      (window) => `It ${fact(`return(rut, ${window}) - return(spx, ${window})`, valueAt, 'led by', 'trailed by', ' percentage points')}.`,
    ),
    ...['5d', '20d', '60d', 'ytd'].map(
      (window) => `The two-year yield ${fact(`change(ust2y, ${window})`, valueAt, 'rose', 'fell', ' basis points')}.`,
    ),
  ];
  const words = sentences(k);
  const paragraph = (facts: readonly string[], size: number): string => [...facts, ...words.take(size)].join(' ');
  const figure = (kind: string, series: string, title: string, more = ''): string =>
    `<Figure kind="${kind}" series="${series}"${more && ` ${more}`} from="${from}" title="${title}" subtitle="Daily closes" />`;
  return `---
title: "What the session told, part ${letters(k)}"
description: "A session held against the years before it."
published: ${day}
asOf: ${day}
snapshot: ${id}
authors: [The desk]
topics: [${['Small caps', 'Large caps', 'Yields', 'Rotation'][k % 4]}]
---

<Takeaways>
1. ${words.take(30).join(' ')}
</Takeaways>

${paragraph(facts.slice(0, 5), 100)}

${figure('indexed-lines', 'rut, spx', 'Two indices over the years')}

## How it moved

${paragraph(facts.slice(5, 10), 100)}

${figure('range-band', 'rut', 'Where the index stands in its range', `highlight="${from} to ${isoOf(asOf - 30)}: Range"`)}

## What it is held against

${paragraph(facts.slice(10, 15), 100)}

${figure('lines', 'distance(rut, 200)', 'How far the index was from its average', 'names="Distance"')}

## What yields did

${paragraph(facts.slice(15), 100)}

${figure('lines', 'ust2y, ust10y', 'Two yields over the years')}

${words.take(150).join(' ')}
`;
}

/** 'gained 1.2%' of a ratio, 'fell 3 basis points' of a change in them. */
function fact(metric: string, valueAt: (metric: string) => number, up: string, down: string, unit: string): string {
  const value = valueAt(metric);
  const isPoints = unit === ' basis points';
  const size = isPoints ? Math.abs(value).toFixed(0) : Math.abs(value * 100).toFixed(2);
  const said = Number(size) === 0 ? '' : `${value < 0 ? down : up} ${size}${unit}`;
  return said === '' ? `stood at <Fact m="${metric}" />` : `<Fact m="${metric}">${said}</Fact>`;
}

const PLAIN = [
  'Smaller companies carry more debt at floating rates, so their shares feel a change in the price of money sooner.',
  'Larger ones earn more of their revenue abroad, and a firm currency weighs on what they report at home.',
  'A move that comes on heavy trading is more often carried on than one that comes in a quiet week.',
  'Banks and insurers have a larger weight among the small than among the large, and follow the slope of the curve.',
  'Investors who hold the whole market own mostly large companies, whatever the number of names in the index.',
  'What was gained in a short time has often been given back in part before the next quarter was over.',
  'The comparison speaks of prices alone, and leaves out what companies pay to those who hold them.',
  'Where earnings are thin, a change in expectations moves the share by more than it moves the company.',
  'Nothing in the figures says why a move came, only that it did and how it compares with those before.',
  'A reading near the edge of its range says that the market has moved far, not that it must turn.',
];

/** Sentences without a number, in an order of the report's own. */
function sentences(k: number): { take(words: number): string[] } {
  let next = k * 7;
  return {
    take(words) {
      const taken: string[] = [];
      for (let count = 0; count < words; next += 1 + (k % 3)) {
        const sentence = PLAIN[next % PLAIN.length];
        taken.push(sentence);
        count += sentence.split(' ').length;
      }
      return taken;
    },
  };
}

const letters = (k: number): string => [...String(k)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
