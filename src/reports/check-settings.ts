/** What no schema sees in the settings of a desk: series that are not there, colours that can't be read or told apart. */
import { type ColourFault, contrastFaults, differenceFaults } from '../charts/colour-rules.ts';
import { lineStyle } from '../charts/theme.ts';
import { listSnapshots } from '../data/snapshot.ts';
import { error, type Finding, type Place } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import { settingsPath } from '../settings-file.ts';
import type { CompiledReport } from './compile.ts';
import type { OpenDesk } from './desk.ts';
import { colourTokens } from './pictures.ts';

/** @param reports compiled: their figures say which series share a chart */
export function checkSettings(desk: OpenDesk, reports: readonly CompiledReport[]): Finding[] {
  const { settings, written, findings } = desk.settings;
  if (!written) return [...findings];
  const tokens = colourTokens(settings);
  const placeOf = (...keys: string[]): Place => written.placeOf(...keys);
  return [
    ...unknownSeries(desk),
    ...[...contrastFaults(tokens), ...differenceFaults(tokens, settings.ownSeries ? chartsOf(reports) : [])].map((fault) =>
      error('colours', placeOfFault(fault, desk, placeOf), fault.message),
    ),
  ];
}

/** Of the token where the desk has set it, else of what it stands against. */
function placeOfFault(
  { token, against, theme }: ColourFault,
  { settings, folders }: OpenDesk,
  placeOf: (...keys: string[]) => Place,
): Place {
  const { colours } = settings.settings;
  const name = [token, against].find((one) => colours.get(one)?.[theme] !== undefined);
  if (name === undefined) return { path: settingsPath(folders.content) };
  return name.startsWith('s-') ? placeOf('series', name.slice('s-'.length), theme) : placeOf('colours', name, theme);
}

/** The tokens of the series in each figure, without those that have no colour of their own. */
function chartsOf(reports: readonly CompiledReport[]): string[][] {
  return reports.flatMap(({ drawn }) =>
    drawn.map((series) =>
      series.map((first) => lineStyle({ series: [first] }).colour.slice('var(--'.length, -1)).filter((token) => token.startsWith('s-')),
    ),
  );
}

function unknownSeries(desk: OpenDesk): Finding[] {
  const { written } = desk.settings;
  const known = [
    ...new Set([...listSnapshots(desk.folders.data).flatMap((id) => [...desk.snapshot(id).series.keys()]), ...desk.named.keys()]),
  ];
  return Object.entries(written?.value.series ?? {}).flatMap(([name, { of }]) =>
    (of ?? [name]).flatMap((id, index) => {
      if (known.includes(id) || !written) return [];
      const place = of ? written.placeOf('series', name, 'of', String(index)) : written.placeOf('series', name);
      return [
        error('unknown-series', place, `there is no series '${id}'.${didYouMean(id, known) || ` Known series: ${known.join(', ')}.`}`),
      ];
    }),
  );
}
