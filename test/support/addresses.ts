import type { AbsoluteAddresses } from '../../src/reports/absolute-addresses.ts';

const at = (path: string): string => `https://desk.example/base${path}`;

/** Addresses of a site that is published under a path. */
export const addresses: AbsoluteAddresses = {
  home: at('/'),
  icon: at('/icon.svg'),
  search: at('/search/?q='),
  reports: at('/reports/'),
  datasets: at('/data/'),
  report: (slug) => at(`/reports/${slug}/`),
  reportCard: (slug) => at(`/reports/${slug}/card.png`),
  figure: (slug, id) => at(`/reports/${slug}/figures/${id}/`),
  figurePicture: (slug, id) => at(`/reports/${slug}/figures/${id}.png`),
  dataset: (name) => at(`/data/${name}/`),
  person: (id) => at(`/people/${id}/`),
  source: (id) => at(`/sources/${id}/`),
};
