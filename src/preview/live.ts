/**
 * The preview's server: reports are compiled inside of Astro's own, by modules that Vite loads, so that changed code is used without a
 * restart. Pages wait for what they show, and are told when it has changed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { error } from '../finding.ts';
import type { Folders } from '../reports/desk.ts';
import { type Kept, type KeptReport, type LiveDesk, nothingKept } from '../reports/live-desk.ts';
import { type PreviewState, previewState } from './state.ts';

/** How long after a change the folders are looked at, in milliseconds: editors write a file in several steps. */
const PAUSE = 25;

/** How long nothing must have been asked for until the other reports are compiled, in milliseconds: a page asks for many files. */
const QUIET = 100;

/** How many of the reports that were asked for last are compiled first. */
const LOOKED = 3;

export interface Live {
  folders: Folders;
  /** Called once the preview answers. @param path under which the site stands: '/', '/desk/' */
  open(port: number, path: string): void;
  /** Called with the first state, and after each change once all is compiled. */
  tell(before: PreviewState | null, after: PreviewState): void;
  /** Called where our own code stops: a fault of it, not of a report. */
  stumble(fault: unknown): void;
}

type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** Where the modules of pages run: in this process. */
interface Runner {
  import(path: string): Promise<unknown>;
  evaluatedModules: { getModuleById(id: string): object | undefined; invalidateModule(module: object): void };
}

export function live(options: Live): AstroIntegration {
  const kept = nothingKept();
  const { content } = options.folders;
  let preview: Preview | undefined;
  let base = '/';
  return {
    name: 'live',
    hooks: {
      'astro:config:setup': ({ updateConfig, injectRoute, injectScript }) => {
        injectRoute({ pattern: '/preview/unread', entrypoint: './src/preview/unread.astro' });
        injectScript('page', `import '/src/preview/page/start.ts';`);
        const texts = {
          name: 'shown-texts',
          enforce: 'pre' as const,
          /** The text that is shown, in place of one that can't be compiled. */
          load: (id: string): string | null =>
            isIn(content, id) && id.endsWith('.mdx')
              ? ([...kept.reports.values()].find(({ file }) => resolve(file.path) === id)?.shown?.text ?? null)
              : null,
          /** What is saved in content is looked at here, and not by Vite. */
          hotUpdate: { order: 'pre' as const, handler: ({ file }: { file: string }) => (isIn(content, file) ? [] : undefined) },
        };
        updateConfig({ vite: { plugins: [texts] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:server:setup': ({ server }) => {
        preview = previewOf(server, kept, options);
        watch(server, preview, options);
        receive(server, preview, kept, options);
      },
      'astro:server:start': ({ address }) => {
        options.open(address.port, base);
        preview?.settle().catch(options.stumble);
      },
    },
  };
}

const isIn = (folder: string, path: string): boolean => path.startsWith(resolve(folder) + sep);

interface Preview {
  /** Something has changed: the next that asks looks at it. */
  due(): void;
  /** Something is asked for: the other reports wait until it is answered. */
  asked(answered: Promise<unknown>): void;
  /** Looks at the folders and compiles what was asked for last; the rest follows. */
  settle(): Promise<void>;
  /** What the page of a report shows is there once this is fulfilled; without a slug, what all pages show. */
  ready(slug?: string): Promise<void>;
}

function previewOf(server: Server, kept: Kept, { folders, tell, stumble }: Live): Preview {
  const environment = server.environments.ssr;
  const { runner } = environment as unknown as { runner: Runner };
  const client = server.environments.client.hot;
  let state: PreviewState | null = null;
  let told: PreviewState | null = null;
  let desk: LiveDesk | null = null;
  let isDue = true;
  let looked: string[] = [];
  const first = Promise.withResolvers<void>();
  /** The text that Astro has read, of each report. */
  const rendered = new Map<string, KeptReport['shown']>();

  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other. */
  const queue = (action: () => Promise<void>): Promise<void> => {
    const next = turn.then(action);
    turn = next.catch(() => undefined);
    return next;
  };

  const look = async (): Promise<void> => {
    if (isDue || !desk) {
      isDue = false;
      // Loaded anew where code that it imports has changed: all that compiles is.
      const { lookAtDesk } = (await runner.import('/src/reports/live-desk.ts')) as typeof import('../reports/live-desk.ts');
      desk = lookAtDesk(folders, kept);
    }
    for (const slug of looked) await compile(desk, slug);
    publish(desk);
    if (desk.stale.size > 0) whenQuiet();
    else first.resolve();
  };

  let quiet: NodeJS.Timeout | undefined;
  let asking = 0;
  const whenQuiet = (wait = QUIET): void => {
    clearTimeout(quiet);
    if (asking === 0) quiet = setTimeout(() => void queue(rest).catch(stumble), wait);
  };

  /** The other reports one at a time, until something changes again. */
  const rest = async (): Promise<void> => {
    const [slug] = desk?.stale ?? [];
    if (isDue || !desk || slug === undefined) return;
    await compile(desk, slug);
    if (desk.stale.size > 0) return whenQuiet(0);
    publish(desk);
    first.resolve();
  };

  const compile = async (of: LiveDesk, slug: string): Promise<void> => {
    const before = kept.reports.get(slug)?.shown?.text;
    of.compile(slug);
    const report = kept.reports.get(slug);
    if (report && report.shown?.text !== before) forget(report.file.path);
    if (looked.includes(slug)) await render(slug);
  };

  /** What compiles here may still not be MDX to Astro: then it is not shown either. True where that was found. */
  const render = async (slug: string): Promise<boolean> => {
    const report = kept.reports.get(slug);
    if (!report?.shown || rendered.get(slug)?.text === report.shown.text) return false;
    const { path } = report.file;
    try {
      await environment.transformRequest(resolve(path));
      rendered.set(slug, report.shown);
      return false;
    } catch (fault) {
      const { message, loc } = fault as { message: string; loc?: { line?: number; column?: number } };
      const what = message.split('\n')[0].replace(/\.$/, '');
      report.compiled.findings.push(error('mdx', { path, line: loc?.line, column: loc?.column }, `the MDX can't be read: ${what}.`));
      report.shown = rendered.get(slug) ?? null;
      forget(path);
      return true;
    }
  };

  const forget = (path: string): void => {
    for (const module of environment.moduleGraph.getModulesByFile(resolve(path)) ?? []) {
      environment.moduleGraph.invalidateModule(module);
      const evaluated = module.id === null ? undefined : runner.evaluatedModules.getModuleById(module.id);
      if (evaluated) runner.evaluatedModules.invalidateModule(evaluated);
    }
  };

  const publish = (of: LiveDesk): void => {
    of.show();
    // Astro keeps the paths of pages until it hears this.
    environment.hot.send('astro:content-changed', {});
    const before = state;
    state = previewState(kept, of.stale.size, (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null));
    if (JSON.stringify(before) !== JSON.stringify(state)) client.send('preview:state', state);
    if (of.stale.size > 0) return;
    tell(told, state);
    told = state;
  };

  client.on('preview:hello', (_data, page) => page.send('preview:state', state));

  return {
    due: () => {
      isDue = true;
    },
    asked(answered) {
      asking++;
      clearTimeout(quiet);
      answered.finally(() => {
        asking--;
        if (desk && desk.stale.size > 0) whenQuiet();
      });
    },
    settle: () => queue(look),
    async ready(slug) {
      if (slug !== undefined) looked = [slug, ...looked.filter((other) => other !== slug)].slice(0, LOOKED);
      if (isDue || (slug !== undefined && desk?.stale.has(slug))) await queue(look);
      // A list shows every report: the first time, it waits for all.
      if (slug === undefined) return first.promise;
      await queue(async () => {
        if ((await render(slug)) && desk) publish(desk);
      });
    },
  };
}

function watch({ watcher }: Server, preview: Preview, { folders, stumble }: Live): void {
  const watched = [folders.content, ...['snapshots', 'calendar'].map((name) => join(folders.data, name))];
  const settings = resolve(folders.content, 'settings.yaml');
  let pending: NodeJS.Timeout | undefined;
  watcher.add(watched.map((folder) => resolve(folder)));
  watcher.on('all', (_event, path) => {
    if (![...watched, 'src'].some((folder) => isIn(folder, path))) return;
    preview.due();
    // The code that reads it does so once: it is loaded anew, as if it had changed itself.
    if (path === settings) watcher.emit('change', resolve('src/site.ts'));
    clearTimeout(pending);
    pending = setTimeout(() => preview.settle().catch(stumble), PAUSE);
  });
}

/** What Vite and Astro serve for themselves. */
const INTERNAL = /^\/(?:@|__|_astro|src\/|node_modules\/)/;
const PAGE = /(?:\/|\.(?:json|xml|csv|svg|png|txt|bib|ris|css|pdf))$/;

/** Pages wait for what they show, and say as of which version they are. */
function receive({ middlewares }: Server, preview: Preview, kept: Kept, { stumble }: Live): void {
  middlewares.use(async (request, response, next) => {
    preview.asked(new Promise((done) => response.once('close', done)));
    // Astro has taken the base away.
    const path = (request.url ?? '').replace(/[?#].*/, '');
    if (!PAGE.test(path) || INTERNAL.test(path)) return next();
    const slug = /^\/reports\/([^/]+)\//.exec(path)?.[1];
    try {
      await preview.ready(slug);
      const report = kept.reports.get(slug ?? '');
      if (!kept.library || (report && !report.shown)) request.url = '/preview/unread/';
      response.setHeader('Server-Timing', `preview;desc="${kept.version}"`);
    } catch (fault) {
      stumble(fault);
    }
    next();
  });
}
