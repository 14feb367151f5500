/** The JSON Schema of `/data/index.json`, from the schema it is written by. */
import type { APIRoute } from 'astro';
import { DATASETS_SCHEMA, datasetsFileSchema } from '../../components/dataset-file.ts';
import { schemaFile } from '../../components/schema-file.ts';

export const GET: APIRoute = ({ site }) =>
  schemaFile(datasetsFileSchema, {
    address: DATASETS_SCHEMA,
    site,
    title: 'The datasets',
    description: 'All snapshots, datasets and series of the site, with their addresses.',
  });
