import { expect, it } from 'vitest';
import { kindNamed } from '../../../src/charts/kinds/index.ts';
import { compile } from '../../support/report.ts';

const JULY = 'from 2024-07-09 to 2024-07-16';
const MARCH = 'from 2023-03-08 to 2023-03-13';

it.each([
  [
    'of one day say which',
    'return(rut, 5d), return(spx, 5d)',
    'Dot plot of two series on July 16, 2024, a row each, from highest to lowest: Russell 2000 +11.5%, S&P 500 +1.6%.',
    ['Jul 16, 2024', 'Russell 2000', '+11.5%', 'S&P 500', '+1.6%'],
  ],
  [
    'of one window with fixed ends say which',
    `return(rut, ${JULY}), return(spx, ${JULY})`,
    'Dot plot of two series from July 9, 2024 to July 16, 2024, a row each, from highest to lowest: Russell 2000 +11.5%, S&P 500 +1.6%.',
    ['Jul 9, 2024 to Jul 16, 2024', 'Russell 2000', '+11.5%', 'S&P 500', '+1.6%'],
  ],
  [
    'each of its own window say of each which',
    `change(ust2y, ${JULY}), change(ust10y, ${MARCH})`,
    'Dot plot of two series, each over days of its own, a row each, from highest to lowest: Two-year Treasury yield −19 bp, July 9, 2024 to July 16, 2024; Ten-year Treasury yield −43 bp, March 8, 2023 to March 13, 2023.',
    [
      'Each over days of its own',
      ...['Two-year Treasury yield', 'Jul 9, 2024 to Jul 16, 2024', '−19 bp'],
      ...['Ten-year Treasury yield', 'Mar 8, 2023 to Mar 13, 2023', '−43 bp'],
    ],
  ],
  [
    'some of which are of the last day say so too',
    `change(ust10y, ${MARCH}), change(ust2y, 5d)`,
    'Dot plot of two series, each over days of its own, a row each, from highest to lowest: Two-year Treasury yield −19 bp, July 16, 2024; Ten-year Treasury yield −43 bp, March 8, 2023 to March 13, 2023.',
    [
      'Each over days of its own',
      ...['Two-year Treasury yield', 'Jul 16, 2024', '−19 bp'],
      ...['Ten-year Treasury yield', 'Mar 8, 2023 to Mar 13, 2023', '−43 bp'],
    ],
  ],
])('dots %s', (_what, series, told, table) => {
  const { findings, figures } = compile(`\n<Figure kind="dots" series="${series}" title="Who moved" subtitle="Moves" />`);
  expect(findings).toEqual([]);
  const [{ data, spec }] = figures.values();
  const kind = kindNamed('dots');
  const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
  const { caption, rows } = kind.table(data, spec.annotations);
  expect(plain(kind.describe(data, spec.annotations))).toBe(told);
  expect([caption, ...rows.flat()].map(plain)).toEqual(table);
});
