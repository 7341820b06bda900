import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium, FEATURES_LEFT_OUT } from './tools/chromium.mjs';

// Run only when asked: npm run screenshots takes the pictures of the README, npm test -- thorough walks the longest ways,
// npm run test:servers tries the files of docs/hosting/ in real servers.
const ASKED = ['screenshots', 'thorough', 'servers'];
const asked = ASKED.find((tag) => process.env[tag.toUpperCase()] === '1');

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
  ...(asked === undefined ? { grepInvert: new RegExp(`@(${ASKED.join('|')})`) } : { grep: new RegExp(`@${asked}`) }),
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    // Pixels of twice the size: to draw the canvas without a GPU costs most of the time. Tests of what is drawn ask for more.
    deviceScaleFactor: 0.5,
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // Motion costs most of the time of a test; the tests of what moves ask for it.
    contextOptions: { reducedMotion: 'reduce' },
    // Else it would answer in the place of the tests' own routes; offline.spec.ts lets it in.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: await ensureChromium(),
      // No name is looked up, so that a page which asks another host for something fails at once, everywhere alike.
      args: [
        ...CHROMIUM_ARGS,
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
        `--disable-features=${FEATURES_LEFT_OUT.join(',')}`,
      ],
    },
  },
});
