import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/site/built-site.ts'],
    // Far above what they need: only a test that hangs should meet them. The drill's hooks run some thirty refreshes each.
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});
