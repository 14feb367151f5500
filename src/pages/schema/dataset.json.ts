/** The JSON Schema of `/data/<resource>.json`, from the schema it is written by. */
import type { APIRoute } from 'astro';
import { DATASET_SCHEMA, datasetFileSchema } from '../../components/dataset-file.ts';
import { schemaFile } from '../../components/schema-file.ts';

export const GET: APIRoute = ({ site }) =>
  schemaFile(datasetFileSchema, {
    address: DATASET_SCHEMA,
    site,
    title: 'A dataset',
    description: 'What is known of one dataset: columns, terms, vintages with their hashes, revised values, and where it is used.',
  });
