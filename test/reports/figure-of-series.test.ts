import { describe, expect, it } from 'vitest';
import { kindNamed } from '../../src/charts/kinds/index.ts';
import { compile, findingsOf } from '../support/report.ts';

/** The target of the federal funds rate did not move in these days. */
const figure = (kind: string, series: string): string =>
  `\n<Figure kind="${kind}" series="${series}" from="2024-05-01" title="The rate stays" subtitle="Percent" />`;

const MARCH = 'from 2023-03-08 to 2023-03-13';
const JULY = 'from 2024-07-09 to 2024-07-16';

/** Two windows of one series as dots. */
const windows = (attributes: string, series = `change(ust2y, ${MARCH}), change(ust2y, ${JULY})`): string =>
  `\n<Figure kind="dots" series="${series}" title="Two falls" ${attributes} />`;

describe('the names of windows with fixed ends', () => {
  it.each(['2023, 2024', 'March, July', 'March 2023, July 2024', 'From March 8; To July 16, 2024', 'Banks, Rotation'])('%s', (names) =>
    expect(findingsOf(windows(`subtitle="Basis points" names="${names}"`))).toEqual([]),
  );

  it.each([
    ['2024, 2023', '2024', MARCH],
    ['July, March', 'July', MARCH],
    ['March 8, 2024; July 9, 2024', '2024', MARCH],
    ['Banks, March 2024', 'March 2024', JULY],
  ])('%s is outside', (names, said, window) => {
    const [, first, last] = /from (\S+) to (\S+)/.exec(window) ?? [];
    expect(findingsOf(windows(`subtitle="Basis points" names="${names}"`))).toEqual([
      expect.stringMatching(
        new RegExp(
          `figure: '${said}' in the name '[^']+' is outside the window of .* from ${first} to ${last}\\. Put the names in the order`,
        ),
      ),
    ]);
  });
});

describe('the length of windows with fixed ends, in the texts of a figure', () => {
  const loose = (words: string): RegExp =>
    new RegExp(
      `'${words}' is a number that nothing checks\\. .* or let it pass in the front matter: allow: \\[\\{ text: "${words}", reason`,
    );

  it.each([
    ['may be repeated', 'Change over five sessions', `change(ust2y, ${JULY}), change(ust10y, ${JULY})`, null],
    ['must be right', 'Change over six sessions', `change(ust2y, ${JULY}), change(ust10y, ${JULY})`, 'over six sessions'],
    ['must be that of all', 'Change over five sessions', `change(ust2y, ${JULY}), change(ust2y, ${MARCH})`, 'over five sessions'],
    [
      'of a target counts the sessions of the exchange',
      'Change over five sessions',
      `change(fed_upper, ${JULY}), change(ust2y, ${JULY})`,
      null,
    ],
  ])('%s', (_what, subtitle, series, words) =>
    expect(findingsOf(windows(`subtitle="${subtitle}"`, series))).toEqual(words === null ? [] : [expect.stringMatching(loose(words))]),
  );
});

it.each([
  ['bars', "'average-bars' or 'relative-bars'"],
  ['panels', "'event-panels' or 'small-panels' or 'stacked-panels'"],
  ['band', "'range-band'"],
  ['line', "'lines'"],
  ['index-lines', "'indexed-lines'"],
])('the kind %s is unknown: it may be %s', (kind, meant) =>
  expect(findingsOf(figure(kind, 'rut'))).toEqual([
    expect.stringContaining(`unknown kind of figure '${kind}'. Did you mean ${meant}? Known: `),
  ]),
);

describe('a series that never moves', () => {
  it('has no distribution', () => {
    expect(findingsOf(figure('distribution', 'fed_upper'))).toEqual([
      expect.stringContaining(
        'figure: all its values are 5.50%: there is no distribution to draw. Take a metric that moves, or begin earlier.',
      ),
    ]);
  });

  it('is a line in the middle of its panel, between values of the axis', () => {
    const { findings, figures } = compile(figure('stacked-panels', 'fed_upper, ust2y'));
    expect(findings).toEqual([]);
    const [{ data, spec }] = figures.values();
    const svg = kindNamed('stacked-panels').draw(data, { ...spec.annotations, titleId: 't', descriptionId: 'd' }, 'M');
    expect(svg).toContain('6%');
    expect(svg).not.toContain('NaN');
  });
});
