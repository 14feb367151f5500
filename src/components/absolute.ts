/** Addresses that leave the site. */
import { site } from 'astro:config/client';
import type { AbsoluteAddresses } from '../reports/absolute-addresses.ts';
import {
  datasetAddress,
  figureAddress,
  figureFileAddress,
  personAddress,
  reportAddress,
  reportCardAddress,
  sourceAddress,
} from './addresses.ts';
import { pathTo } from './path-to.ts';

/** An address inside the site with its origin. */
export function absolute(address: string): string {
  return String(new URL(address, site));
}

export const absoluteAddresses: AbsoluteAddresses = {
  home: absolute(pathTo('/')),
  icon: absolute(pathTo('/icon.svg')),
  search: absolute(pathTo('/search/?q=')),
  reports: absolute(pathTo('/reports/')),
  datasets: absolute(pathTo('/data/')),
  report: (slug) => absolute(reportAddress(slug)),
  reportCard: (slug) => absolute(reportCardAddress(slug)),
  figure: (slug, id) => absolute(figureAddress(slug, id)),
  figurePicture: (slug, id) => absolute(figureFileAddress(slug, id, 'png')),
  dataset: (resource) => absolute(datasetAddress(resource)),
  person: (id) => absolute(personAddress(id)),
  source: (id) => absolute(sourceAddress(id)),
};
