import { afterEach, describe, expect, it } from 'vitest';
import { drawing, keepDrawingsIn, named } from '../../src/charts/drawing.ts';
import type { FigureData } from '../../src/charts/figure-data.ts';
import { kinds } from '../../src/charts/kinds/index.ts';
import { RecentMemory } from '../../src/charts/memory.ts';
import { dayOf } from '../../src/data/day.ts';
import { putInForce, settings, settingsOf, settingsSchema } from '../../src/settings.ts';

const kind = kinds.get('lines') ?? expect.fail('no kind');
const other = kinds.get('stacked-panels') ?? expect.fail('no kind');

function dataOf(change: { title?: string; values?: number[]; from?: string } = {}): FigureData {
  const days = Int32Array.from(['2024-07-12', '2024-07-15', '2024-07-16'], dayOf);
  const title = change.title ?? 'Russell 2000';
  const line = { expression: 'rut', series: ['rut'], title, shortTitle: title, titles: [title], unit: 'points' as const };
  const values = Float64Array.from(change.values ?? [1, 3, 2]);
  return { lines: [{ ...line, days, values }], from: dayOf(change.from ?? '2024-07-12'), to: days[2], digest: '', inputs: [] };
}

describe('a drawing is made once', () => {
  const own = settings();
  afterEach(() => {
    keepDrawingsIn(undefined);
    putInForce(own);
  });

  it('and again where anything that it is made from is another', () => {
    const kept = new Map<string, string>();
    keepDrawingsIn({ get: () => undefined, set: (key, svg) => void kept.set(key, svg) });
    const highlight = { from: dayOf('2024-07-12'), to: dayOf('2024-07-15'), label: 'Two days' };
    const others = [
      () => drawing(kind, dataOf(), {}, 'S'),
      () => drawing(kind, dataOf(), {}, 'M'),
      () => drawing(other, dataOf(), {}, 'S'),
      () => drawing(kind, dataOf({ title: 'Another name' }), {}, 'S'),
      () => drawing(kind, dataOf({ values: [1, 3, 2.5] }), {}, 'S'),
      () => drawing(kind, dataOf({ from: '2024-07-11' }), {}, 'S'),
      () => drawing(kind, dataOf(), { highlight }, 'S'),
    ];
    const first = others.map((draw) => draw());
    expect(kept.size).toBe(others.length);
    expect(new Set(first).size).toBe(others.length);
    expect(others.map((draw) => draw())).toEqual(first);
    expect(kept.size).toBe(others.length);
    putInForce(settingsOf(settingsSchema.parse({}), ['rut']));
    expect(others[0]()).not.toBe(first[0]);
  });

  it('and taken from the memory behind that of the process', () => {
    keepDrawingsIn({ get: () => '<svg/>', set: () => expect.fail('it was there') });
    expect(drawing(kind, dataOf({ title: 'Kept' }), {}, 'S')).toBe('<svg/>');
  });

  it('and named by each page as it likes', () => {
    const svg = named(drawing(kind, dataOf(), {}, 'S'), 'fig1-title', 'fig1-words');
    expect(svg).toBe(kind.draw(dataOf(), { titleId: 'fig1-title', descriptionId: 'fig1-words' }, 'S'));
  });
});

it('a memory lets go of what was not asked for longest', () => {
  const memory = new RecentMemory<string>(10);
  memory.set('a', 'aaaa');
  memory.set('b', 'bbbb');
  expect(memory.get('a')).toBe('aaaa');
  memory.set('c', 'cccc');
  expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual(['aaaa', undefined, 'cccc']);
});
