/** An address inside the site, under the base path it is published at: '/reports/' becomes '/base/reports/'. */
export function pathTo(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
