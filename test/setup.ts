import { configureGlobal } from 'fast-check';
import { afterAll, vi } from 'vitest';
import { language, setLanguage } from '../src/i18n/index.ts';

// The same cases in every run, so that a failing run fails again. To look for new ones: FC_SEED=$RANDOM npm test --
// unit
configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 2012) });

// Files share the globals and the language. What the last test of a file put in their place is still there when the
// next file begins.
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  if (language() !== 'en') await setLanguage('en');
});
