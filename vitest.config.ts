import { defineConfig } from 'vitest/config';

/** They build sites: Astro keeps one folder of its own a project, so two builds at once would read each other's. */
const builds = ['site/another-desk', 'site/build', 'site/datasets', 'site/hostile', 'site-building/as-built-anew', 'preview/preview'].map(
  (name) => `test/${name}.test.ts`,
);

const shared = {
  // Far above what they need: only a test that hangs should meet them. The drill's hooks run some thirty refreshes each.
  testTimeout: 120_000,
  hookTimeout: 600_000,
  // The modules of a process are loaded once, not once a file. What is in force is put back before each.
  isolate: false,
  setupFiles: ['test/support/in-force.ts'],
  alias: { 'astro:config/client': new URL('test/support/astro-config.ts', import.meta.url).pathname },
  // What one command has compiled, the next ones find.
  env: { NODE_COMPILE_CACHE: new URL('node_modules/.cache/compiled', import.meta.url).pathname },
};

export default defineConfig({
  test: {
    globalSetup: ['test/site/built-site.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'side by side',
          include: ['test/**/*.test.ts'],
          exclude: builds,
          // Much of a test is waiting for a process or a browser: every core has one.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { ...shared, name: 'one by one', include: builds, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
