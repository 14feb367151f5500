/** Every file that an author or a desk writes, with its schema. A new one is a line here, and `npm run reference`. */
import type { z } from 'zod';
import { plotSchema } from '../charts/plot/specification.ts';
import { publisherSchema } from '../publishers/declaration.ts';
import {
  frontMatterSchema,
  glossarySchema,
  homeSchema,
  methodSchema,
  namedMetricsSchema,
  namesSchema,
  personSchema,
  sourceSchema,
} from '../reports/front-matter.ts';
import { settingsSchema } from '../settings.ts';

export interface FileSchema {
  /** Of its JSON Schema: `docs/schemas/<name>.json`. */
  name: string;
  /** As a heading. */
  title: string;
  /** Where it stands, from the desk's folder. */
  files: string;
  schema: z.ZodType;
  /** The page of the reference it stands on; null where a guide tells all of it. */
  page: 'front-matter' | 'people-and-sources' | 'publishers' | null;
  /** What it is, in a sentence or two. */
  doc: string;
}

const onSources = 'people-and-sources';

export const fileSchemas: readonly FileSchema[] = [
  {
    name: 'front-matter',
    title: 'Front matter',
    files: 'content/reports/*/index.mdx',
    schema: frontMatterSchema,
    page: 'front-matter',
    doc: 'What stands between the two lines of `---` at the head of a report.',
  },
  {
    name: 'person',
    title: 'A person or a firm',
    files: 'content/people/*.yaml',
    schema: personSchema,
    page: onSources,
    doc: 'Who is quoted, reports a figure or makes a call. The file’s name is the id that a report writes in `by`.',
  },
  {
    name: 'source',
    title: 'A source',
    files: 'content/sources/*.yaml',
    schema: sourceSchema,
    page: onSources,
    doc: 'Where words or figures were read. The file’s name is the id that a report writes in `source`.',
  },
  {
    name: 'glossary',
    title: 'The glossary',
    files: 'content/glossary.yaml',
    schema: glossarySchema,
    page: onSources,
    doc: 'Terms by their ids, which are anchors of the glossary.',
  },
  {
    name: 'metrics',
    title: 'Named metrics',
    files: 'content/metrics.yaml',
    schema: namedMetricsSchema,
    page: onSources,
    doc: 'Metrics with a name of their own, by that name: it stands in expressions as a series does.',
  },
  {
    name: 'names',
    title: 'Names of series',
    files: 'content/names.yaml',
    schema: namesSchema,
    page: onSources,
    doc: 'What the desk calls its series besides their titles, with the ids that are meant. A Fact that names a series its metric does not have is refused.',
  },
  {
    name: 'home',
    title: 'The home page',
    files: 'content/home.yaml',
    schema: homeSchema,
    page: onSources,
    doc: 'The metrics that stand on the home page.',
  },
  {
    name: 'method',
    title: 'The method page',
    files: 'content/method.yaml',
    schema: methodSchema,
    page: onSources,
    doc: 'What the method page says of this desk’s subject, by section.',
  },
  {
    name: 'settings',
    title: 'Settings',
    files: 'content/settings.yaml',
    schema: settingsSchema,
    page: onSources,
    doc: 'What makes the site this desk’s. [another-desk.md](../another-desk.md) goes through them.',
  },
  {
    name: 'plot',
    title: 'A Plot specification',
    files: 'content/reports/*/*.yaml',
    schema: plotSchema,
    page: null,
    doc: 'What a figure of kind `plot` draws.',
  },
  {
    name: 'publisher',
    title: 'A publisher',
    files: 'data/publishers/*.yaml',
    schema: publisherSchema,
    page: 'publishers',
    doc: 'What is fetched from whom: a publisher, its tables, their series, owners and terms.',
  },
];
