/** `npm run new -- "Title"`: a new report that passes `check` as it is written, from a template. */
import { Temporal } from 'temporal-polyfill';
import { Fault } from '../src/finding.ts';
import { type Folders, foldersFrom, openDesk, recordPath } from '../src/reports/desk.ts';
import { addReport, offerOf, reportPath } from '../src/reports/new/add-report.ts';
import { type Asked, type Choices, choose, type Offer } from '../src/reports/new/choices.ts';
import { composeReport } from '../src/reports/new/compose.ts';
import { readTemplate, templateNames } from '../src/reports/new/templates.ts';
import { deskCommand, isoDate, run } from './command.ts';
import { askFor, Cancelled } from './questions.ts';

const program = deskCommand(
  'new',
  'Write a new report, a draft that passes check, and its record. On a terminal it asks for what is not said.',
)
  .argument('[title...]', 'its headline')
  .option('--template <name>', `${templateNames().join(', ')} (default: note)`)
  .option('--published <date>', 'day of publication (default: today in New York)', isoDate)
  .option('--snapshot <id>', 'the data it is pinned to (default: the newest)')
  .option('--as-of <date>', 'the session it speaks of (default: the last one that the data have)', isoDate)
  .option('--series <ids>', 'what it is about, and what that is compared with: rut,spx (default: what the desk writes of most)')
  .option('--topic <name>', 'its topic (default: that of the newest report)')
  .option('--source <id>', 'of an audit: the source that is gone through')
  .option('--yes', 'ask nothing');

interface Options extends Partial<Omit<Asked, 'title' | 'series'>>, Partial<Folders> {
  series?: string;
  yes?: boolean;
  json?: boolean;
}

await run(program, async () => {
  const { content, data, series, yes, json, ...said } = program.opts<Options>();
  const folders = foldersFrom({ content, data });
  const desk = openDesk(folders);
  const offer = offerOf(desk);
  const title = program.args.join(' ').trim();
  const partly = {
    ...said,
    published: said.published ?? today(),
    ...(title === '' ? {} : { title }),
    ...(series === undefined ? {} : { series: series.split(',').map((id) => id.trim()) }),
  };
  const asks = !yes && !json && process.stdin.isTTY && process.stdout.isTTY;
  const asked = asks ? await answers(partly, said.published !== undefined, offer) : { title: '', template: 'note', ...partly };
  if (asked === null) return;
  const choices = choose(asked, offer);
  const path = reportPath(folders, choices.slug);
  addReport(folders, composeReport(choices, readTemplate(choices.template), path, desk, offer.reports));

  const { slug } = choices;
  const address = `http://localhost:4321/reports/${slug}/`;
  if (json) return void process.stdout.write(`${JSON.stringify({ ok: true, slug, path, record: recordPath(folders, slug), address })}\n`);
  console.log([`Written, as a draft: ${path}`, `In the preview: ${address}`, '', ...nextCommands(choices, { content, data })].join('\n'));
});

/** Null where the questions were ended with Ctrl+C. */
async function answers(said: Partial<Asked> & Pick<Asked, 'published'>, hasDay: boolean, offer: Offer): Promise<Asked | null> {
  try {
    return await askFor(said, hasDay, offer, (asked) => suggestion(asked, offer));
  } catch (thrown) {
    if (!(thrown instanceof Cancelled)) throw thrown;
    process.exitCode = 1;
    return null;
  }
}

/** What would be taken where nothing more is said; null where what was said can't be. */
function suggestion(asked: Asked, offer: Offer): Choices | null {
  try {
    return choose(asked, offer);
  } catch (fault) {
    if (fault instanceof Fault) return null;
    throw fault;
  }
}

function nextCommands({ series: [about] }: Choices, { content, data }: Partial<Folders>): string[] {
  const folders = [content && ` --content ${content}`, data && ` --data ${data}`].filter(Boolean).join('');
  const lines: [string, string][] = [
    [`npm run dev${folders && ` --${folders}`}`, 'see it while you write'],
    [`npm run facts -- ${about.id}${folders}`, 'what else the data say'],
    [`npm run check${folders && ` --${folders}`}`, 'before you publish: take away draft: true'],
  ];
  const width = Math.max(...lines.map(([line]) => line.length));
  return lines.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`);
}

/** The day in New York, where reports are published. */
function today(): string {
  return Temporal.Now.plainDateISO('America/New_York').toString();
}
