import { filesToRead, LEVEL, readSession } from './app/course/session-link.ts';
import { isLaterVisit } from './app/shell/later-visit.ts';
import { readRoute } from './app/shell/routes.ts';
import { wantedLanguage } from './i18n/address.ts';
import { writeLanguage } from './i18n/document-language.ts';
import { pickLanguage } from './i18n/languages.ts';
import { loadLanguage } from './i18n/load.ts';
import { askAhead } from './levels/ahead.ts';
import { loadCourseIndex } from './levels/course-index.ts';
import { levelNameOf } from './levels/translation-names.ts';
import { languageAtAGlance } from './progress/glance.ts';
import { pageScope } from './progress/scope.ts';

/* The entry point. It is small, so that it can prefetch what the home page needs while the page's code is loading. A
   wrong guess costs one more request. */

const asked = readSession(location.search);
const language = wantedLanguage(languageAtAGlance(pageScope(), asked.course));
// Before anything is drawn, because Firefox's accessibility tree keeps the language that an element had when it was
// inserted.
writeLanguage(pickLanguage([language]));
const asksForLevel = new URLSearchParams(location.search).has(LEVEL);
const opensLevel = 'level' in readRoute(location.hash) || asksForLevel;
void loadLanguage(language, opensLevel ? ['first', 'later'] : ['first']);
if (asked.course === null && !asksForLevel) {
  const index = loadCourseIndex(language);
  askAhead(
    new URL('levels/course.json', document.baseURI),
    async (files) => filesToFetch(files, await index),
    language,
  );
}

/** Picks the level that the address opens, and those that the index does not have. */
function filesToFetch(files: readonly string[], index: Awaited<ReturnType<typeof loadCourseIndex>>): string[] {
  const route = readRoute(location.hash);
  const opened = 'level' in route ? route.level : null;
  return filesToRead(files, asked.levels).filter(
    (file) => levelNameOf(file) === opened || !Object.hasOwn(index?.levels ?? {}, file),
  );
}

/** Adds a link to the head of the page, which makes the browser fetch a file. */
function ahead(rel: string, href: string, more: Partial<HTMLLinkElement>): void {
  document.head.append(Object.assign(document.createElement('link'), { rel, href, crossOrigin: '', ...more }));
}

/** Returns the files that a level needs, which the build has named in the page. */
function filesOf(kind: 'code' | 'style'): string[] {
  return document.querySelector<HTMLMetaElement>(`meta[name="level-${kind}"]`)?.content.split(' ') ?? [];
}

/** Fetches and compiles the code that plays levels, without running it. */
function readLevelCode(): void {
  for (const [index, file] of filesOf('code').entries()) {
    // The first plays the level, and the others draw its desk.
    ahead('modulepreload', file, { fetchPriority: index === 0 ? 'auto' : 'low' });
  }
}

const root = document.querySelector<HTMLElement>('#page');

/** Reads it when the player points at a level or moves the focus there, which is a moment before it is opened. */
function readLevelCodeWhenNear(): void {
  const near = new AbortController();
  const look = ({ target }: Event) => {
    if (!(target instanceof Element) || !target.closest('a[href*="#/level/"]')) return;
    near.abort();
    readLevelCode();
  };
  for (const sign of ['pointerover', 'focusin']) root?.addEventListener(sign, look, { signal: near.signal });
}

// A browser warns of a style sheet that is fetched and not used, so only a level that is opened asks for it.
if (opensLevel) for (const file of filesOf('style')) ahead('preload', file, { as: 'style' });
// An earlier visit has left the code on the device, where reading it delays nothing. The texts and the index, which are
// small, are asked for first: over HTTP/1 a browser has six connections.
if (opensLevel || isLaterVisit()) setTimeout(readLevelCode);
else readLevelCodeWhenNear();

if (root) void import('./app/app.ts').then(({ startApp }) => startApp(root));
