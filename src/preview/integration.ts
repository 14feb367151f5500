/** What the preview has and the published site has not: pages and marks for authors. Nothing of it is built. */
import type { AstroIntegration } from 'astro';

export function preview(): AstroIntegration {
  return {
    name: 'preview',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        // Rendered at each request, for what is asked stands in the query.
        injectRoute({ pattern: '/preview/ask', entrypoint: './src/preview/ask.astro', prerender: false });
      },
    },
  };
}
