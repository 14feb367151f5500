/** Compiling inside of Astro's server: what was asked for last at once, the rest while nothing is asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { mdxMessage } from '../assertions/mdx-faults.ts';
import { error } from '../finding.ts';
import type { Folders } from '../reports/desk.ts';
import type { Kept, KeptReport, LiveDesk } from '../reports/live-desk.ts';
import { type PreviewState, previewState } from './state.ts';

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

export type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** Where the modules of pages run: in this process. */
interface Runner {
  import(path: string): Promise<unknown>;
  evaluatedModules: { getModuleById(id: string): object | undefined; invalidateModule(module: object): void };
}

type LiveDeskModule = typeof import('../reports/live-desk.ts');

export interface Compiling {
  /** Something has changed: the next that asks looks at it. */
  due(): void;
  /** Something is asked for: the other reports wait until it is answered. */
  asked(answered: Promise<unknown>): void;
  /** Looks whether something has changed, and compiles what was asked for last; the rest follows. */
  look(): Promise<void>;
  /** What the page of a report shows is there once this is fulfilled; without a slug, what all pages show. */
  ready(slug?: string): Promise<void>;
}

export function compiling({ environments }: Server, kept: Kept, { folders, tell, stumble }: Live): Compiling {
  const environment = environments.ssr;
  const { runner } = environment as unknown as { runner: Runner };
  const client = environments.client.hot;
  let state: PreviewState | null = null;
  let told: PreviewState | null = null;
  let desk: LiveDesk | null = null;
  let code: LiveDeskModule | null = null;
  let isDue = true;
  let looked: string[] = [];
  /** True once every report was compiled. */
  let isComplete = false;
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
    // Another one where code that it imports has changed: all that compiles is loaded anew.
    const loaded = (await runner.import('/src/reports/live-desk.ts')) as LiveDeskModule;
    const isNew = isDue || !desk || loaded !== code;
    if (isNew || !desk) {
      [isDue, code] = [false, loaded];
      desk = loaded.lookAtDesk(folders, kept);
    }
    const { stale } = desk;
    const asked = looked.filter((slug) => stale.has(slug));
    for (const slug of asked) await compile(desk, slug);
    if (isNew || asked.length > 0) publish(desk);
    if (stale.size > 0) whenQuiet();
    else isComplete = true;
  };

  let quiet: NodeJS.Timeout | undefined;
  let asking = 0;
  const whenQuiet = (wait = QUIET): void => {
    clearTimeout(quiet);
    if (asking === 0) quiet = setTimeout(() => void queue(rest).catch(stumble), wait);
  };

  /** All that is left, at once: a page that shows every report waits for it. */
  const all = async (): Promise<void> => {
    await look();
    for (const slug of [...(desk?.stale ?? [])]) if (desk) await compile(desk, slug);
    if (desk) publish(desk);
    isComplete = true;
  };

  /** The other reports one at a time, until something changes again. */
  const rest = async (): Promise<void> => {
    const [slug] = desk?.stale ?? [];
    if (isDue || !desk || slug === undefined) return;
    await compile(desk, slug);
    if (desk.stale.size > 0) return whenQuiet(0);
    publish(desk);
    isComplete = true;
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
      report.compiled.findings.push(error('mdx', { path, line: loc?.line, column: loc?.column }, mdxMessage(message)));
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
    look: () => queue(look),
    async ready(slug) {
      if (slug !== undefined) looked = [slug, ...looked.filter((other) => other !== slug)].slice(0, LOOKED);
      // A list shows every report: the first time, it waits for all.
      if (slug === undefined && !isComplete) return queue(all);
      await queue(look);
      if (slug === undefined) return;
      await queue(async () => {
        if ((await render(slug)) && desk) publish(desk);
      });
    },
  };
}
