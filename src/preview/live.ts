/**
 * The preview's server: reports are compiled inside of Astro's own, by modules that Vite loads, so that changed code is used without a
 * restart. Pages wait for what they show, and are told when it has changed.
 */
import { join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { type Kept, nothingKept } from '../reports/live-desk.ts';
import { settingsPath } from '../settings-file.ts';
import { type Compiling, compiling, type Live, type Server } from './compiling.ts';

/** How long after a change the folders are looked at, in milliseconds: editors write a file in several steps. */
const PAUSE = 25;

/** The same once more after a change of code: by then Vite has done with it. */
const LONG_PAUSE = 500;

export function live(options: Live): AstroIntegration {
  const kept = nothingKept();
  const { content } = options.folders;
  let reports: Compiling | undefined;
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
          /** What is saved in content is looked at here, and not by Vite; but style sheets follow the settings. */
          hotUpdate: {
            order: 'pre' as const,
            handler: ({ file }: { file: string }) => (isIn(content, file) && file !== resolve(settingsPath(content)) ? [] : undefined),
          },
        };
        updateConfig({ vite: { plugins: [texts] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:server:setup': ({ server }) => {
        reports = compiling(server, kept, options);
        watch(server, reports, options);
        receive(server, reports, kept, options);
      },
      'astro:server:start': ({ address }) => {
        options.open(address.port, base);
        reports?.look().catch(options.stumble);
      },
    },
  };
}

const isIn = (folder: string, path: string): boolean => path.startsWith(resolve(folder) + sep);

function watch({ watcher }: Server, reports: Compiling, { folders, stumble }: Live): void {
  const watched = [folders.content, ...['snapshots', 'calendar'].map((name) => join(folders.data, name))];
  let pending: NodeJS.Timeout[] = [];
  watcher.add(watched.map((folder) => resolve(folder)));
  watcher.on('all', (_event, path) => {
    const isCode = isIn('src', path);
    if (!isCode && !watched.some((folder) => isIn(folder, path))) return;
    reports.due();
    for (const timer of pending) clearTimeout(timer);
    pending = (isCode ? [PAUSE, LONG_PAUSE] : [PAUSE]).map((wait) => setTimeout(() => reports.look().catch(stumble), wait));
  });
}

/** What Vite and Astro serve for themselves. */
const INTERNAL = /^\/(?:@|__|_astro|src\/|node_modules\/)/;
const PAGE = /(?:\/|\.(?:json|xml|csv|svg|png|txt|bib|ris|css|pdf))$/;

/** Pages wait for what they show, and say as of which version they are. */
function receive({ middlewares }: Server, reports: Compiling, kept: Kept, { stumble }: Live): void {
  middlewares.use(async (request, response, next) => {
    reports.asked(new Promise((done) => response.once('close', done)));
    // Astro has taken the base away.
    const path = (request.url ?? '').replace(/[?#].*/, '');
    if (!PAGE.test(path) || INTERNAL.test(path)) return next();
    const slug = /^\/reports\/([^/]+)\//.exec(path)?.[1];
    try {
      await reports.ready(slug);
      const report = kept.reports.get(slug ?? '');
      if (!kept.library || (report && !report.shown)) request.url = '/preview/unread/';
      response.setHeader('Server-Timing', `preview;desc="${kept.version}"`);
    } catch (fault) {
      stumble(fault);
    }
    next();
  });
}
