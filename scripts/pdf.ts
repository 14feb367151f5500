/**
 * `npm run pdf`: the reports of the built site as PDFs. The next build publishes them with their reports: it links only those that are
 * of the text it builds, so that a PDF is never behind its report.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { error, Fault } from '../src/finding.ts';
import { countPages, describePdf } from '../src/pdf-document.ts';
import { refuseUnknown } from '../src/reports/check.ts';
import { compileAll, foldersFrom, openDesk, untilFrom } from '../src/reports/desk.ts';
import { inType } from '../src/reports/in-type.ts';
import { printedFolder, removePrinted, writePrinted } from '../src/reports/printed.ts';
import { standingOf } from '../src/reports/publication.ts';
import { publishedRecord } from '../src/reports/published-record.ts';
import { formatRecord, type MetricsRecord } from '../src/reports/record.ts';
import type { ReportSummary } from '../src/reports/report-summary.ts';
import { launchBrowser } from './browser.ts';
import { deskCommand, finish, run, untilOption } from './command.ts';
import { printPage } from './print.ts';

const program = deskCommand(
  'pdf',
  'Print the reports of the built site, or those named, as PDFs for the next build to publish. A draft is not printed, nor a report that is held back.',
)
  .argument('[slugs...]', 'reports (default: all)')
  .option('--site <folder>', 'the built site', 'dist')
  .option('--out <folder>', 'where the PDFs go (default: pdf in the data folder, where a build looks for them)')
  .addOption(untilOption());

await run(program, async () => {
  const { site, out, ...options } = program.opts<{
    site: string;
    out?: string;
    json?: boolean;
    until?: string;
    content?: string;
    data?: string;
  }>();
  const folders = foldersFrom(options);
  const folder = out ?? printedFolder(folders);
  const desk = openDesk(folders, { until: untilFrom(options) });
  const known = desk.content.reports.map((report) => report.slug);
  refuseUnknown(program.args, desk);
  const asked = compileAll(desk, program.args.length > 0 ? program.args : undefined);
  const reports = asked.flatMap(({ slug, frontMatter, record, findings }) => {
    if (!frontMatter || !record) throw new Fault(findings);
    return standingOf(frontMatter, desk.until) !== 'published'
      ? []
      : [{ slug, frontMatter, page: readPage(site, slug, publishedRecord(record, desk.snapshot(record.snapshot.id))) }];
  });

  const browser = await launchBrowser();
  const printed: Record<string, ReportSummary> = {};
  try {
    for (const { slug, frontMatter, page } of reports) {
      const pdf = describePdf(await printPage(browser, site, page.address, page.root), {
        title: inType(frontMatter.title),
        author: frontMatter.authors.join(', '),
        subject: inType(frontMatter.description),
        created: frontMatter.updated ?? frontMatter.published,
      });
      writePrinted(folder, slug, page.edition, pdf);
      const counts = { pages: countPages(pdf), bytes: pdf.length };
      printed[slug] = { counts, words: `${counts.pages} pages, ${counts.bytes} bytes` };
    }
  } finally {
    await browser.close();
  }
  removePrinted(folder, ({ slug }) => !known.includes(slug));
  finish(program, [], printed);
  if (!options.json && out === undefined) console.log("'npm run build' publishes them.");
});

/** What the built page of a report says of itself. */
function readPage(site: string, slug: string, record: MetricsRecord): { edition: string; address: string; root: string } {
  const path = join(site, 'reports', slug);
  const refuse = (rule: string, message: string): Fault => new Fault(error(rule, { path }, `${message} Run 'npm run build' first.`));
  if (!existsSync(join(path, 'index.html'))) throw refuse('site-missing', 'the built site has no page of this report.');
  if (readFileSync(join(path, 'record.json'), 'utf8') !== formatRecord(record))
    throw refuse('site-stale', 'the page was built of another text.');
  const html = readFileSync(join(path, 'index.html'), 'utf8');
  const [edition] = /(?<=<meta name="edition" content=")[0-9a-f]+/.exec(html) ?? [];
  const [address] = /(?<=<link rel="canonical" href=")[^"]+/.exec(html) ?? [];
  if (edition === undefined || address === undefined) throw refuse('site-stale', 'the page was built by another version.');
  return { edition, address, root: address.slice(0, -`reports/${slug}/`.length) };
}
