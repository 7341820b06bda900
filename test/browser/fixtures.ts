import { test as base, type BrowserContext } from '@playwright/test';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { testPage, wholePage } from './built-page.ts';

export { expect } from '@playwright/test';

/** The problems in the pages of one test, whether or not the test looks at them. */
export interface Problems {
  /**
   * Announces an expected problem with this text; the test fails if it does not occur. Problems read `console error:
   * …`, `404: http://…`, `page error: …` and so on.
   */
  expect(text: RegExp): void;
}

interface Fixtures {
  problems: Problems;
}

interface WorkerFixtures {
  /** The course to play: that of the tests, whose levels stay the same, or the whole campaign. */
  course: 'test' | 'whole';
  /** The built page at a path of its own, under the strictest policy that it supports. */
  site: Pick<Awaited<ReturnType<typeof serve>>, 'url' | 'close'>;
}

/** Caused by software rendering without a GPU, and by the tests' own settings, not by the page. */
const OF_THE_MACHINE = [
  /GPU stall due to ReadPixels/,
  /Automatic fallback to software WebGL/,
  /Service Worker registration blocked by Playwright/,
];

function watch(context: BrowserContext, site: string, report: (problem: string) => void): void {
  // Sent before the first request for a page, so that every page has it.
  void context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`security policy: ${event.violatedDirective} refuses ${event.blockedURI}`);
    });
  });
  context.on('console', (message) => {
    const type = message.type();
    if (type !== 'error' && type !== 'warning') return;
    if (OF_THE_MACHINE.some((text) => text.test(message.text()))) return;
    report(`console ${type}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    report(`page error: ${error.error().stack ?? error.error().message}`);
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== new URL(site).origin) report(`other host: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) report(`${response.status()}: ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason';
    // The page was left or closed before the response arrived.
    if (reason !== 'net::ERR_ABORTED') report(`request failed: ${request.url()} (${reason})`);
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(site).host) report(`other host: ${socket.url()}`);
    });
    page.on('crash', () => {
      report('the page crashed');
    });
  });
}

/**
 * Playwright's `test`, whose `page.goto('./')` opens the built page, and which fails on any problem in a page: an error
 * or a warning in the console, an uncaught error, a violation of the security policy, a failed request, or a request to
 * another host.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  course: ['test', { option: true, scope: 'worker' }],

  site: [
    async ({ course }, use) => {
      const folder = course === 'test' ? testPage() : wholePage();
      const site = await serve({ folder, prefix: '/games/blind-copy/', headers: HEADERS });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ site }, use) => {
    await use(site.url);
  },

  problems: [
    async ({ browser, baseURL }, use) => {
      const found: string[] = [];
      const expected: RegExp[] = [];
      const onContext = (context: BrowserContext): void => {
        watch(context, baseURL ?? '', (problem) => found.push(problem));
      };
      browser.on('context', onContext);
      await use({ expect: (text) => void expected.push(text) });
      browser.off('context', onContext);

      const surprises = found.filter((problem) => !expected.some((text) => text.test(problem)));
      const missing = expected.filter((text) => !found.some((problem) => text.test(problem)));
      const lines = [...surprises, ...missing.map((text) => `expected, but it did not come: ${text.toString()}`)];
      if (lines.length > 0) throw new Error(`In the page:\n${[...new Set(lines)].join('\n')}`);
    },
    { auto: true },
  ],
});
