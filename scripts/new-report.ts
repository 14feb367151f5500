/** `npm run new -- "Title"`: a new report that passes `check` as it is written, from a template. */
import { Temporal } from 'temporal-polyfill';
import { Fault } from '../src/finding.ts';
import { foldersFrom, openDesk, recordPath } from '../src/reports/desk.ts';
import { addReport, offerOf, reportPath } from '../src/reports/new/add-report.ts';
import { type Asked, type Choices, choose } from '../src/reports/new/choices.ts';
import { composeReport } from '../src/reports/new/compose.ts';
import { type Named, namedIn } from '../src/reports/new/speaking-of.ts';
import { readTemplate } from '../src/reports/new/templates.ts';
import { deskCommand, isoDate, run } from './command.ts';
import { askFor, Cancelled } from './questions.ts';

const program = deskCommand(
  'new',
  'Write a new report, a draft that passes check, and its record. On a terminal it asks for what is not said.',
)
  .argument('[title]', 'its headline')
  .option('--template <name>', 'note, audit, chart-of-the-day or living (default: note)')
  .option('--published <date>', 'day of publication (default: today in New York)', isoDate)
  .option('--snapshot <id>', 'the data it is pinned to (default: the newest)')
  .option('--as-of <date>', 'the session it speaks of (default: the last one that the data have)', isoDate)
  .option('--series <ids>', 'what it is about, and what that is compared with: rut,spx (default: what the desk writes of most)')
  .option('--topic <name>', 'its topic (default: that of the newest report)')
  .option('--source <id>', 'of an audit: the source that is gone through')
  .option('--yes', 'ask nothing');

interface Options {
  template?: string;
  published?: string;
  snapshot?: string;
  asOf?: string;
  series?: string;
  topic?: string;
  source?: string;
  yes?: boolean;
  json?: boolean;
  content?: string;
  data?: string;
}

await run(program, async () => {
  const { series, yes, json, ...options } = program.opts<Options>();
  const folders = foldersFrom(options);
  const desk = openDesk(folders);
  const offer = offerOf(desk);
  const { template, published = today(), snapshot, asOf, topic, source } = options;
  const said = {
    title: program.args[0],
    template,
    published,
    snapshot,
    asOf,
    series: series?.split(',').map((id) => id.trim()),
    topic,
    source,
  };
  const named = (snapshot: string): Named[] =>
    offer.snapshots.includes(snapshot)
      ? [...desk.snapshot(snapshot).series.keys(), ...desk.named.keys()].flatMap((id) => namedIn(id, desk, snapshot) ?? [])
      : [];
  const suggest = (asked: Asked): Choices | null => {
    try {
      return choose(asked, offer);
    } catch (fault) {
      if (fault instanceof Fault) return null;
      throw fault;
    }
  };
  const asks = !yes && !json && process.stdin.isTTY && process.stdout.isTTY;
  let asked: Asked;
  try {
    const given = new Set(Object.keys(options));
    asked = asks ? await askFor(said, given, offer, named, suggest) : { ...said, title: said.title ?? '', template: template ?? 'note' };
  } catch (thrown) {
    if (!(thrown instanceof Cancelled)) throw thrown;
    process.exitCode = 1;
    return;
  }
  const choices = choose(asked, offer);
  const path = reportPath(folders, choices.slug);
  const report = composeReport(choices, readTemplate(choices.template), path, desk, offer.reports);
  addReport(folders, report);

  const address = `http://localhost:4321/reports/${choices.slug}/`;
  const record = recordPath(folders, choices.slug);
  if (json) return void process.stdout.write(`${JSON.stringify({ ok: true, slug: choices.slug, path, record, address })}\n`);
  const own = [options.content && ` --content ${options.content}`, options.data && ` --data ${options.data}`].filter(Boolean).join('');
  const next: [string, string][] = [
    [`npm run dev${own && ` --${own}`}`, 'see it while you write'],
    [`npm run facts -- ${choices.series[0].id}${own}`, 'what else the data say'],
    [`npm run check${own && ` --${own}`}`, 'before you publish: take away draft: true'],
  ];
  const width = Math.max(...next.map(([line]) => line.length));
  console.log(
    [
      `Written, as a draft: ${path}`,
      `In the preview: ${address}`,
      '',
      ...next.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`),
    ].join('\n'),
  );
});

/** The day in New York, where reports are published. */
function today(): string {
  return Temporal.Now.plainDateISO('America/New_York').toString();
}
