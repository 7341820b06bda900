import { filesToRead, LEVEL, readSession } from './app/course/session-link.ts';
import { wantedLanguage } from './i18n/address.ts';
import { loadLanguage } from './i18n/load.ts';
import { askAhead } from './levels/ahead.ts';
import { languageAtAGlance } from './progress/glance.ts';
import { pageScope } from './progress/scope.ts';

/*
 * The start: small, so that what the home page needs besides its code is asked for while that is on its way. What is
 * guessed wrong here is asked for again.
 */

const asked = readSession(location.search);
const language = wantedLanguage(languageAtAGlance(pageScope(), asked.course));
void loadLanguage(language, false);
if (asked.course === null && !new URLSearchParams(location.search).has(LEVEL)) {
  askAhead(new URL('levels/course.json', document.baseURI), (files) => filesToRead(files, asked.levels), language);
}

const root = document.querySelector<HTMLElement>('#page');
if (root) void import('./app/app.ts').then(({ startApp }) => startApp(root));
