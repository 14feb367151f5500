/**
 * A whole table: only where its owner lets it be passed on. Of one that is kept as CSV the file as it is in its snapshot, byte for byte; of
 * another what is in it.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { isoOf } from '../../../data/day.ts';
import { readTable } from '../../../data/resource-table.ts';
import { formatTable } from '../../../data/table.ts';
import { datasetsOf, type Vintage, wholeVintages } from '../../../reports/datasets.ts';
import { library } from '../../../reports/library.ts';

interface Props {
  vintage: Vintage;
}

export const getStaticPaths = (() =>
  datasetsOf(library())
    .flatMap(wholeVintages)
    .map((vintage) => ({
      params: { resource: vintage.resource.name, table: `${vintage.resource.name}-${vintage.snapshot.id}` },
      props: { vintage },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { vintage } }) => {
  const { path, format } = vintage.resource;
  const bytes = library().snapshotFile(vintage.snapshot.id, path);
  return new Response(format === 'csv' ? new Uint8Array(bytes) : formatTable(readTable(bytes, format, path), isoOf), {
    headers: { 'content-type': 'text/csv;charset=utf-8' },
  });
};
