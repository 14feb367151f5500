import { expect, it } from 'vitest';
import { useComponents } from '../support/rendered.ts';

const site = useComponents();

// What holds for all: a new file in src/components/report-sections/ is tried here without another word.
it('each section of a report has its heading, under the id that the contents lead to, and a place of its own', async () => {
  const { sections, library, html } = site;
  const [report] = library().reports;
  expect(sections.length).toBeGreaterThan(4);
  expect(new Set(sections.map(({ place }) => place)).size, 'two sections have one place: give each its own').toBe(sections.length);
  expect(new Set(sections.map(({ id }) => id)).size, 'two sections have one id').toBe(sections.length);
  for (const section of sections) {
    const rendered = await html(section, report);
    expect(rendered).toMatch(new RegExp(`^<section[^>]* aria-labelledby="${section.id}"[^>]*>\\s*<h2 id="${section.id}">`));
  }
});

it('the contents list them in their order: the ledger, corrections, data, workings', () => {
  const order = site.sections.flatMap(({ title }) => title ?? []);
  const known = ['Claims ledger', 'Corrections', 'Data and method', 'Workings'];
  expect(order.filter((title) => known.includes(title))).toEqual(known);
});
