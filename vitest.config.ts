import { defineConfig } from 'vitest/config';

/** They build sites: Astro keeps one folder of its own a project, so two builds at once would read each other's. */
const builds = ['site/another-desk', 'site/build', 'site/datasets', 'site/hostile', 'preview/preview'].map(
  (name) => `test/${name}.test.ts`,
);

// Far above what they need: only a test that hangs should meet them. The drill's hooks run some thirty refreshes each.
const patience = { testTimeout: 120_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    globalSetup: ['test/site/built-site.ts'],
    projects: [
      {
        test: {
          ...patience,
          name: 'side by side',
          include: ['test/**/*.test.ts'],
          exclude: builds,
          // Much of a test is waiting for a process or a browser: every core has one.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { ...patience, name: 'one by one', include: builds, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
