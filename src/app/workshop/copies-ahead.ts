import { language } from '../../i18n/index.ts';
import { loadPackageTexts } from '../../i18n/package-texts.ts';
import { loadSituationWords } from '../../i18n/situations.ts';
import { fromTemplate, TEMPLATES } from '../../workshop/templates/templates.ts';
import { controlled, copyLoadedCode } from '../shell/code-copies.ts';
import { analysisScript } from './analysis-worker.ts';
import { outcomeScript } from './outcome-worker.ts';

/**
 * Lets the service worker copy what the workshop loads later, so that an author who has opened it once can do without a
 * connection: templates, workers, and the files of packages.
 */
export async function copyAhead(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await controlled();
  await copyLoadedCode();
  const { readPackageAhead } = await import('./pack-course.ts');
  await Promise.all([
    loadPackageTexts(language()),
    loadSituationWords(language()),
    ...TEMPLATES.slice(0, 1).map((name) => fromTemplate(name, language())),
    fetch(analysisScript),
    fetch(outcomeScript),
  ]);
  await copyLoadedCode();
  // The files of packages are a few megabytes.
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  if (connection?.saveData !== true) await readPackageAhead();
}
