import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** The system's setting, as a browser reports it. */
class Query extends EventTarget {
  constructor(public matches: boolean) {
    super();
  }

  change(matches: boolean): void {
    this.matches = matches;
    this.dispatchEvent(Object.assign(new Event('change'), { matches }));
  }
}

let query: Query;
beforeEach(() => {
  vi.resetModules();
  query = new Query(false);
  vi.stubGlobal('matchMedia', () => query);
});
afterEach(() => vi.unstubAllGlobals());

const motion = () => import('../../src/stage/motion.ts');

test("without a setting of the page the system's applies, even when it changes while the page is open", async () => {
  const { reducedMotion } = await motion();
  expect(reducedMotion()).toBe(false);
  query.change(true);
  expect(reducedMotion()).toBe(true);
  query.change(false);
  expect(reducedMotion()).toBe(false);
});

test("the setting of the page overrides the system's", async () => {
  const { reducedMotion, setMotion } = await motion();
  setMotion('reduced');
  expect(reducedMotion()).toBe(true);
  setMotion('full');
  query.change(true);
  expect(reducedMotion()).toBe(false);
  setMotion('system');
  expect(reducedMotion()).toBe(true);
});
