import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium, FEATURES_LEFT_OUT } from './tools/chromium.mjs';

// Run on request only: npm run screenshots takes the pictures of the README, npm test -- thorough plays the longest
// tests, and npm run test:servers tries the files of docs/hosting/ in real servers.
const ASKED = ['screenshots', 'thorough', 'servers'];
const asked = ASKED.find((tag) => process.env[tag.toUpperCase()] === '1');

// Tests run on the built page. test/browser/fixtures.ts serves it, on a separate port for each worker.
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
  ...(asked === undefined ? { grepInvert: new RegExp(`@(${ASKED.join('|')})`) } : { grep: new RegExp(`@${asked}`) }),
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    // A low resolution, because drawing the canvas without a GPU takes most of the time. Tests of the drawing ask for
    // more.
    deviceScaleFactor: 0.5,
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // Motion takes most of the time of a test, so only tests of motion turn it on.
    contextOptions: { reducedMotion: 'reduce' },
    // A service worker would answer instead of the tests' own routes; only offline.spec.ts allows it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: await ensureChromium(),
      // Blocks name look-ups, so that a request to another host fails at once, on every machine.
      args: [
        ...CHROMIUM_ARGS,
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
        `--disable-features=${FEATURES_LEFT_OUT.join(',')}`,
      ],
    },
  },
});
