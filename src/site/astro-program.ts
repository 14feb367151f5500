/**
 * Astro's program, run outside of Astro's build: all that is taken from inside Astro, whose exact version is pinned, stands in this file. What
 * a build does between its own `getStaticPaths` and its own `render` is done here in the same way.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Program, readProgramManifest } from './program.ts';

/** A page or another file of the site that is to be made. */
export interface SitePath {
  pathname: string;
  /** The file under src/pages. */
  component: string;
  /** Where it goes, from the site's root. */
  file: string;
  /** What it is made of, as its `getStaticPaths` gave it; null where it has none. */
  props: unknown;
  route: Route;
}

interface Route {
  route: string;
  component: string;
  type: 'page' | 'endpoint';
  isIndex: boolean;
  pathname?: string;
}

interface StaticPath {
  pathname: string;
  route: Route;
}

interface App {
  manifest: { base: string; site?: string; trailingSlash: string };
  routeCache: { get(route: Route): { staticPaths?: { keyed: Map<string, { props?: unknown }> } } | undefined };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
}

const inAstro = (path: string): Promise<Record<string, never>> => import(new URL(path, import.meta.resolve('astro')).href);

export class AstroProgram {
  readonly #app: App;

  private constructor(app: App) {
    this.#app = app;
  }

  /** @param warn told of what Astro warns of */
  static async load(program: Program, warn: (message: string) => void): Promise<AstroProgram> {
    const { entry, pages } = readProgramManifest(program);
    const { app } = (await import(pathToFileURL(join(program.folder, 'server', entry)).href)) as { app: App };
    app.setInternals({ pagesByKeys: new Map(pages), entrySpecifierToBundleMap: new Map() });
    const destination = {
      write({ level, message }: { level: string; message: string }): void {
        if (level === 'warn' || level === 'error') warn(message);
      },
    };
    app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
    return new AstroProgram(app);
  }

  /** Every file of the site that is made, in Astro's order; where two would stand at one place, the first. */
  async paths(): Promise<SitePath[]> {
    const { StaticPaths } = (await inAstro('./runtime/prerender/static-paths.js')) as unknown as {
      StaticPaths: new (app: App) => { getAll(): Promise<StaticPath[]> };
    };
    const { getOutputFilename } = (await inAstro('./core/output-filename.js')) as unknown as {
      getOutputFilename(format: string, pathname: string, route: Route): string;
    };
    const { stringifyParams } = (await inAstro('./core/routing/params.js')) as unknown as {
      stringifyParams(params: object, route: Route, trailingSlash: string): string;
    };
    const propsOf = new Map<Route, Map<string, unknown>>();
    const seen = new Set<string>();
    const paths = await new StaticPaths(this.#app).getAll();
    return paths.flatMap(({ pathname, route }) => {
      const place = pathname.replace(/\/$/, '');
      if (seen.has(place)) return [];
      seen.add(place);
      const file = getOutputFilename('directory', pathname, route).replace(/^\//, '');
      const known = propsOf.get(route) ?? this.#propsOf(route, stringifyParams);
      propsOf.set(route, known);
      return [{ pathname, component: route.component, file, props: known.get(pathname) ?? null, route }];
    });
  }

  #propsOf(route: Route, stringifyParams: (params: object, route: Route, trailingSlash: string) => string): Map<string, unknown> {
    const { staticPaths } = this.#app.routeCache.get(route) ?? {};
    const entries = [...((staticPaths ?? []) as Iterable<{ params: object; props?: unknown }>)];
    return new Map(entries.map(({ params, props }) => [stringifyParams(params, route, this.#app.manifest.trailingSlash), props ?? null]));
  }

  /** The bytes of a file of the site. @throws Error where the page answers otherwise */
  async render({ pathname, route }: SitePath): Promise<Uint8Array> {
    const { base, site } = this.#app.manifest;
    const at = `${base.replace(/\/$/, '')}/${pathname.replace(/^\/|\/$/g, '')}`;
    const url = new URL(route.type === 'page' && !at.endsWith('/') ? `${at}/` : at, site ?? 'http://localhost');
    const response = await this.#app.render(new Request(url), { routeData: route });
    const isMissing = route.route === '/404' && response.status === 404;
    if (!response.ok && !isMissing) throw new Error(`${route.component} answers ${response.status} for ${pathname}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
