import type { Page } from '@playwright/test';
import { POLICY } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { expect, test } from './fixtures.ts';
import { testPage } from './built-page.ts';

// The fixtures check in every test that no screen violates the policy. This tests that the policy would report it.

/** What an attacker might try who could inject a text; each returns whether it succeeded. */
const ATTACKS: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  'trusted-types': () => {
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): unknown };
    };
    try {
      // None of the names of the page's own policies.
      trustedTypes.createPolicy('smuggled', { createScript: (text: string) => text });
      return true;
    } catch {
      return false;
    }
  },
  'script-src-elem': () => {
    const address: string = 'https://tracker.example/script.js';
    return import(address).then(
      () => true,
      () => false,
    );
  },
  'require-trusted-types-for': () => {
    try {
      document.createElement('div').innerHTML = '<b>markup</b>';
      return true;
    } catch {
      return false;
    }
  },
  'img-src': () =>
    new Promise((resolve) => {
      const image = new Image();
      image.addEventListener('load', () => resolve(true));
      image.addEventListener('error', () => resolve(false));
      image.src = 'https://tracker.example/pixel.png';
    }),
  'connect-src': () =>
    fetch('https://tracker.example/').then(
      () => true,
      () => false,
    ),
  'style-src-attr': () => {
    const element = document.createElement('p');
    element.setAttribute('style', 'color: red');
    return element.style.color === 'red';
  },
  'frame-src': () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://tracker.example/';
    document.body.append(frame);
    return frame.contentDocument !== null && frame.contentDocument.URL !== 'about:blank';
  },
  'form-action': () => {
    const form = document.createElement('form');
    form.action = 'https://tracker.example/';
    document.body.append(form);
    form.submit();
    return false;
  },
};

async function expectRefusals(page: Page): Promise<void> {
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
  });
  const refused = () => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
  for (const [directive, attack] of Object.entries(ATTACKS)) {
    expect(await page.evaluate(attack), directive).toBe(false);
    await expect.poll(refused).toContain(directive);
  }
}

test('the policy refuses scripts, markup and addresses that are not the page’s own', async ({ page, problems }) => {
  problems.expect(/security policy|violates|TrustedHTML|Trusted/i);
  problems.expect(/tracker\.example/);
  await page.goto('./');
  await expect(page.locator('[data-level] a').first()).toBeVisible();
  await expectRefusals(page);
});

test('the page has its own policy if the server sends none', async ({ page, problems, site }) => {
  const bare = await serve({ folder: testPage(), prefix: new URL(site.url).pathname });
  try {
    problems.expect(/security policy|violates|TrustedHTML|Trusted/i);
    problems.expect(/tracker\.example|other host/);
    await page.goto(bare.url);
    await expect(page.locator('[data-level] a').first()).toBeVisible();
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute('content', POLICY);
    await expectRefusals(page);
  } finally {
    // The page goes first, as it may still be prefetching.
    await page.close();
    await bare.close();
  }
});
