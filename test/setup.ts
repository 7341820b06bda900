import { configureGlobal } from 'fast-check';
import { afterAll, vi } from 'vitest';

// The same cases in every run, so that a failing run fails again. To look for new ones: FC_SEED=$RANDOM npm test --
// unit
configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 2012) });

// Files share the globals. What the last test of a file put in their place is still there when the next file begins.
afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
