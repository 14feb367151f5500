import { base } from 'astro:config/client';

/** An address inside the site, under the base path it is published at: '/reports/' becomes '/base/reports/'. */
export function pathTo(path: string): string {
  return base.replace(/\/$/, '') + path;
}
