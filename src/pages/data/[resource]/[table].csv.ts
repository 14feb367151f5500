/** A whole table, byte for byte as it is in its snapshot: only where its owner lets it be passed on. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { datasetsOf, isWhole } from '../../../reports/datasets.ts';
import { library } from '../../../reports/library.ts';

interface Props {
  snapshot: string;
  path: string;
}

export const getStaticPaths = (() =>
  datasetsOf(library()).flatMap((dataset) =>
    dataset.vintages
      .filter((vintage) => isWhole(dataset, vintage))
      .map(({ snapshot: { id }, resource: { name, path } }) => ({
        params: { resource: name, table: `${name}-${id}` },
        props: { snapshot: id, path },
      })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { snapshot, path } }) =>
  new Response(new Uint8Array(library().snapshotFile(snapshot, path)), { headers: { 'content-type': 'text/csv;charset=utf-8' } });
