/** Addresses with the site's own origin, as feeds, references and descriptions for machines carry them. */
export interface AbsoluteAddresses {
  home: string;
  icon: string;
  /** Of a search; what is looked for is put after it. */
  search: string;
  reports: string;
  datasets: string;
  report(slug: string): string;
  reportCard(slug: string): string;
  figure(slug: string, id: string): string;
  figurePicture(slug: string, id: string): string;
  dataset(resource: string): string;
  person(id: string): string;
  source(id: string): string;
}
