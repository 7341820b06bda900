import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from './tools/chromium.mjs';

// The pictures of the README are taken by tests, too, but only when asked: npm run screenshots
const screenshots = process.env['SCREENSHOTS'] === '1';

// The page, the built one, is served by test/browser/fixtures.ts, on a port of its own for each worker.
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only sometimes is a failure to look into.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  ...(screenshots ? { grep: /@screenshots/ } : { grepInvert: /@screenshots/ }),
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // Else it would answer in the place of the tests' own routes; offline.spec.ts lets it in.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: await ensureChromium(),
      // No name is looked up, so that a page which asks another host for something fails at once, everywhere alike.
      args: [...CHROMIUM_ARGS, '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
    },
  },
});
