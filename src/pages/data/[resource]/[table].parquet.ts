/** A whole table that is kept as Parquet, byte for byte as it is in its snapshot: only where its owner lets it be passed on. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { datasetsOf, type Vintage, wholeVintages } from '../../../reports/datasets.ts';
import { library } from '../../../reports/library.ts';

interface Props {
  vintage: Vintage;
}

export const getStaticPaths = (() =>
  datasetsOf(library())
    .flatMap(wholeVintages)
    .filter(({ resource }) => resource.format === 'parquet')
    .map((vintage) => ({
      params: { resource: vintage.resource.name, table: `${vintage.resource.name}-${vintage.snapshot.id}` },
      props: { vintage },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({
  props: {
    vintage: { snapshot, resource },
  },
}) => new Response(new Uint8Array(library().snapshotFile(snapshot.id, resource.path)), { headers: { 'content-type': resource.mediatype } });
