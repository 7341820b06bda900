import { watchPointer } from '../access/moved-pointer.ts';
import { loadAllTexts, onLanguageChange, setLanguage } from '../i18n/index.ts';
import {
  browserStorage,
  EARLIER_KEY,
  hasRecord,
  keepRecordIn,
  memoryStorage,
  onProgress,
  pageScope,
  recordKey,
  settings,
  type RecordStorage,
  levelsToRescore,
} from '../progress/index.ts';
import type { takeOverEarlierRecord } from '../progress/earlier-record.ts';
import { packagePage } from './package/current-package.ts';
import { openAuthorTools } from './author/author-tools.ts';
import { openPreviews } from './author/previews.ts';
import { applyBrand, languagesOf } from './course/brand.ts';
import { countedCourse } from './course/counted-course.ts';
import { openCourseLoader, type CourseLoader } from './course/course-loader.ts';
import { openPageLanguage, type PageLanguage } from './course/language.ts';
import { chaptersOf } from './course/level-cards.ts';
import { findLevel, hasProblems, levelIn, playable, readLevels } from './course/loaded-course.ts';
import { levelNameOf } from '../levels/translation-names.ts';
import { readSession } from './course/session-link.ts';
import { readSources } from './course/sources.ts';
import { firstLetter } from '../screens/home/first-letter.ts';
import { showStamps } from '../screens/parts/stamps.ts';
import type { PageModel } from '../screens/page.ts';
import { currentScreen } from './current-screen.ts';
import { joinRoomOfLink, prefetchResultCode } from './room/room-link.ts';
import { openCurrentPage } from './pages/current-page.ts';
import type { PageContext } from './pages/page-controller.ts';
import { prefetchCanvas, prefetchReplay } from './play/canvas.ts';
import { openCurrentRun } from './play/current-run.ts';
import { openLevelOpener } from './play/level-opener.ts';
import { playCode } from './play/play-code.ts';
import { openPlayFiles } from './play/play-files.ts';
import { applySettings } from './shell/apply-settings.ts';
import { listenForHelp } from './shell/help-dialog.ts';
import { openNavigation } from './shell/navigation.ts';
import { openNotices } from './shell/notices.ts';
import { openOffline } from './shell/offline.ts';
import { isLaterVisit } from './shell/later-visit.ts';
import { createPageView, type PageContent } from './shell/page-view.ts';
import { settingsController } from './shell/settings-controller.ts';
import { isPresenting } from './shell/presenter.ts';
import { followVisibleFrame } from './shell/visible-frame.ts';
import { settled, whenIdle } from './shell/when-idle.ts';

/**
 * Starts the game in an element of the page and shows what the address asks for: home, or a level where it was left.
 */
export async function startApp(root: HTMLElement): Promise<void> {
  const { course: asked } = readSession(location.search);
  // In a package the record belongs to the learner and the course; the start-up code has already set where it is.
  if (!import.meta.env.PACKAGE) keepRecordIn(browserStorage(() => localStorage, recordKey(pageScope(), asked)));
  const earlier = import.meta.env.PACKAGE ? memoryStorage() : browserStorage(() => localStorage, EARLIER_KEY);
  // Few players still have one, so the code that takes it over is fetched for them only.
  const takingOver = hasRecord(earlier) ? await import('../progress/earlier-record.ts') : null;
  const parts = { ...createParts(root), earlier, takingOver };
  const { view, navigation, course, language, pages, offline, code } = parts;
  connectParts(parts);
  const route = navigation.route();
  const opened = 'level' in route ? route.level : null;
  if (opened !== null || navigation.wantsFirstLevel()) {
    void code.load();
    // At the same time, not after it: a slow line is then never idle, and the desk is nearer.
    void prefetchCanvas();
  }
  const filled = course.load(language.now(), ({ id }) => id === opened);
  applySettings(settings.get());
  // Nothing can be drawn before the texts have loaded.
  await setLanguage(language.now());
  if (import.meta.env.PACKAGE) await packagePage()?.loadTexts();
  pages.show(route);
  followVisibleFrame(globalThis.window);
  root.replaceChildren();
  followBrowser(parts);
  if (import.meta.env.PACKAGE) packagePage()?.follow(() => course.loaded(), view.draw, filled);
  view.open(contentOf(parts));
  joinRoomOfLink();
  loadProblemTexts(parts);

  await filled;
  if (isLaterVisit()) void readFirstLevel(course);
  onLanguageChange(() => offline.keep());
  whenIdle(() => void getReady(parts));
  void settled().then(() => {
    showStamps();
    view.draw();
  });
}

/** Reads the level that the home page invites the player to, because its file comes from the server at every visit. */
async function readFirstLevel(course: CourseLoader): Promise<void> {
  const first = firstLetter((chaptersOf(course.loaded()) ?? []).flatMap(({ letters }) => letters));
  if (first) await course.read(({ id }) => id === first.level.id);
}

/**
 * Prefetches what a player needs next, then everything for playing without a network, and compares the levels of the
 * index with their files.
 */
async function getReady({ code, course, notices, offline }: Parts): Promise<void> {
  await Promise.all([prefetchCanvas(), code.load()]);
  // Nobody needs these before the first email is sent.
  await settled();
  await Promise.all([prefetchReplay(), prefetchResultCode()]);
  // Not before: it fetches a hundred files, and the player's next step must not wait for them on a slow line.
  void offline.start(() => notices.offerUpdate()).catch(() => null);
  await course.compare();
  // Caches prefetched files for offline play too.
  offline.keep();
}

type Parts = ReturnType<typeof createParts> & {
  readonly earlier: RecordStorage;
  readonly takingOver: { readonly takeOverEarlierRecord: typeof takeOverEarlierRecord } | null;
};

/** Creates the parts of the app. Each receives the parts that it uses, which exist already. */
function createParts(root: HTMLElement) {
  const sources = readSources(location.search, new URL(document.baseURI));
  const view = createPageView(root);
  const navigation = openNavigation(sources.level !== null);
  const offline = openOffline();
  const notices = openNotices(view.draw, offline);
  const course = openCourseLoader(sources);
  const previews = openPreviews();
  const language = openPageLanguage(course);
  const settingsDialog = settingsController(
    view.draw,
    (tag) => void language.change(tag),
    () => navigation.leaveFor({ name: 'home' }),
    () => languagesOf(course.loaded().course),
  );
  const openSettings = () => settingsDialog.open();
  const runs = openCurrentRun({
    root,
    draw: view.draw,
    enter: view.enter,
    openSettings,
    course,
    previews,
    rename: (route) => navigation.rename(route),
  });
  const code = playCode();
  const opener = openLevelOpener(code, runs, navigation, view);
  const preview: PageContext['preview'] = (files, level, play) =>
    void previews
      .add(files, play.triedOut)
      .then(() => opener.watch({ name: 'preview', level }, play))
      .catch(reportError);
  const pages = openCurrentPage({
    root,
    ...countedCourse(sources, course, view.draw),
    draw: view.draw,
    enter: view.enter,
    openSettings,
    watch: (level, play) => void opener.watch({ name: 'level', level }, play),
    preview,
    erased: () => followSettings(language),
  });
  const playFiles = openPlayFiles({
    async levelOf(id) {
      await course.read((level) => level.id === id);
      const entry = findLevel(course.loaded(), id);
      return entry ? levelIn(course.loaded(), entry.file) : null;
    },
    opened: ({ id: level }, watched) => void opener.watch({ name: 'level', level }, watched),
    preview,
    changed: view.draw,
  });
  const author = openAuthorTools({ course, previews, plays: playFiles, navigation, view });
  return {
    sources,
    view,
    navigation,
    offline,
    notices,
    course,
    previews,
    language,
    settingsDialog,
    openSettings,
    pages,
    runs,
    code,
    opener,
    playFiles,
    author,
  };
}

/** Connects the parts, so that each follows the others' changes. */
function connectParts(parts: Parts): void {
  const { navigation, course, previews, language, settingsDialog, pages, runs } = parts;
  navigation.onLeave((next) => {
    runs.close();
    pages.show(next);
    settingsDialog.close();
  });
  course.onChange(() => showArrived(parts));
  previews.onChange(() => showArrived(parts));
  language.onTranslated(() => runs.retell());
  if (isPresenting()) void import('./shell/clicker.ts').then(({ followClicker }) => followClicker(), reportError);
  listenForHelp(() => runs.now()?.controller().fields?.() ?? pages.fields());
}

/** Listens to the browser: links, other tabs, a language that has loaded. */
function followBrowser({ view, navigation, offline, language, runs, opener }: Parts): void {
  watchPointer();
  navigation.onArrive((by) => {
    view.guard(() => void opener.open(by === 'link'));
    view.enter();
    if (navigation.route().name === 'home') offline.look();
  });
  onProgress((erased) => {
    followSettings(language);
    // The open level must not write back what another tab has erased.
    if (erased && runs.now()) navigation.leaveFor({ name: 'home' });
    view.draw();
  });
  onLanguageChange(() => {
    runs.now()?.controller().relabel?.();
    view.retitle();
    view.draw();
  });
}

/** The settings have changed: in another tab, by erasing everything, or because an earlier version's were found. */
function followSettings(language: PageLanguage): void {
  applySettings(settings.get());
  language.followSettings();
}

/** Takes over what an earlier version kept for the levels of this course, once the course has listed them. */
function takeOverEarlier({ course, language, earlier, takingOver }: Parts): void {
  if (!takingOver) return;
  const { course: stated } = course.loaded();
  const ids = [...(stated?.levels ?? []).map(levelNameOf), ...playable(course.loaded()).map(({ id }) => id)];
  if (takingOver.takeOverEarlierRecord(earlier, new Set(ids))) followSettings(language);
}

/** Scores earlier results by today's rules; fetches the code for it only on devices that have any. */
function rescoreEarlier({ course, view }: Parts): void {
  const old = new Set(levelsToRescore());
  if (old.size > 0) void course.read(({ id }) => old.has(id));
  const levels = readLevels(course.loaded()).filter(({ id }) => old.has(id));
  if (levels.length === 0) return;
  void import('./course/rescore.ts').then(({ rescore }) => {
    rescore(levels);
    view.draw();
  }, reportError);
}

/** Shows the parts of the course or of the previews that have arrived or changed. */
function showArrived(parts: Parts): void {
  const { view, navigation, course, language, runs, opener } = parts;
  const loaded = course.loaded();
  applyBrand(loaded.course);
  takeOverEarlier(parts);
  rescoreEarlier(parts);
  view.guard(() => {
    const [first] = navigation.wantsFirstLevel() ? playable(loaded) : [];
    if (first) navigation.rename({ name: 'level', level: first.id });
    const followed = runs.follow();
    if (followed) navigation.rename(followed);
    if (opener.open(false)) view.retitle();
  });
  language.followCourse();
  view.draw();
  loadProblemTexts(parts);
}

/** Texts about problems in files are fetched only when there is a problem. */
function loadProblemTexts({ view, course }: Parts): void {
  if (view.isOpen() && hasProblems(course.loaded())) loadAllTexts().then(view.draw, () => null);
}

/** The preview on the screen, if it is one. */
function previewIn({ runs, previews }: Parts): PageModel['preview'] {
  const file = runs.previewFile();
  return file === null ? null : { file, written: previews.isWritten(file) };
}

/** Returns what the page shows, from the current state of the parts. */
function contentOf(parts: Parts): PageContent {
  const { view, navigation, course, language, settingsDialog, notices, author, runs, pages, playFiles } = parts;
  const homeActions = {
    openSettings: parts.openSettings,
    reload: () => void course.load(language.now()),
    pickFiles: () => author.pickFiles(),
    openPlay: () => playFiles.pick(),
  };
  return {
    model: () => ({
      screen: currentScreen(navigation.route(), parts, homeActions),
      preview: previewIn(parts),
      settings: settingsDialog.model(),
      author: import.meta.env.PACKAGE ? [...author.over(), ...(packagePage()?.over() ?? [])] : author.over(),
      ...notices.model(navigation.route().name === 'home'),
    }),
    actions: {
      ...notices.actions,
      reload: () => location.reload(),
      settings: {
        ...settingsDialog.actions,
        closed() {
          settingsDialog.actions.closed();
          view.restoreFocus();
        },
      },
    },
    title: () => runs.now()?.controller().title() ?? pages.title(),
    drawn: () => (runs.now() ? runs.now()?.controller().drawn?.() : pages.drawn()),
  };
}
