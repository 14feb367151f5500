/** Sections of a page that are a file each: a folder of components is the register, and each says where it stands. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** What a component of the folder exports as `section`. */
export interface Section<Props> {
  /** Of its heading: what links lead to. */
  id: string;
  /** Its name in the page's list of contents; left out, it is not listed. */
  title?: string;
  /** Sections stand in the order of these. They go up by ten, so that another fits between. */
  place: number;
  /** False where the page has nothing for it. */
  isShown?(props: Props): boolean;
}

export type SectionModule<Props> = { default: AstroComponentFactory; section?: Section<Props> };

export type PlacedSection<Props> = Section<Props> & { Component: AstroComponentFactory };

/** The sections of a folder in the order of their places. */
export function inPlace<Props>(folder: string, modules: Readonly<Record<string, SectionModule<Props>>>): PlacedSection<Props>[] {
  return Object.entries(modules)
    .map(([path, { default: Component, section }]) => {
      if (!section) throw new Error(`${folder}/${path.slice(2)} has no place. Write 'export const section = { id: …, place: … }'.`);
      return { ...section, Component };
    })
    .sort((a, b) => a.place - b.place);
}
