/** In the place of the module that Astro makes of its configuration, where no site is built. */
export const base = '/';
