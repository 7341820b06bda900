import { defineConfig } from 'vitest/config';
import { indexCourse } from './tools/course-index.ts';
import { splitTexts } from './tools/split-texts.mjs';

// Everything that runs in Node: the engine and the level reader, the tools, the mail server's tests.
// What needs a page is Playwright's (playwright.config.ts).
export default defineConfig({
  plugins: [splitTexts(), indexCourse('levels')],
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    setupFiles: ['test/setup.ts'],
    allowOnly: false,
    // Nothing else runs meanwhile: a machine of two cores is not left half idle.
    maxWorkers: '100%',
    // Most of the time went into loading the same modules for each file; no test leaves anything behind in them.
    isolate: false,
    // Only against a hang: a slow machine is no failure.
    testTimeout: 120_000,
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
