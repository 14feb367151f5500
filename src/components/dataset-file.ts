/** What machines read of a dataset: `/data/<resource>.json`, and `/data/index.json` with all of them. */
import { z } from 'zod';
import { type TableEnd, tableEnds } from '../data/late.ts';
import { redistribution } from '../data/manifest.ts';
import { type Dataset, datasetsOf, isWhole, shownRevisions, type Vintage } from '../reports/datasets.ts';
import type { Library } from '../reports/library.ts';
import { type SeriesView, seriesOf } from '../reports/series-view.ts';
import { absolute } from './absolute.ts';
import * as addresses from './addresses.ts';
import { licenceOf } from './dataset-words.ts';
import { pathTo } from './path-to.ts';

const text = z.string();
const count = z.int();

const coverage = z.strictObject({ start: text, end: text, rows: count, inception: text.nullable(), missing: z.array(text) });

const column = z.strictObject({
  name: text,
  type: text,
  title: text,
  unit: text.nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  /** Page of the series; null for the date, and for a series that the newest snapshot does not have. */
  page: text.nullable(),
});

const vintage = z.strictObject({
  snapshot: text,
  rows: count,
  added: count,
  revised: count,
  /** Claims that rest on revised values, and those of them that print or say something else now. */
  claims: z.strictObject({ rechecked: count, changed: count }),
  bytes: count,
  hash: text,
  /** The table; null where it may not be passed on. Byte for byte what has the hash, where the snapshot keeps it as CSV. */
  csv: text.nullable(),
  /** Byte for byte what has the hash, where the snapshot keeps it as Parquet; else null. */
  parquet: text.nullable(),
  manifest: text,
  /** Slugs of the reports that are pinned to the snapshot and use the table. */
  pinnedBy: z.array(text),
});

/** Null where there was no value, or is none any more. */
const revision = z.strictObject({ snapshot: text, date: text, series: text, was: z.number().nullable(), now: z.number().nullable() });

export const datasetFileSchema = z.strictObject({
  $schema: text,
  resource: text,
  title: text,
  description: text,
  page: text,
  publisher: z.strictObject({ id: text, name: text, url: text }),
  attribution: text,
  redistribution,
  terms: text,
  /** The licence's name, where the terms are one. */
  licence: text.nullable(),
  basis: text,
  calendar: text,
  timezone: text,
  coverage,
  retrieved: text,
  /** The newest snapshot that has it; whether that is the newest of all. */
  snapshot: text,
  isCurrent: z.boolean(),
  lastRow: text,
  /** Sessions before the newest row of the snapshot; null for a table of events, and for one that is gone. */
  sessionsBehind: count.nullable(),
  notes: z.array(text),
  columns: z.array(column),
  vintages: z.array(vintage),
  /** As many as may be passed on. */
  revisions: z.array(revision),
  uses: z.strictObject({
    metrics: z.array(z.strictObject({ metric: text, at: text, page: text })),
    figures: z.array(z.strictObject({ report: text, id: text, title: text, page: text })),
    reports: z.array(z.strictObject({ slug: text, title: text, page: text, record: text })),
  }),
});

export const datasetsFileSchema = z.strictObject({
  $schema: text,
  /** Id of the newest snapshot. */
  snapshot: text,
  snapshots: z.array(z.strictObject({ id: text, hash: text, manifest: text })),
  datasets: z.array(
    z.strictObject({
      resource: text,
      title: text,
      description: text,
      publisher: text,
      redistribution,
      terms: text,
      start: text,
      end: text,
      rows: count,
      sessionsBehind: count.nullable(),
      page: text,
      metadata: text,
      csv: text.nullable(),
    }),
  ),
  series: z.array(
    z.strictObject({
      id: text,
      title: text,
      unit: text,
      /** The resources it comes from; those of a named metric's series. */
      resources: z.array(text),
      /** The expression of a named metric; null for a series. */
      metric: text.nullable(),
      page: text,
    }),
  ),
});

export type DatasetFile = z.infer<typeof datasetFileSchema>;
export type DatasetsFile = z.infer<typeof datasetsFileSchema>;

export const DATASET_SCHEMA = '/schema/dataset.json';
export const DATASETS_SCHEMA = '/schema/datasets.json';

export function datasetFile(dataset: Dataset, library: Library): DatasetFile {
  const { resource, vintages, uses, isCurrent } = dataset;
  const { name, title, description, provenance } = resource;
  const { snapshot } = vintages[0];
  const end = endOf(dataset, library);
  return {
    $schema: absolute(pathTo(DATASET_SCHEMA)),
    resource: name,
    title,
    description,
    page: absolute(addresses.datasetAddress(name)),
    publisher: { id: provenance.publisher, name: provenance.publisherName, url: provenance.url },
    attribution: provenance.attribution,
    redistribution: provenance.redistribution,
    terms: provenance.termsUrl,
    licence: licenceOf(resource, snapshot.manifest),
    basis: provenance.basis,
    calendar: provenance.calendar,
    timezone: provenance.timezone,
    coverage: provenance.coverage,
    retrieved: provenance.retrievedAt,
    snapshot: snapshot.id,
    isCurrent,
    lastRow: provenance.lastSession,
    sessionsBehind: end?.behind ?? null,
    notes: provenance.notes,
    columns: resource.schema.fields.map((field) => ({
      name: field.name,
      type: field.type,
      title: field.title,
      unit: 'unit' in field ? field.unit : null,
      minimum: 'minimum' in field.constraints ? (field.constraints.minimum ?? null) : null,
      maximum: 'maximum' in field.constraints ? (field.constraints.maximum ?? null) : null,
      page: library.newest.series.has(field.name) ? absolute(addresses.seriesAddress(field.name)) : null,
    })),
    vintages: vintages.map((one) => vintageOf(dataset, one)),
    revisions: vintages.flatMap((one) =>
      shownRevisions(one).map(({ date, series, was, now }) => ({ snapshot: one.snapshot.id, date, series, was, now })),
    ),
    uses: {
      metrics: uses.metrics.map(({ metric, at }) => ({ metric, at, page: absolute(addresses.metricAddress(metric, at)) })),
      figures: uses.figures.map(({ report, figure: { id, title: finding } }) => ({
        report: report.slug,
        id,
        title: finding,
        page: absolute(addresses.figureAddress(report.slug, id)),
      })),
      reports: uses.reports.map(({ slug, frontMatter }) => ({
        slug,
        title: frontMatter.title,
        page: absolute(addresses.reportAddress(slug)),
        record: absolute(addresses.recordAddress(slug)),
      })),
    },
  };
}

function vintageOf(dataset: Dataset, one: Vintage): DatasetFile['vintages'][number] {
  const { snapshot, resource, added, revised, affected, pinnedBy } = one;
  return {
    snapshot: snapshot.id,
    rows: resource.provenance.coverage.rows,
    added,
    revised: revised.length,
    claims: { rechecked: affected.length, changed: affected.filter(({ mark }) => mark !== 'unchanged').length },
    bytes: resource.bytes,
    hash: resource.hash,
    csv: isWhole(dataset, one) ? absolute(addresses.tableAddress(resource.name, snapshot.id)) : null,
    parquet:
      isWhole(dataset, one) && resource.format === 'parquet'
        ? absolute(addresses.tableAddress(resource.name, snapshot.id, 'parquet'))
        : null,
    manifest: absolute(addresses.manifestAddress(snapshot.id)),
    pinnedBy: pinnedBy.map(({ slug }) => slug),
  };
}

export function datasetsFile(library: Library): DatasetsFile {
  const { newest } = library;
  return {
    $schema: absolute(pathTo(DATASETS_SCHEMA)),
    snapshot: newest.id,
    snapshots: library.snapshots.map((id) => ({
      id,
      hash: library.snapshot(id).hash,
      manifest: absolute(addresses.manifestAddress(id)),
    })),
    datasets: datasetsOf(library).map((dataset) => {
      const { resource, vintages } = dataset;
      const { name, title, description, provenance } = resource;
      const [latest] = vintages;
      return {
        resource: name,
        title,
        description,
        publisher: provenance.publisherName,
        redistribution: provenance.redistribution,
        terms: provenance.termsUrl,
        start: provenance.coverage.start,
        end: provenance.coverage.end,
        rows: provenance.coverage.rows,
        sessionsBehind: endOf(dataset, library)?.behind ?? null,
        page: absolute(addresses.datasetAddress(name)),
        metadata: absolute(addresses.datasetFileAddress(name)),
        csv: isWhole(dataset, latest) ? absolute(addresses.tableAddress(name, latest.snapshot.id)) : null,
      };
    }),
    series: seriesOf(library).map((view: SeriesView) => ({
      id: view.id,
      title: view.title,
      unit: view.unit,
      resources: view.resources.map(({ name }) => name),
      metric: view.metric,
      page: absolute(addresses.seriesAddress(view.id)),
    })),
  };
}

/** Where the table ends in the newest snapshot; null where that does not have it. */
export function endOf({ resource }: Dataset, { newest, calendar }: Library): TableEnd | null {
  return tableEnds(newest.manifest, calendar).all.find((end) => end.resource.name === resource.name) ?? null;
}

/** The text of a file: stable keys, one way to write it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
