/** What the editor knows of a component, against what the build knows of it. Types are checked by `npm run lint`. */
import { expectTypeOf, it } from 'vitest';
import type { ComponentName, Written } from '../../src/assertions/components.ts';

type Given<N extends ComponentName> = Parameters<MDXProvidedComponents[N]>[0];
type Attributes<N extends ComponentName> = Required<Omit<Given<N>, 'children' | 'kind'>>;
type Declared<N extends ComponentName> = Required<Omit<Written<N>, 'kind'>>;

it('the editor has the components of the build, with the same attributes', () => {
  expectTypeOf<keyof MDXProvidedComponents>().toEqualTypeOf<ComponentName>();
  expectTypeOf<Attributes<'Fact'>>().toEqualTypeOf<Declared<'Fact'>>();
  expectTypeOf<Attributes<'Reported'>>().toEqualTypeOf<Declared<'Reported'>>();
  expectTypeOf<Attributes<'Quote'>>().toEqualTypeOf<Declared<'Quote'>>();
  expectTypeOf<Attributes<'Call'>>().toEqualTypeOf<Declared<'Call'>>();
  expectTypeOf<Attributes<'Figure'>>().toEqualTypeOf<Declared<'Figure'>>();
  expectTypeOf<Attributes<'Audit'>>().toEqualTypeOf<Declared<'Audit'>>();
  expectTypeOf<Attributes<'Note'>>().toEqualTypeOf<Declared<'Note'>>();
});

it('the editor underlines what the build refuses', () => {
  const words = 'words';
  const fact: Given<'Fact'> = { m: 'rut', at: '2024-07-16' };
  // @ts-expect-error a Fact needs a metric
  const withoutMetric: Given<'Fact'> = { at: '2024-07-16' };
  // @ts-expect-error no such attribute
  const misspelt: Given<'Fact'> = { m: 'rut', form: '.2%' };
  // @ts-expect-error no such expectation
  const expectation: Given<'Reported'> = { by: 'a', source: 'b', expect: 'hold', children: words };
  // @ts-expect-error words must stand inside
  const silent: Given<'Quote'> = { by: 'a', source: 'b' };
  // @ts-expect-error no words may stand inside
  const wordy: Given<'Audit'> = { source: 'a', children: words };
  // @ts-expect-error no such kind
  const kind: Given<'Figure'> = { kind: 'indexed-line', title: 'a', subtitle: 'b' };
  // @ts-expect-error a switch has no words
  const wide: Given<'Figure'> = { kind: 'dots', title: 'a', subtitle: 'b', wide: 'yes' };
  expectTypeOf([fact, withoutMetric, misspelt, expectation, silent, wordy, kind, wide]).toBeArray();
});
