/** The floor: a site of Astro with as many files as one of ours, and next to nothing on each. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MeasuredRun, measuredRun } from './measured-run.ts';

/** Builds it inside of this project, whose Astro it takes. @param pages of HTML; the other files come from an endpoint */
export async function buildEmptySite(pages: number, others: number): Promise<MeasuredRun> {
  const folder = mkdtempSync(join(process.cwd(), 'node_modules/.cache/bench-empty-'));
  try {
    mkdirSync(join(folder, 'src/pages/pages'), { recursive: true });
    mkdirSync(join(folder, 'src/pages/files'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    writeFileSync(join(folder, 'astro.config.mjs'), 'export default { devToolbar: { enabled: false } };\n');
    const paths = (count: number, ending: string): string =>
      `export const getStaticPaths = () => Array.from({ length: ${count} }, (_, k) => ({ params: { id: \`\${k}${ending}\` } }));`;
    writeFileSync(
      join(folder, 'src/pages/pages/[id].astro'),
      `---\n${paths(pages, '')}\nconst { id } = Astro.params;\n---\n<!doctype html><html lang="en"><title>{id}</title><h1>{id}</h1></html>\n`,
    );
    writeFileSync(
      join(folder, 'src/pages/files/[id].js'),
      `${paths(others, '.txt')}\nexport const GET = ({ params }) => new Response(params.id);\n`,
    );
    const environment = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
    const run = await measuredRun('astro', ['build', '--silent', '--root', folder], { env: environment });
    if (run.status !== 0) throw new Error(`the empty site could not be built:\n${run.output}`);
    return run;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
