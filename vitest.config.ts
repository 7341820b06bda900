import { defineConfig } from 'vitest/config';
import { indexCourse } from './tools/course-index.ts';
import { splitTexts } from './tools/split-texts.mjs';

// Everything that runs in Node: the engine and the level reader, the tools, the mail server's tests. Playwright runs
// the tests that need a page (playwright.config.ts).
export default defineConfig({
  plugins: [splitTexts(), indexCourse('levels')],
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    setupFiles: ['test/setup.ts'],
    allowOnly: false,
    // Nothing else runs at the same time, so the tests can use every core.
    maxWorkers: '100%',
    // Loading the same modules again for each file took most of the time, and no test changes them.
    isolate: false,
    // Files share the globals, so that what one test puts in their place must not reach the next.
    unstubGlobals: true,
    unstubEnvs: true,
    // Guards against a hang only, because a slow machine is not a failure.
    testTimeout: 120_000,
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
