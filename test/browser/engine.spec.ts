import { join } from 'node:path';
import * as fc from 'fast-check';
import { build } from 'vite';
import { fingerprint } from '../../src/engine/play/fingerprint.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import { anyCase, type Case } from '../engine/arbitrary.ts';
import { courseLevel, surveyRouting } from '../engine/levels.ts';
import { composed } from './engine-in-page.ts';
import { situationLanguage } from './situation-language.ts';
import type * as EngineInPage from './engine-in-page.ts';
import { expect, test } from './fixtures.ts';

const JAPANESE = situationLanguage('ja');

/** The engine as one module that a page can import. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(import.meta.dirname, 'engine-in-page.ts'), formats: ['es'] },
    },
  });
  const [file] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (file?.type !== 'chunk') throw new Error('Nothing was built.');
  return file.code;
}

test('the engine gives the same outcomes and makes the same situations in Chromium as in Node, bit for bit', async ({
  page,
  site,
}) => {
  const cases: Case[] = [
    { level: courseLevel('survey-mailing'), routing: surveyRouting('cc') },
    { level: courseLevel('survey-mailing'), routing: surveyRouting('separate') },
    { level: courseLevel('cv-to-rivals'), routing: { cv: { northwind: 'to', southgale: 'bcc', manager: 'cc' } } },
    ...fc.sample(anyCase, { numRuns: 100, seed: 2012 }),
  ];
  const code = await bundle();
  await page.route('**/engine.mjs', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
  await page.goto('./');
  const seeds = Array.from({ length: 60 }, (_, index) => `seed ${index}`);
  const { outcomes: there, situations } = await page.evaluate(
    async ({ url, cases: here, seeds: given, language }) => {
      const engine = (await import(url)) as typeof EngineInPage;
      return {
        outcomes: here.map(({ level, routing }) => engine.fingerprint(engine.simulate(level, routing))),
        situations: engine.composed(given, language),
      };
    },
    { url: new URL('engine.mjs', site.url).href, cases, seeds, language: JAPANESE },
  );
  expect(situations).toEqual(composed(seeds, JAPANESE));
  expect(new Set(there).size).toBeGreaterThan(60);
  expect(there).toEqual(cases.map(({ level, routing }) => fingerprint(simulate(level, routing))));
});
