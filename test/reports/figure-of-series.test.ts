import { describe, expect, it } from 'vitest';
import { kindNamed } from '../../src/charts/kinds/index.ts';
import { compile, findingsOf } from '../support/report.ts';
import '../support/settings.ts';

/** The target of the federal funds rate did not move in these days. */
const figure = (kind: string, series: string): string =>
  `\n<Figure kind="${kind}" series="${series}" from="2024-05-01" title="The rate stays" subtitle="Percent" />`;

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
