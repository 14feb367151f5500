/** A refresh report for a pull request: a summary line, what the data brought, and report by report what it means. */
import { formatInput } from '../metrics/format.ts';
import { correctionsYaml } from './correction-draft.ts';
import { isEmpty, type RefreshReport, type ReportChanges } from './refresh-report.ts';
import { counted, outcomeInWords, saidIn, seriesValue, sorted, summaryOf, toldApart } from './refresh-summary.ts';

/** How many revised values are listed before the rest is counted: a pull request has room for so much. */
const LISTED = 100;

/**
 * @param base what stands before the paths of reports in links: the address of the folder in which they begin
 */
export function refreshMarkdown(report: RefreshReport, base = ''): string {
  if (isEmpty(report)) return `${summaryOf(report)}\n`;
  const { before, after } = report;
  const [living, pinned] = [true, false].map((isLiving) => report.reports.filter((changes) => (changes.living !== null) === isLiving));
  const blocksOf = (changes: ReportChanges): string[] => reportBlocks(changes, after.id, base);
  const blocks = [
    summaryOf(report),
    `Snapshot ${before.id} (data to ${before.newest}) → ${after.id} (data to ${after.newest}).`,
    ...(living.length > 0 ? ['## Living reports', ...livingWords(living), ...living.flatMap(blocksOf)] : []),
    ...dataBlocks(report),
    '## Reports',
    ...(pinned.length === 0 ? ['No report is touched.'] : pinned.flatMap(blocksOf)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What has to be done about them. */
function livingWords(living: readonly ReportChanges[]): string[] {
  const stopped = living.reduce((total, changes) => total + sorted(changes).stopped.length, 0);
  return stopped === 0
    ? ['Everything they say holds on the new data. `npm run metrics` writes their records.']
    : [
        `**${counted(stopped, 'statement')} stopped being true.** \`npm run check\` fails until new words stand in the text, or the day that is meant: \`at="…"\`. Then \`npm run metrics\` writes the record.`,
      ];
}

function dataBlocks({ rows, revised, resources, series }: RefreshReport): string[] {
  const turnover = [
    ...resources.added.map((name) => `New table: ${code(name)}.`),
    ...resources.gone.map((name) => `Table gone: ${code(name)}.`),
    ...series.added.map((id) => `New series: ${code(id)}.`),
    ...series.gone.map((id) => `Series gone: ${code(id)}.`),
  ];
  const rest = revised.length - LISTED;
  return [
    '## New rows',
    rows.length === 0
      ? 'No table has new rows.'
      : table(
          ['Table', '>Rows', 'First', 'Last'],
          rows.map((one) => [cell(one.title), formatInput(one.rows), one.first, one.last]),
        ),
    ...(turnover.length > 0 ? [turnover.map((line) => `- ${line}`).join('\n')] : []),
    '## Revised values',
    revised.length === 0
      ? 'No value was revised.'
      : table(
          ['Table', 'Series', 'Date', '>Was', '>Now'],
          revised
            .slice(0, LISTED)
            .map((one) => [
              code(one.resource),
              `${cell(one.title)} (${code(one.series)})`,
              one.date,
              seriesValue(one.was),
              seriesValue(one.now),
            ]),
        ),
    ...(rest > 0 ? [`And ${counted(rest, 'more value')}.`] : []),
  ];
}

function reportBlocks(changes: ReportChanges, snapshot: string, base: string): string[] {
  const { path, title, living, superlatives, figures, due } = changes;
  const { stopped, renewed, broken, reprinted, lost, notes } = sorted(changes);
  const where = ({ line, id }: { line: number; id: string }): string => `[${fileOf(path)}:${line}](${base}${path}#L${line}) ${id}`;
  const corrections = broken.flatMap(({ correction }) => (correction ? [correction] : []));
  return [
    `### [${cell(title)}](${base}${path})`,
    ...(living ? [`Data as of ${living.was && living.was !== living.now ? `${living.was} → ${living.now}` : living.now}.`] : []),
    ...section(
      'No longer true',
      ['Where', 'Words', '>Was', '>Now', 'What is wrong', 'Write instead'],
      stopped.map((one) => [
        where(one),
        cell(one.text),
        ...toldApart(one.was, one.now),
        cell(one.why.join(' ')),
        cell(one.printed?.now ?? 'no words could be drafted'),
      ]),
    ),
    ...section(
      'Values that moved',
      ['Where', 'Words', '>Was', '>Now'],
      renewed.map((one) => [where(one), cell(saidIn(one)), ...toldApart(one.was, one.now)]),
    ),
    ...section(
      'Broken by revision',
      ['Where', 'Words', '>Was', '>Now', 'What is wrong'],
      broken.map((one) => [where(one), cell(one.text), ...toldApart(one.was, one.now), cell(wrongIn(one))]),
    ),
    ...(corrections.length > 0
      ? [
          `Drafted, to be approved: pin the report to ${code(`snapshot: ${snapshot}`)}, put the new words into its text, and this into its front matter.`,
          `\`\`\`yaml\n${correctionsYaml(corrections).trimEnd()}\n\`\`\``,
        ]
      : []),
    ...section(
      'No value any more',
      ['Where', 'Words', 'Why'],
      lost.map((one) => [where(one), cell(one.text), cell(one.why.join(' '))]),
    ),
    ...section(
      'Printed numbers that would change',
      ['Where', 'Metric', 'Prints', 'Would print'],
      reprinted.map((one) => [where(one), code(one.metric), cell(one.printed?.was ?? ''), cell(one.printed?.now ?? '')]),
    ),
    ...section(
      'Superlatives since beaten',
      ['Where', 'Words', 'Said of', 'Beaten', 'By'],
      superlatives.map((one) => [where(one), cell(one.words), one.at, beatenOn(one), one.now?.exact ?? '']),
    ),
    ...section(
      'Figures with other points',
      ['Where', 'Figure'],
      figures.map((one) => [where(one), cell(one.title) + (one.now === null ? ': can’t be drawn' : '')]),
    ),
    ...section(
      'Calls due',
      ['Where', 'Call', 'By', 'Expects', 'Due', 'Outcome', '>Value', 'Scored on'],
      due.map((one) => [
        where(one),
        cell(one.text),
        one.by,
        `${code(one.metric ?? '')} ${cell(one.expects ?? '')}`,
        one.due ?? '',
        outcomeInWords(one.outcome),
        one.value?.exact ?? '',
        one.value?.at ?? '',
      ]),
    ),
    ...section(
      'Data notes',
      ['Where', 'Words, which hold', '>Was', '>Now'],
      notes.map((one) => [where(one), cell(one.text), ...toldApart(one.was, one.now)]),
    ),
  ];
}

/** With the day that was told before, where a revision moved it. */
function beatenOn({ was, now }: ReportChanges['superlatives'][number]): string {
  if (now === null) return 'stands again';
  return was === null ? now.at : `${now.at} (was ${was.at})`;
}

function wrongIn({ kind, status, why, printed }: ReportChanges['moved'][number]): string {
  if (kind === 'reported') return `Now ${status}. ${why.join(' ')}`.trim();
  return printed?.now === null ? `${why.join(' ')} No words could be drafted.` : why.join(' ');
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : [`#### ${title}`, table(head, rows)];
}

/** @param head with '>' before a column of numbers */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head.map((name) => name.replace(/^>/, ''))),
    line(head.map((name) => (name.startsWith('>') ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/** Words as they are, whatever Markdown would make of them. */
function cell(text: string): string {
  return text.replace(/[\\|<>*_`[\]]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

const fileOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const code = (text: string): string => `\`${text}\``;
