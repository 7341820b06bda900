import { optionsIn, type PackageOptions } from './lms/package/options.ts';
import { openPlatform } from './lms/open-platform.ts';
import { tabStore } from './lms/tab-copy.ts';
import { openVisit } from './lms/visit.ts';
import { keepRecordIn, settings } from './progress/index.ts';
import { wantedLanguage } from './i18n/address.ts';
import { writeLanguage } from './i18n/document-language.ts';
import { pickLanguage } from './i18n/languages.ts';
import { loadLanguage } from './i18n/load.ts';

/*
 * The start of the page in a package for a learning platform, which replaces main.ts. The platform knows the learner and their
 * results, so the page asks it before it shows anything.
 */

async function startInPackage(root: HTMLElement, options: PackageOptions): Promise<void> {
  const code = Promise.all([
    import('./app/app.ts'),
    import('./app/package/package-page.ts'),
    import('./app/package/current-package.ts'),
  ]);
  const { session, learner, activity, trace } = await openPlatform(globalThis.window, options);
  const visit = openVisit({
    session,
    options,
    tab: tabStore(() => sessionStorage, options.course, learner, activity),
    around: {
      now: () => Date.now(),
      later: (action, seconds) => void setTimeout(action, seconds * 1000),
      reload: () => location.reload(),
    },
  });
  keepRecordIn(visit.record);
  const language = wantedLanguage(settings.get().language);
  writeLanguage(pickLanguage([language]));
  void loadLanguage(language, ['first']);
  const [{ startApp }, { openPackagePage }, { enterPackage }] = await code;
  enterPackage(openPackagePage(visit, trace));
  await startApp(root);
}

const page = document.querySelector<HTMLElement>('#page');
const options = optionsIn(document);
if (page && options) void startInPackage(page, options);
