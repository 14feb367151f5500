import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kindNamed } from '../../src/charts/kinds/index.ts';
import { tokenNames } from '../../src/charts/plot/colours.ts';
import { markNames, plotSchema } from '../../src/charts/plot/specification.ts';
import { SIZES, type Size } from '../../src/charts/theme.ts';
import { sha256 } from '../../src/data/hash.ts';
import { colourTokens } from '../../src/reports/pictures.ts';
import { recordSchema } from '../../src/reports/record.ts';
import { compile, findingsOf, printedFindings } from '../support/report.ts';

const ATTRIBUTES = 'series="ust2y, ust10y" names="Two, Ten" from="2023-01-03"';
const figure = (attributes = ATTRIBUTES, plot = 'p.yaml'): string =>
  `\n<Figure kind="plot" plot="${plot}" ${attributes} title="A title" subtitle="Percent" description="Two lines." />`;
const compiled = (yaml: string, attributes = ATTRIBUTES) => compile(figure(attributes), { files: { 'p.yaml': yaml } });
/** What is said of a specification, without the path. */
const told = (yaml: string, attributes = ATTRIBUTES): string[] =>
  printedFindings(figure(attributes), { files: { 'p.yaml': yaml } }).map((line) => line.replace(/^p\.yaml:/, ''));

const LINE = 'marks:\n  - { mark: lineY, data: sessions, x: date, y: Two }\n';

/** Specifications that together use every mark and every transform, with the series each is drawn of. */
const DRAWN: readonly (readonly [string, string, string])[] = [
  [
    'lines with names at their ends',
    ATTRIBUTES,
    `marks:
  - { mark: areaY, data: sessions, x: date, y: Ten, curve: step }
  - { mark: lineY, data: points, x: date, y: value, stroke: series }
  - { mark: text, data: last, x: date, y: value, text: series, fill: series, bold: true }
  - { mark: ruleY, y: 4, stroke: ink-3, strokeDasharray: 2 3 }
  - { mark: link, x1: "2023-03-08", x2: "2023-10-19", y1: 5, y2: 5, stroke: ink }
  - { mark: text, x: "2023-03-08", y: 5, words: A quiet year, dy: -8 }
`,
  ],
  [
    'a scatter of daily changes',
    'series="change(ust2y, 1d), change(ust10y, 1d)" names="Two, Ten" from="2024-01-02"',
    `marks:
  - { mark: ruleX, x: 0, stroke: rule-2 }
  - { mark: linearRegressionY, data: sessions, x: Two, y: Ten, ci: 0.95 }
  - { mark: dot, data: sessions, x: Two, y: Ten, fill: year, r: 3, symbol: square }
color: { domain: [2024], range: [s-rut], legend: true }
x: { grid: true, inset: 6 }
small: { height: 240, margins: { right: 20 } }
`,
  ],
  [
    'a histogram by year',
    'series="return(rut, 1d)" from="2022-01-03"',
    `marks:
  - { mark: rectY, data: points, x: value, fx: year, transform: { binX: { y: proportion, thresholds: 20 } } }
`,
  ],
  [
    'months and years',
    'series="return(rut, 1mo)" from="2019-01-02"',
    `marks:
  - { mark: cell, data: points, x: month, y: year, fill: rut, fillOpacity: value, transform: { group: { fillOpacity: mean } } }
opacity: { range: [0.05, 1] }
`,
  ],
  [
    'bars a session with their average',
    'series="etp_calls" sessions="60"',
    `marks:
  - { mark: barY, data: sessions, x: date, y: etp_calls }
  - { mark: lineY, data: sessions, x: date, y: etp_calls, stroke: s-rut, transform: { windowY: { k: 20, reduce: mean, anchor: end, strict: true } } }
  - { mark: tickY, data: sessions, x: date, y: etp_calls, transform: { select: maxY } }
`,
  ],
  [
    'bars across',
    'series="change(ust2y, 1d), change(ust10y, 1d)" names="Two, Ten" from="2024-01-02"',
    `marks:
  - { mark: barX, data: points, y: series, x: value, transform: { groupY: { x: deviation } } }
  - { mark: tickX, data: points, x: value, y: series, stroke: series, strokeOpacity: 0.4 }
x: { label: null, ticks: [-20, 0, 20], reverse: false }
`,
  ],
  [
    'bins in two directions, and stacked',
    'series="ust2y, ust10y" names="Two, Ten" from="2020-01-02"',
    `marks:
  - { mark: rect, data: sessions, x: Two, y: Ten, fill: s-ust2, transform: { bin: { fillOpacity: count } } }
`,
  ],
  [
    'running sums, side by side',
    'series="change(ust2y, 1d), change(ust10y, 1d)" names="Two, Ten" from="2024-01-02"',
    `marks:
  - { mark: lineY, data: points, x: date, y: value, z: series, fy: series, transform: { mapY: cumsum } }
`,
  ],
  [
    'how many a quarter',
    'series="return(rut, 1d)" from="2022-01-03"',
    `marks:
  - { mark: rectX, data: points, y: value, transform: { binY: { x: count } } }
y: { type: linear, domain: [-0.05, 0.05], ticks: 4 }
`,
  ],
];

describe('a plot', () => {
  it.each(DRAWN)('%s: is drawn, and twice the same', (_name, attributes, yaml) => {
    expect(told(yaml, attributes)).toEqual([]);
    const [first, second] = [compiled(yaml, attributes), compiled(yaml, attributes)].map(({ figures }) => [...figures.values()][0]);
    for (const size of Object.keys(SIZES) as Size[]) {
      const draw = ({ data, spec }: typeof first): string =>
        kindNamed('plot').draw(data, { ...spec.annotations, titleId: 't', descriptionId: 'd' }, size);
      expect(draw(first)).toBe(draw(second));
      expect(draw(first)).toMatch(/<(?:path|rect|circle|line)\b/);
      expect(draw(first)).not.toMatch(/font-size="(?:\d|1[01])"|"#[0-9a-f]{3,8}"|NaN/);
    }
  });

  it('of every mark there is one above', () => {
    const all = DRAWN.map(([, , yaml]) => yaml).join('');
    expect(markNames.filter((name) => !all.includes(`mark: ${name},`))).toEqual([]);
  });

  it('has a crosshair where days run along the foot and values upwards', () => {
    const svgOf = (k: number): string => {
      const [, attributes, yaml] = DRAWN[k];
      const { data, spec } = [...compiled(yaml, attributes).figures.values()][0];
      return kindNamed('plot').draw(data, { ...spec.annotations, titleId: 't', descriptionId: 'd' }, 'M');
    };
    expect([0, 1, 2, 3, 4].map((k) => svgOf(k).includes('data-crosshair'))).toEqual([true, false, false, false, true]);
  });

  it('may be otherwise in the narrow drawings', () => {
    const yaml = `height: 300\n${LINE}small: { height: 222 }\n`;
    const { data, spec } = [...compiled(yaml).figures.values()][0];
    const heights = (Object.keys(SIZES) as Size[]).map(
      (size) => / height="(\d+)"/.exec(kindNamed('plot').draw(data, { ...spec.annotations, titleId: 't', descriptionId: 'd' }, size))?.[1],
    );
    expect(heights).toEqual(['222', '222', '300', '300']);
  });
});

describe('the record of a plot', () => {
  it('keeps the hash of the file: a changed picture is a changed record', () => {
    const [one, other] = [LINE, `${LINE}height: 300\n`].map((yaml) => compiled(yaml).record?.figures[0]);
    expect(one).toMatchObject({ kind: 'plot', series: ['ust2y', 'ust10y'], specification: sha256(LINE) });
    expect(other?.digest).toBe(one?.digest);
    expect(other?.specification).not.toBe(one?.specification);
  });

  it('has the form that is published', () => {
    const { record } = compiled(LINE);
    expect(recordSchema.parse(record)).toEqual(record);
  });
});

describe('what is wrong with a specification', () => {
  it.each([
    ['no YAML', 'marks: [\n  - a', '2:3  error yaml  '],
    ['no marks', 'height: 300', "1  error missing-key  'marks' is missing:"],
    ['an unknown key', `${LINE}hight: 300`, "3:1  error unknown-key  unknown key 'hight'. Did you mean 'height'?"],
    [
      'an unknown mark',
      'marks:\n  - { mark: dots, x: 0 }',
      "2:7  error wrong-value  'marks.0.mark' is not right: unknown mark 'dots'. Did you mean 'dot'?",
    ],
    ['an unknown option of a mark', LINE.replace('}', ', width: 2 }'), "2:54  error unknown-key  unknown key 'width'."],
    ['an option of another mark', LINE.replace('}', ', r: 2 }'), "2:54  error unknown-key  unknown key 'r'."],
    [
      'an unknown reducer',
      LINE.replace('}', ', transform: { groupX: { y: mode } } }'),
      "2:77  error wrong-value  'marks.0.transform.groupX.y' is not right: ",
    ],
    [
      'an unknown column',
      LINE.replace('Two', 'ust2'),
      "2:45  error plot  unknown column 'ust2'. Did you mean 'ust2y'? Columns of 'sessions': Two, ust2y, Ten, ust10y, date, year, month, weekday.",
    ],
    ['a column of other data', LINE.replace('Two', 'value'), "2:45  error plot  unknown column 'value'."],
    ['a column without data', 'marks:\n  - { mark: ruleY, y: Two }', "2:20  error plot  'Two' is a column, and this mark has no data."],
    ['a colour that is no token', LINE.replace('}', ', stroke: red }'), "2:54  error plot  unknown colour 'red'."],
    ['a colour in hexadecimals', LINE.replace('}', ', stroke: "#ff0000" }'), "2:54  error plot  unknown colour '#ff0000'."],
    ['a colour of the scale', `${LINE}color: { range: [s-rutt] }`, "3:18  error plot  unknown colour 's-rutt'. Did you mean 's-rut'?"],
    [
      'a number as a colour',
      'marks:\n  - { mark: dot, data: points, x: date, y: value, fill: value }',
      '2:51  error plot  numbers have colours by thresholds.',
    ],
    ['a mark without its place', 'marks:\n  - { mark: lineY, data: sessions, y: Two }', '2:7  error plot  lineY needs x.'],
    ['a text of nothing', 'marks:\n  - { mark: text, x: 0, y: 0 }', '2:7  error plot  a text prints a column'],
    [
      'a scale of another type',
      `${LINE}x: { type: log }`,
      "3:6  error plot  'log' is no scale for days, and x has days. Leave the type out.",
    ],
    ['a domain that is no day', `${LINE}x: { domain: [2023-01-03, July] }`, "3:27  error plot  'July' is not a date."],
    [
      'what Plot refuses',
      `${LINE}  - { mark: lineY, data: sessions, x: date, y: Ten }\ny: { type: log, domain: [0, 5] }`,
      "2:7  error plot  Plot can't draw this: a scale of type log has no place for zero",
    ],
    [
      'colours of two sorts',
      'marks:\n  - { mark: dot, data: points, x: date, y: value, fill: series }\n  - { mark: dot, data: points, x: date, y: value, fill: year }',
      "3:7  error plot  a drawing has colours of one sort: those of 'series' are taken before this mark.",
    ],
    [
      'unlike things on one scale',
      `${LINE}  - { mark: dot, data: sessions, x: year, y: Two }`,
      '3:7  error plot  numbers, days and categories share no scale',
    ],
    [
      'what is out of sight',
      LINE.replace('Two', 'Two, transform: { windowY: { k: 900, strict: true } }'),
      "2:7  error plot  Plot can't draw this: no mark has anything to draw",
    ],
    [
      'words that nothing checks',
      `${LINE}  - { mark: text, x: "2023-03-08", y: 5, words: Its highest close since 2007 }`,
      "3:42  error loose-statement  'highest' is a superlative that nothing checks.",
    ],
    ['a label that nothing checks', `${LINE}y: { label: More than 5% }`, "3:6  error loose-statement  '"],
  ])('%s', (_what, yaml, finding) => {
    const found = told(yaml);
    expect(found).toContainEqual(expect.stringContaining(finding));
    expect(found[0].startsWith(finding.split('  ')[0])).toBe(true);
  });

  it('all faults are told at once', () => {
    const yaml = 'marks:\n  - { mark: lineY, data: sessions, x: dat, y: Tow, stroke: blu }\n  - { mark: ruleX, x: Two }\n';
    expect(told(yaml)).toHaveLength(4);
  });

  it('drawings that are too heavy are refused with their weight', () => {
    const yaml = 'marks:\n  - { mark: dot, data: points, x: date, y: value }\n';
    expect(told(yaml, 'series="rut" from="1999-01-04"')).toEqual([
      expect.stringMatching(
        /^2:7 {2}error plot {2}the drawing has \d+ kB, more than 150\. Begin later, or gather values by a transform\.$/,
      ),
    ]);
  });
});

describe('a Figure of kind plot', () => {
  it.each([
    [
      'names a file that is there',
      figure(ATTRIBUTES, 'q.yaml'),
      "11:27 unknown-file: there is no file 'q.yaml' beside the report. Did you mean 'p.yaml'?",
    ],
    [
      'describes itself',
      figure().replace(' description="Two lines."', ''),
      "missing-attribute: a figure of kind 'plot' needs the attribute 'description'",
    ],
    [
      'has a name for each series',
      figure('series="return(rut, 1d), return(rut, 1d)" names="One, One" from="2024-01-02"'),
      "figure: two series are named 'One'.",
    ],
  ])('%s', (_what, body, finding) =>
    expect(findingsOf(body, { files: { 'p.yaml': LINE } })).toContainEqual(
      expect.stringMatching(new RegExp(finding.replace(/[()?.]/g, '\\$&'))),
    ),
  );

  it('that is of another kind may describe itself too', () =>
    expect(
      findingsOf('\n<Figure kind="dots" series="return(rut, 1d), return(spx, 1d)" title="A" subtitle="B" description="Dots." />'),
    ).toEqual([]));

  it('that is of another kind has no plot', () =>
    expect(findingsOf('\n<Figure kind="dots" plot="p.yaml" series="rut, spx" title="A" subtitle="B" />')).toContainEqual(
      expect.stringContaining("'dots' has no plot."),
    ));
});

it('the form of a specification can be told to an editor', () => {
  const schema = z.toJSONSchema(plotSchema);
  expect(schema).toMatchObject({ type: 'object', required: ['marks'], additionalProperties: false });
});

it('its colours are tokens', () => {
  const tokens = colourTokens();
  expect(tokenNames().filter((name) => !tokens.has(name))).toEqual([]);
  expect(tokenNames()).toContain('s-rut');
});
