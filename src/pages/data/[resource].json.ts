/** What is known of a dataset, for machines. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { datasetFile, jsonText } from '../../components/dataset-file.ts';
import { type Dataset, datasetsOf } from '../../reports/datasets.ts';
import { library } from '../../reports/library.ts';

export const getStaticPaths = (() =>
  datasetsOf(library()).map((dataset) => ({ params: { resource: dataset.resource.name }, props: { dataset } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ dataset: Dataset }> = ({ props }) =>
  new Response(jsonText(datasetFile(props.dataset, library())), { headers: { 'content-type': 'application/json' } });
