/** The manifest of a snapshot, byte for byte as it is committed. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { library } from '../../../../reports/library.ts';

export const getStaticPaths = (() => library().snapshots.map((id) => ({ params: { id }, props: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = ({ props }) =>
  new Response(new Uint8Array(library().snapshotFile(props.id, 'datapackage.json')), { headers: { 'content-type': 'application/json' } });
